// The server of the forum as a program. Its environment: PORT, HOST, DATABASE_URL, AUTH_SECRET,
// WEB_PROCESSES, REJOINDER_BUILD_DIR, REJOINDER_TRUST_PROXY, REJOINDER_DEV.
// Started with a channel to its parent, it reports { port } when it answers, and ends with its parent.
import cluster from "node:cluster";
import { oneLine } from "@/server/log";
import { runPrimary } from "@/server/primary";
import { processesWanted } from "@/server/processes";

const dev = process.env.REJOINDER_DEV === "on";
const port = Number(process.env.PORT ?? 3000);
// Under development there is one: Next.js keeps what it compiled to itself.
const count = dev ? 1 : processesWanted(process.env.WEB_PROCESSES);

function fail(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

if (typeof count === "string") fail(count);
else if (count > 1 && cluster.isPrimary) runPrimary(count);
else {
  // Loaded here, since who only starts others needs none of it.
  const { runWeb } = await import("@/server/web");
  runWeb(port, dev).catch((error) => {
    const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
    fail(taken ? `Port ${port} is in use.` : `The server does not start: ${oneLine(error)}`);
  });
}
