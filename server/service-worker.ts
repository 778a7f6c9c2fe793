// GET /sw.js: the service worker, which the build made (scripts/build-service-worker.ts).
import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import path from "node:path";

/** Its name in the folder of the build. */
export const SERVICE_WORKER = "service-worker.js";

/** Under development files change under one name: what an earlier worker keeps would be out of date. */
const NONE = "self.registration.unregister();\n";

export function serviceWorker(dev: boolean): (response: ServerResponse) => Promise<void> {
  const file = path.resolve(process.env.REJOINDER_BUILD_DIR || ".next", SERVICE_WORKER);
  let text: Promise<string> | undefined;
  return async (response) => {
    text ??= dev ? Promise.resolve(NONE) : readFile(file, "utf8");
    const body = Buffer.from(await text);
    response.writeHead(200, {
      "Content-Type": "text/javascript; charset=utf-8",
      "Content-Length": body.length,
      // A new one is found at the next page, not when this one has grown old.
      "Cache-Control": "no-cache",
      "Service-Worker-Allowed": "/",
    });
    response.end(response.req.method === "HEAD" ? undefined : body);
  };
}
