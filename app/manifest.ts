import type { MetadataRoute } from "next";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";

/** The operator names the forum when it is started, not when it is built. */
export const dynamic = "force-dynamic";

/** By this a browser offers to install the forum. Its pages say their own colours, light and dark. */
export default function manifest(): MetadataRoute.Manifest {
  const name = env().REJOINDER_NAME;
  const png = (file: string, size: number) => {
    return { src: `/icons/${file}.png`, sizes: `${size}x${size}`, type: "image/png" };
  };
  return {
    ...{ name, short_name: name, id: routes.front(), start_url: routes.front(), scope: "/" },
    description: "Threaded debate where every quote knows its source.",
    display: "standalone",
    lang: "en",
    background_color: "#fdfcf9",
    theme_color: "#fdfcf9",
    icons: [
      png("192", 192),
      png("512", 512),
      { ...png("maskable-512", 512), purpose: "maskable" },
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
    ],
    shortcuts: [
      { name: "New thread", url: routes.newThread() },
      { name: "Yours", url: routes.mine() },
      { name: "Kept for reading offline", url: routes.offline() },
    ],
  };
}
