// Before anything is measured: builds, a database of its own with threads in it, three servers.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Seeded } from "@/bench/seed/seeded";
import { forumOn, type RunningServer, type ServerName, startServer } from "@/bench/servers";
import { readyBuild } from "@/scripts/build";
import type { Ending } from "@/scripts/ending";
import { generateClient } from "@/scripts/migrations";
import { clusterOf } from "@/scripts/postgres/cluster";
import { runProgram, typescript } from "@/scripts/programs";
import { Problem, step } from "@/scripts/say";
import { dropDatabase, joinServerForRuns, makeTemplate } from "@/scripts/test/databases";
import { runTool, TEST_BUILD } from "@/scripts/test/steps";

/** What is measured, and with what. */
export interface Bench {
  servers: Record<ServerName, RunningServer>;
  seeded: Seeded;
  /** The process id of PostgreSQL. */
  database: number;
  databaseUrl: string;
  /** Settings of the servers. */
  environment: Record<string, string>;
  /** Leaves the current work if a signal has asked for the end. */
  check(): void;
  /** Seconds of load, of requests one by one, and of writing, per case and round. */
  seconds: { load: number; probe: number; writing: number };
  /** About as many answers are counted of the slowest server. */
  answers: number;
}

/** Everything started in production mode, and ended with `ending`. */
export async function prepared(long: boolean, quick: boolean, ending: Ending): Promise<Bench> {
  await generateClient();
  await readyBuild(TEST_BUILD);
  await step("Building the naive peer", buildNaive);
  ending.check();
  // As a forum has it: what was written is on the disk before it is answered.
  const postgres = await joinServerForRuns(".data-bench", { lasting: true });
  ending.undo(postgres.leave);
  const name = await makeTemplate(postgres);
  ending.undo(() => dropDatabase(postgres.url("postgres"), name));
  const environment = forumOn(postgres.url(name));
  const posts = long ? [100, 1000, 5000] : [100, 1000];
  const seeded = await step(`Writing threads of ${posts.join(", ")} posts`, () =>
    seed(posts, environment),
  );
  ending.check();
  const servers = {
    forum: await startServer("forum", environment, ending),
    bare: await startServer("bare", environment, ending),
    naive: await startServer("naive", environment, ending),
  };
  const pidFile = path.join(clusterOf(postgres.home), "postmaster.pid");
  const database = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  return {
    ...{ servers, seeded, database, databaseUrl: environment.DATABASE_URL, environment },
    check: ending.check,
    seconds: quick ? { load: 1, probe: 0.4, writing: 2 } : { load: 3, probe: 1, writing: 4 },
    answers: quick ? 5 : 14,
  };
}

async function buildNaive(): Promise<void> {
  const naive = ["build", "bench/peers/naive"];
  const built = await runTool("next/dist/bin/next", naive, { NODE_ENV: "production" });
  if (built.code !== 0) throw new Problem(`The naive peer could not be built: ${built.output}`);
}

async function seed(posts: number[], environment: Record<string, string>): Promise<Seeded> {
  const program = typescript("bench/seed/program.ts", ...posts.map(String));
  const { output, code } = await runProgram(process.execPath, program, {
    env: { ...process.env, ...environment },
  });
  if (code !== 0) throw new Problem(`The threads could not be written: ${output}`);
  return JSON.parse(output.trim().split("\n").at(-1) ?? "");
}
