import { type Case, nameOf, type Round } from "@/bench/cases";
import { CONNECTIONS, LOADER } from "@/bench/load";
import type { Measured } from "@/bench/measured";
import { figure, percent, table } from "@/bench/report/table";
import { SERVERS, type ServerName } from "@/bench/servers";
import { median, spread } from "@/bench/statistics";

/** Repeats lie this much apart, as a share of their median, on a machine that does nothing else. */
const QUIET = 0.25;

export function readingSection(measured: Measured, cases: readonly Case[]): string {
  if (measured.rounds.size === 0) return "";
  return `## Reading

${caseTable(measured, cases)}

Medians of ${measured.afterWrite.length} rounds; in each round every line is taken once, one after the other. The rate is
under ${CONNECTIONS} clients by ${LOADER}, which shares the machine with the servers and PostgreSQL; the first byte
and the processor time (from \`/proc\`) are of requests one after another over one connection. A ratio
above is the median of the ratios of the rounds. The peers know of no members: whoever is signed in is
compared with their page for everybody.

Just after a write: in turns a member votes in the thread by HTTP, and somebody signed out asks for it
of the forum and then of the bare server, over connections that stay open: ${figure(median(measured.afterWrite.map(({ forum }) => forum)))} ms to the last
byte, and ${figure(median(measured.afterWrite.map(({ bare }) => bare)))} ms. Each page must show the vote.

**The machine's noise**: ${noise(measured)}

## What a page of 1,000 posts weighs

${sizeTable(measured)}

Gzip as a tool would compress the page, whoever serves it. Scripts are those the page loads, each
compressed.
`;
}

function caseTable({ rounds: all }: Measured, cases: readonly Case[]): string {
  const rows = cases.map((each) => {
    const rounds = all.get(nameOf(each)) ?? [];
    const of = (key: keyof Round) => figure(median(rounds.map((round) => round[key])));
    return [
      SERVERS[each.server].name,
      `${each.posts.toLocaleString("en")}${each.client === "plain" ? "" : `, ${each.client}`}`,
      of("rate"),
      `± ${percent(spread(rounds.map(({ rate }) => rate)) / 2)}`,
      of("server"),
      of("database"),
      of("firstByte"),
    ];
  });
  const costs = ["CPU ms", "PostgreSQL ms", "first byte ms"];
  return table(["server", "posts", "requests/s", "spread", ...costs], rows);
}

function sizeTable({ sizes }: Measured): string {
  if (sizes === undefined) return "";
  const rows = (Object.keys(SERVERS) as ServerName[]).map((name) => {
    const { raw, gzip, flight, scripts } = sizes[name];
    return [SERVERS[name].name, ...[raw, gzip, flight, scripts].map((size) => figure(size / 1000))];
  });
  return table(["server", "HTML KB", "gzip KB", "flight payload KB", "scripts, gzip KB"], rows);
}

function noise({ rounds }: Measured): string {
  const spreads = [...rounds.values()].map((each) => spread(each.map(({ rate }) => rate)));
  const busy =
    median(spreads) > QUIET
      ? " It was busy with other things: take the ratios for orders of magnitude, and measure again."
      : "";
  return `repeats of one rate lay apart by ${percent(median(spreads))} of their median in the middle case, by ${percent(Math.max(...spreads))} in the worst.${busy}`;
}
