// Several web processes on one port: this one starts them, passes connections on, and starts again
// what died.
import cluster, { type Worker } from "node:cluster";
import { isWorthRestarting } from "@/server/processes";

/** What the primary process tells its web processes: to finish what they answer, or to cut it off. */
export type Order = "end" | "cut";

/**
 * Starts web processes, which run the same program as this one. It reports { port } to its parent
 * when all of them answer. It ends when it is told to or its parent ends, and, with exit code 1, when
 * they cannot be kept running.
 */
export function runPrimary(count: number): void {
  const running = new Set<Worker>();
  const answering = new Set<Worker>();
  const ends: number[] = [];
  let port: number | undefined;
  let reported = false;
  let ending = false;
  let code = 0;

  // Those that come later share the port of the first, also if it was any that was free.
  const start = () => {
    const worker = cluster.fork(port === undefined ? {} : { PORT: String(port) });
    running.add(worker);
    return worker.process.pid;
  };
  const end = () => {
    const order: Order = ending ? "cut" : "end";
    ending = true;
    for (const worker of running) {
      // What does not answer yet has nothing to finish.
      if (!answering.has(worker)) worker.process.kill("SIGKILL");
      else if (worker.isConnected()) worker.send(order, () => {});
    }
    if (running.size === 0) process.exit(code);
  };
  const giveUp = (why: string) => {
    if (why !== "") process.stderr.write(`${why}\n`);
    code = 1;
    end();
  };

  cluster.on("message", (worker, message: { port: number }) => {
    answering.add(worker);
    if (ending) return worker.send("end", () => {});
    // The first one alone tries the port, so that what is wrong with it is said once.
    if (port === undefined) {
      port = message.port;
      for (let more = 1; more < count; more += 1) start();
    }
    if (reported) console.log(`Web process ${worker.process.pid} answers.`);
    if (reported || answering.size < count) return;
    reported = true;
    console.log(`Web processes: ${[...running].map((each) => each.process.pid).join(", ")}`);
    process.send?.({ port });
  });
  cluster.on("exit", (worker, exitCode, signal) => {
    running.delete(worker);
    const answered = answering.delete(worker);
    if (ending) {
      if (running.size === 0) process.exit(code);
      return;
    }
    // It has said why itself.
    if (port === undefined) return giveUp("");
    ends.push(Date.now());
    const how = `Web process ${worker.process.pid} ended${answered ? "" : " before it answered"} (${signal ?? `exit code ${exitCode}`})`;
    if (isWorthRestarting(ends, Date.now())) console.log(`${how}: ${start()} takes its place.`);
    else giveUp(`${how}, as several did within a minute: the forum stops.`);
  });
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, end);
  process.on("disconnect", end);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  start();
}
