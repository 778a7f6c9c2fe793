// What each measure must reach, and whether it does.
import type { CaseName, Round } from "@/bench/cases";
import type { Measured } from "@/bench/measured";
import { growthOf } from "@/bench/mix/memory";
import { median, pairedRatio } from "@/bench/statistics";
import type { Kind } from "@/bench/writing/measure";

export interface Goal {
  /** Which measure of the list it belongs to. */
  number: number;
  measure: string;
  /** What the value is compared with, and in which direction. */
  reach: { least: number } | { most: number };
  /** "×" for a ratio, or the unit; empty for a number of things. */
  unit: "×" | "KB" | "MB" | "ms" | "%" | "";
  /** Not a number where it was not measured. */
  value: number;
}

const KB = 1000;

/** What NodeBB did on PostgreSQL on a machine of this kind, a second: not measured here. */
export const NODEBB: Record<Kind, number> = { vote: 30, reply: 17 };

/** The measures of this run. `to` says beside what; a ratio of rates or times is the median of the
 * rounds' ratios. */
export function goalsOf(measured: Measured): Goal[] {
  return [
    ...readingGoals(measured),
    ...weightGoals(measured),
    ...writingGoals(measured),
    ...mixGoals(measured),
    ...browserGoals(measured),
  ].sort((a, b) => a.number - b.number);
}

const least = (
  number: number,
  measure: string,
  bound: number,
  unit: Goal["unit"],
  value: number,
): Goal => ({ number, measure, reach: { least: bound }, unit, value });

const most = (
  number: number,
  measure: string,
  bound: number,
  unit: Goal["unit"],
  value: number,
): Goal => ({ number, measure, reach: { most: bound }, unit, value });

function readingGoals({ rounds, afterWrite }: Measured): Goal[] {
  const ratio = (of: keyof Round, above: CaseName, below: CaseName) => {
    const values = (name: CaseName) => (rounds.get(name) ?? []).map((round) => round[of]);
    return pairedRatio(values(above), values(below));
  };
  const rate = (number: number, measure: string, bound: number, pair: [CaseName, CaseName]) =>
    least(number, measure, bound, "×", ratio("rate", ...pair));
  const firstByte = (looking: string, bound: number, above: CaseName) => {
    const measure = `First byte, ${looking}, 1,000 posts, to the bare one's`;
    return most(5, measure, bound, "×", ratio("firstByte", above, "bare 1000 plain"));
  };
  const fresh = pairedRatio(
    afterWrite.map(({ bare }) => bare),
    afterWrite.map(({ forum }) => forum),
  );
  const thousand: CaseName = "bare 1000 plain";
  const hundred: CaseName = "naive 100 plain";
  return [
    rate(1, "Signed out, 1,000 posts, to the bare server", 1, ["forum 1000 plain", thousand]),
    rate(2, "Compressed, to the bare one compressing", 10, ["forum 1000 gzip", "bare 1000 gzip"]),
    rate(3, "Signed in, 1,000 posts, to the bare server", 0.4, ["forum 1000 signed in", thousand]),
    least(3, "Just after a write, 1,000 posts, to the bare one", 0.4, "×", fresh),
    rate(4, "Signed out, 100 posts, to the naive page", 3, ["forum 100 plain", hundred]),
    rate(4, "Signed in, 100 posts, to the naive page", 1.5, ["forum 100 signed in", hundred]),
    firstByte("signed out", 2, "forum 1000 plain"),
    firstByte("signed in", 1.5, "forum 1000 signed in"),
  ];
}

function weightGoals({ sizes }: Measured): Goal[] {
  const { forum, bare, naive } = sizes ?? {};
  const { gzip = Number.NaN, flight = Number.NaN, scripts = Number.NaN } = forum ?? {};
  const html = gzip / (bare?.gzip ?? Number.NaN);
  const beyond = scripts - (naive?.scripts ?? Number.NaN);
  return [
    most(6, "HTML of 1,000 posts, gzip, to the bare one's", 1.2, "×", html),
    most(6, "Flight payload of 1,000 posts", 10, "KB", flight / KB),
    most(7, "JavaScript beyond a bare Next page's, gzip", 20, "KB", beyond / KB),
  ];
}

function writingGoals({ written }: Measured): Goal[] {
  const rates = (kind: Kind) => written[kind].map(({ rate }) => rate);
  const toPgbench = (kind: Kind) =>
    pairedRatio(
      rates(kind),
      written[kind].map(({ pgbench }) => pgbench),
    );
  const toNodebb = (kind: Kind) => median(rates(kind)) / NODEBB[kind];
  return [
    least(8, "Votes, to the same transactions by pgbench", 0.1, "×", toPgbench("vote")),
    least(8, "Replies with a quote, to the same by pgbench", 0.05, "×", toPgbench("reply")),
    least(8, `Votes, to NodeBB's ${NODEBB.vote} a second`, 5, "×", toNodebb("vote")),
    least(8, `Replies, to NodeBB's ${NODEBB.reply} a second`, 5, "×", toNodebb("reply")),
  ];
}

function mixGoals({ mix }: Measured): Goal[] {
  const { p50 = Number.NaN, p99 = Number.NaN, errors = Number.NaN, memory = [] } = mix ?? {};
  const peak =
    memory.length === 0 ? Number.NaN : Math.max(...memory.map(({ megabytes }) => megabytes));
  return [
    most(9, "Lobsters' mix at 70 % of the highest rate: p99 to p50", 10, "×", p99 / p50),
    most(9, "… requests that failed", 0, "", errors),
    most(9, "… memory of the web process, at most", 450, "MB", peak),
    most(9, "… its growth in the second half", 5, "%", growthOf(memory) * 100),
  ];
}

function browserGoals({ browser }: Measured): Goal[] {
  const of = (key: keyof (typeof browser)[number]) => median(browser.map((round) => round[key]));
  return [
    most(11, "Largest paint, signed out, 1,000 posts", 1500, "ms", of("largestPaint")),
    most(11, "Largest paint, signed in, 1,000 posts", 1500, "ms", of("largestPaintSignedIn")),
    most(11, "A vote, until it is seen", 200, "ms", of("vote")),
    most(11, "Folding a branch, until it is seen", 200, "ms", of("fold")),
    most(11, "Selecting words, until it is seen", 200, "ms", of("select")),
    most(11, "Layout shift while it loads", 0, "", of("shift")),
    most(11, "Layout shift while it is used", 0, "", of("shiftInUse")),
  ];
}

export function isMeasured({ value }: Goal): boolean {
  return !Number.isNaN(value);
}

export function isReached({ reach, value }: Goal): boolean {
  return "least" in reach ? value >= reach.least : value <= reach.most;
}
