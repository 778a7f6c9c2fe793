// The server of the forum as a program: Next.js behind our own HTTP server. Its environment: PORT,
// HOST, DATABASE_URL, AUTH_SECRET, REJOINDER_BUILD_DIR, REJOINDER_TRUST_PROXY, REJOINDER_DEV.
// Started with a channel to its parent, it reports { port } when it answers, and ends with its parent.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type makeNext from "next";
import { env } from "@/lib/env";
import { healthCheck } from "@/server/health";
import { type Listening, listen, type Upgrade } from "@/server/listen";
import { oneLine, requestListener } from "@/server/requests";

const dev = process.env.REJOINDER_DEV === "on";
const port = Number(process.env.PORT ?? 3000);

async function main(): Promise<void> {
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
  const listener = requestListener({
    handle: app.getRequestHandler(),
    health: healthCheck(DATABASE_URL),
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
  endInGoodOrder(listening, () => app.close());
  process.send?.({ port: listening.port });
}

function endInGoodOrder(listening: Listening, closeNext: () => Promise<void>): void {
  let ending = false;
  const end = async () => {
    if (ending) return listening.cut();
    ending = true;
    await listening.close();
    // In development it may never come to its end.
    const waited = new Promise((resolve) => setTimeout(resolve, 2_000));
    await Promise.race([closeNext().catch(() => {}), waited]);
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, end);
  process.on("disconnect", end);
  // A bug in answering one request must not end all others.
  process.on("uncaughtException", (error) => console.log(`Uncaught: ${oneLine(error)}`));
  process.on("unhandledRejection", (reason) => console.log(`Unhandled: ${oneLine(reason)}`));
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}

main().catch((error) => {
  const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
  process.stderr.write(
    taken ? `Port ${port} is in use.\n` : `The server does not start: ${oneLine(error)}\n`,
  );
  process.exit(1);
});
