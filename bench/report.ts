// A run as Markdown: docs/performance.md.
import { availableParallelism, cpus } from "node:os";
import { type Case, type Measured, nameOf, type Round } from "@/bench/cases";
import { type Goal, goalsOf, isReached, NOT_MEASURED_YET } from "@/bench/goals";
import { CONNECTIONS, LOADER } from "@/bench/load";
import type { Seeded } from "@/bench/seed/seeded";
import { SERVERS, type ServerName } from "@/bench/servers";
import { median, spread } from "@/bench/statistics";

/** Repeats lie this much apart, as a share of their median, on a machine that does nothing else. */
const QUIET = 0.25;

const NAMES = Object.keys(SERVERS) as ServerName[];

export function reportOf(measured: Measured, cases: Case[], seeded: Seeded): string {
  return `# How fast it is

Written by \`npm run bench\`, which measures the forum beside two peers on the same
machine, in the same run, on the same threads: a **bare** server (\`bench/peers/bare.ts\`: \`node:http\` and
\`pg\`, one SELECT, the HTML put together as a string) and a **naive** page of server components
(\`bench/peers/naive\`). Only ratios say something about the forum; the other numbers say how quick this
machine was. Rejoinder also draws the picture of who quotes whom, marks quoted passages and asks who
is looking; the peers draw the posts, their quotes and their controls. What becomes of it in a forum of
millions of posts is in [performance-scale.md](performance-scale.md).

![Ratios to the peers, with what each is to reach](performance.svg)

## What is reached

${goalTable(goalsOf(measured))}

Not measured yet:

${NOT_MEASURED_YET.map((each) => `- ${each}`).join("\n")}

## What was measured

${caseTable(measured, cases)}

Medians of ${roundsOf(measured, nameOf(cases[0] as Case)).length} rounds; in each round every line is taken once, one after the other. The rate is
under ${CONNECTIONS} clients by ${LOADER}, which shares the machine with the servers and PostgreSQL; the first byte
and the processor time (from \`/proc\`) are of requests one after another over one connection. A ratio
above is the median of the ratios of the rounds.

**The machine's noise**: ${noise(measured)}

## What a page of 1,000 posts weighs

${sizeTable(measured)}

Gzip as a tool would compress the page, whoever serves it. Scripts are those the page loads, each
compressed.

## The machine and the threads

${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, Node.js ${process.versions.node}, PostgreSQL 18 without waiting for the disk
(nothing here writes). Threads of ${Object.keys(seeded.threads).join(", ")} posts, ${Math.round(seeded.characters)} characters on average, ${percent(seeded.quoting)} with
quotes; chance by a seed, so that each run has the same.
`;
}

function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map((goal) => {
    const { number, measure, reach, unit, value } = goal;
    const [sign, bound] = "least" in reach ? ["≥", reach.least] : ["≤", reach.most];
    const state = isReached(goal) ? "reached" : "**missed**";
    return [String(number), measure, `${sign} ${bound} ${unit}`, `${figure(value)} ${unit}`, state];
  });
  return table(["#", "measure", "to reach", "is", ""], rows);
}

function caseTable(measured: Measured, cases: readonly Case[]): string {
  const rows = cases.map((each) => {
    const rounds = roundsOf(measured, nameOf(each));
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
  const heads = [
    "server",
    "posts",
    "requests/s",
    "spread",
    "CPU ms",
    "PostgreSQL ms",
    "first byte ms",
  ];
  return table(heads, rows);
}

function sizeTable({ sizes }: Measured): string {
  const rows = NAMES.map((name) => {
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

function roundsOf({ rounds }: Measured, name: ReturnType<typeof nameOf>): Round[] {
  return rounds.get(name) ?? [];
}

/** Two digits that count, and no more than the measuring is good for. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return "?";
  if (value === 0) return "0";
  return value >= 100
    ? Math.round(value).toLocaleString("en")
    : String(Number(value.toPrecision(2)));
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), `|${"---|".repeat(heads.length)}`, ...rows.map(line)].join("\n");
}
