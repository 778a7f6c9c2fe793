import type { NextConfig } from "next";

const config: NextConfig = {
  // Tests build beside a running forum, so each has a folder of its own.
  distDir: process.env.REJOINDER_BUILD_DIR ?? ".next",
  poweredByHeader: false,
  // Titles stand in the head for whoever asks, not only for programs that Next.js knows by name.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  // The server does it (server/requests.ts), for it has to leave out what it puts together itself.
  compress: false,
  // `npm test` checks the types, of everything and once; who starts the forum need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Above the server's own limit (server/refusals.ts), which answers with a sentence.
  experimental: { serverActions: { bodySizeLimit: "6mb" } },
  // A post's quotes as annotations: by name, or for who accepts them and no HTML.
  rewrites: async () => [
    { source: "/p/:id(\\d+).jsonld", destination: "/p/:id/annotations" },
    {
      source: "/p/:id(\\d+)",
      has: [{ type: "header", key: "accept", value: ".*application/ld\\+json.*" }],
      missing: [{ type: "header", key: "accept", value: ".*text/html.*" }],
      destination: "/p/:id/annotations",
    },
  ],
  serverExternalPackages: [
    ...["@node-rs/argon2", "@resvg/resvg-js", "pg", "rate-limiter-flexible", "satori"],
  ],
};

export default config;
