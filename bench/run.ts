// What `npm run bench` does: seeds a database of its own, starts the forum and its peers in
// production, measures them in turns, and writes docs/performance.md. Ends whatever it started.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Case, casesOf, type Measured, nameOf, type Rounds } from "@/bench/cases";
import { type Headers, load } from "@/bench/load";
import { plotOf } from "@/bench/plot";
import { fetchPage, probe } from "@/bench/probe";
import { reportOf } from "@/bench/report";
import type { Seeded } from "@/bench/seed/seeded";
import { type RunningServer, type ServerName, startServer } from "@/bench/servers";
import { sizesOf } from "@/bench/sizes";
import { readyBuild } from "@/scripts/build";
import { type Ending, endingInGoodOrder } from "@/scripts/ending";
import { root } from "@/scripts/folders";
import { generateClient } from "@/scripts/migrations";
import { clusterOf } from "@/scripts/postgres/cluster";
import { runProgram, typescript } from "@/scripts/programs";
import { Problem, say, step } from "@/scripts/say";
import { dropDatabase, joinTestServer, makeTemplate } from "@/scripts/test/databases";
import { runTool, TEST_BUILD } from "@/scripts/test/steps";

const ROUNDS = 5;
/** About as many answers are counted of the slowest server. */
const LEAST_ANSWERS = 14;

const COOKIE = "authjs.session-token";

/** What is measured, and with what. */
interface Bench {
  servers: Record<ServerName, RunningServer>;
  seeded: Seeded;
  /** The process id of PostgreSQL. */
  database: number;
  /** Seconds of load, and of requests one by one, per case and round. */
  seconds: { load: number; probe: number };
}

await endingInGoodOrder(async (ending) => {
  const { quick, long } = options();
  // Settings of the forum that runs here are none of the measurement's business.
  for (const name of Object.keys(process.env)) {
    if (/^(DATABASE_URL|PORT|HOST|AUTH_|REJOINDER_)/.test(name)) delete process.env[name];
  }
  const bench = await prepared(long, quick, ending);
  const cases = casesOf(long);
  const sizes = await weigh(bench);
  const rounds: Rounds = new Map(cases.map((each) => [nameOf(each), []]));
  await step("Warming up", async () => {
    for (const each of cases) await load(...requestOf(bench, each), 1);
  });
  for (let round = 1; round <= ROUNDS; round += 1) {
    await step(`Round ${round} of ${ROUNDS}`, async () => {
      for (const each of cases) {
        ending.check();
        rounds.get(nameOf(each))?.push(await measure(bench, each));
      }
    });
  }
  const measured: Measured = { rounds, sizes };
  const report = reportOf(measured, cases, bench.seeded, quick);
  say(`\n${report}`);
  writeFileSync(path.join(root, "docs/performance.md"), report);
  writeFileSync(path.join(root, "docs/performance.svg"), plotOf(measured));
  return 0;
});

function options(): { quick: boolean; long: boolean } {
  try {
    const { values } = parseArgs({
      options: { quick: { type: "boolean" }, long: { type: "boolean" } },
    });
    return { quick: values.quick ?? false, long: values.long ?? false };
  } catch {
    throw new Problem(
      "Usage: npm run bench [-- --quick] [-- --long]: --quick takes about 2 minutes, --long adds 5,000 posts.",
    );
  }
}

async function prepared(long: boolean, quick: boolean, ending: Ending): Promise<Bench> {
  await generateClient();
  await readyBuild(TEST_BUILD);
  await step("Building the naive peer", buildNaive);
  ending.check();
  const postgres = await joinTestServer();
  ending.undo(postgres.leave);
  const name = await makeTemplate(postgres);
  ending.undo(() => dropDatabase(postgres.url("postgres"), name));
  const environment = {
    DATABASE_URL: postgres.url(name),
    AUTH_SECRET: "only-for-tests-and-never-for-a-forum",
    REJOINDER_BUILD_DIR: TEST_BUILD,
    REJOINDER_RATE_LIMIT: "off",
  };
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
    ...{ servers, seeded, database },
    seconds: quick ? { load: 1, probe: 0.4 } : { load: 3, probe: 1 },
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

/** All three must show the same posts, or their speeds say nothing. */
async function weigh({ servers, seeded }: Bench): Promise<Measured["sizes"]> {
  const address = (server: ServerName) => `${servers[server].url}/t/${seeded.threads[1000]}`;
  for (const server of ["forum", "bare", "naive"] as const) {
    const { bytes } = await fetchPage(address(server), {});
    const shown = bytes.toString().match(/<article id="post-\d+"/g)?.length;
    if (shown !== 1000) throw new Problem(`${server} shows ${shown} posts of 1000.`);
  }
  return {
    forum: await sizesOf(address("forum")),
    bare: await sizesOf(address("bare")),
    naive: await sizesOf(address("naive")),
  };
}

async function measure(bench: Bench, each: Case) {
  const { seconds, database, servers } = bench;
  const [url, headers] = requestOf(bench, each);
  // A slow server gets longer, so that its answers can be counted.
  const { lastByte } = await fetchPage(url, headers);
  const rate = await load(url, headers, Math.max(seconds.load, (LEAST_ANSWERS * lastByte) / 1000));
  // What was asked for last may still be under way: it would be charged to the next.
  await fetchPage(url, headers);
  const server = servers[each.server].pid;
  return { rate, ...(await probe(url, headers, { seconds: seconds.probe, server, database })) };
}

function requestOf({ servers, seeded }: Bench, { server, posts, client }: Case): [string, Headers] {
  const headers: Record<Case["client"], Headers> = {
    plain: {},
    gzip: { "accept-encoding": "gzip" },
    "signed in": { cookie: `${COOKIE}=${seeded.token}` },
  };
  return [`${servers[server].url}/t/${seeded.threads[posts]}`, headers[client]];
}
