// Does the forum's jobs, for the database of DATABASE_URL, until it is told to stop or its parent ends.
import { env } from "@/lib/env";
import { work } from "@/lib/jobs/worker.commands";

const stop = new AbortController();
const end = () => stop.abort();
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, end);
process.on("disconnect", end);
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
try {
  await work(env().DATABASE_URL, stop.signal);
  process.exit(0);
} catch (error) {
  console.log(`Jobs: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
