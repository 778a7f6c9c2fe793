// What `npm run bench` does: measures the forum and its peers in turns and writes
// docs/performance.md (with --quick it only prints). Ends whatever it started.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Case, casesOf, type Measured, nameOf, type Rounds } from "@/bench/cases";
import { type Headers, load } from "@/bench/load";
import { plotOf } from "@/bench/plot";
import { type Bench, prepared } from "@/bench/prepare";
import { fetchPage, probe } from "@/bench/probe";
import { reportOf } from "@/bench/report";
import type { ServerName } from "@/bench/servers";
import { sizesOf } from "@/bench/sizes";
import { endingInGoodOrder } from "@/scripts/ending";
import { root } from "@/scripts/folders";
import { Problem, say, step } from "@/scripts/say";

const ROUNDS = 5;

const COOKIE = "authjs.session-token";

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
  const report = reportOf(measured, cases, bench.seeded);
  say(`\n${report}`);
  // Its rounds are too short to be kept.
  if (quick) return 0;
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
      "Usage: npm run bench [-- --quick] [-- --long]: --quick is rougher and takes 2 or 3 minutes, --long adds 5,000 posts.",
    );
  }
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
  const { seconds, answers, database, servers } = bench;
  const [url, headers] = requestOf(bench, each);
  // A slow server gets longer, so that its answers can be counted.
  const { lastByte } = await fetchPage(url, headers);
  const rate = await load(url, headers, Math.max(seconds.load, (answers * lastByte) / 1000));
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
