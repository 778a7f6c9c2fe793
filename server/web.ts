// A web process: Next.js behind our own HTTP server.
import cluster from "node:cluster";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";
import type makeNext from "next";
import { env } from "@/lib/env";
import { healthCheck } from "@/server/health";
import { type Listening, listen, type Upgrade } from "@/server/listen";
import { Live } from "@/server/live/endpoint";
import { oneLine } from "@/server/log";
import type { Order } from "@/server/primary";
import { requestListener } from "@/server/requests";
import { serviceWorker } from "@/server/service-worker";

/**
 * By itself V8 lets its heap grow to several times what is in use before it looks for what is not; and
 * Node.js, where a loader asked for it, keeps the source maps of everything that is loaded.
 */
function saveMemory(): void {
  setFlagsFromString("--heap-growing-percent=25");
  process.setSourceMapsEnabled(false);
}

/** Starts it, and reports { port } to the parent, if there is one, when it answers. */
export async function runWeb(port: number, dev: boolean): Promise<void> {
  if (!dev) saveMemory();
  // We set the headers from which next-auth learns the forum's address, so it may believe them.
  process.env.AUTH_TRUST_HOST = "true";
  const { DATABASE_URL, REJOINDER_TRUST_PROXY } = env();
  // By require: Next.js replaces modules for the code it loads, which an import would go around.
  const next: typeof makeNext = createRequire(import.meta.url)("next");
  // It attaches its WebSocket, which tells pages under development of changes, to one HTTP server.
  // There are two: so it gets a third that never listens, and both pass on to that.
  const relay = createServer();
  const app = next({ dev, dir: process.cwd(), port, httpServer: relay });
  await app.prepare();
  const live = new Live(DATABASE_URL);
  const listener = requestListener({
    live,
    handle: app.getRequestHandler(),
    health: healthCheck(DATABASE_URL),
    worker: serviceWorker(dev),
    dev,
    trustProxy: REJOINDER_TRUST_PROXY === "on",
  });
  const upgrade: Upgrade = (request, socket, head) => relay.emit("upgrade", request, socket, head);
  const listening = await listen(
    listener,
    port,
    process.env.HOST || undefined,
    dev ? upgrade : undefined,
  );
  endInGoodOrder(listening, live, () => app.close());
  process.send?.({ port: listening.port });
}

/**
 * By a signal, by the primary process or with the parent: what is being answered is finished first.
 * Asked again, it is cut off; in one of several web processes by the primary alone, because a signal
 * may reach all of them beside the primary's word.
 */
function endInGoodOrder(listening: Listening, live: Live, closeNext: () => Promise<void>): void {
  let ending = false;
  const end = async () => {
    if (ending) {
      if (!cluster.isWorker) listening.cut();
      return;
    }
    ending = true;
    // Streams never end by themselves; their browsers come back to whoever answers next.
    live.close();
    await listening.close();
    // In development it may never come to its end.
    const waited = new Promise((resolve) => setTimeout(resolve, 2_000));
    await Promise.race([closeNext().catch(() => {}), waited]);
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, end);
  process.on("disconnect", end);
  process.on("message", (order: Order) => (order === "cut" ? listening.cut() : end()));
  // A bug in answering one request must not end all others.
  process.on("uncaughtException", (error) => console.log(`Uncaught: ${oneLine(error)}`));
  process.on("unhandledRejection", (reason) => console.log(`Unhandled: ${oneLine(reason)}`));
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
