// Reading: pages of the forum and of its peers, each asked for in turns.
import { type Case, nameOf, type Round } from "@/bench/cases";
import { type Headers, load } from "@/bench/load";
import type { Measured } from "@/bench/measured";
import type { Bench } from "@/bench/prepare";
import { fetchPage, probe } from "@/bench/probe";
import type { ServerName } from "@/bench/servers";
import { sizesOf } from "@/bench/sizes";
import { COOKIE } from "@/bench/writing/clients";
import { Problem } from "@/scripts/say";

/** All three must show the same posts, or their speeds say nothing. */
export async function weigh({ servers, seeded }: Bench): Promise<Measured["sizes"]> {
  const address = (server: ServerName) => `${servers[server].url}/t/${seeded.threads[1000]}`;
  for (const server of ["forum", "bare", "naive"] as const) {
    const { bytes } = await fetchPage(address(server), {});
    const shown = bytes.toString().match(/<article[^>]*\sid="post-\d+"/g)?.length;
    if (shown !== 1000) throw new Problem(`${server} shows ${shown} posts of 1000.`);
  }
  return {
    forum: await sizesOf(address("forum")),
    bare: await sizesOf(address("bare")),
    naive: await sizesOf(address("naive")),
  };
}

export async function warmUpReading(bench: Bench, cases: readonly Case[]): Promise<void> {
  for (const each of cases) await load(...requestOf(bench, each), 1);
}

/** One round of every case. */
export async function measureReading(
  bench: Bench,
  cases: readonly Case[],
  { rounds }: Measured,
): Promise<void> {
  for (const each of cases) {
    bench.check();
    const name = nameOf(each);
    rounds.set(name, [...(rounds.get(name) ?? []), await measureCase(bench, each)]);
  }
}

async function measureCase(bench: Bench, each: Case): Promise<Round> {
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
