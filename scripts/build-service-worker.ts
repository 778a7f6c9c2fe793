// The service worker as one file, beside the build that it belongs to.
import path from "node:path";
import { root } from "@/scripts/folders";
import { SERVICE_WORKER } from "@/server/service-worker";

/** @param sources stands in the file: browsers take a worker for new when its bytes are */
export async function buildServiceWorker(folder: string, sources: string): Promise<void> {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [path.join(root, "worker/main.ts")],
    outfile: path.join(root, folder, SERVICE_WORKER),
    tsconfig: path.join(root, "tsconfig.json"),
    ...{ bundle: true, minify: true, format: "iife", platform: "browser", target: "es2022" },
    define: { "process.env.NODE_ENV": '"production"' },
    banner: { js: `/* ${sources} */` },
    logLevel: "silent",
  });
}
