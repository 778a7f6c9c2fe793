// What each measure must reach, and whether it does.
import type { CaseName, Measured, Round } from "@/bench/cases";
import { pairedRatio } from "@/bench/statistics";

export interface Goal {
  /** Which measure of the list it belongs to. */
  number: number;
  measure: string;
  /** What the value is compared with, and in which direction. */
  reach: { least: number } | { most: number };
  /** "×" for a ratio, or the unit. */
  unit: "×" | "KB";
  value: number;
}

const KB = 1000;

/** The measures of this run. `to` says beside what; a ratio of rates or
 * times is the median of the rounds' ratios. */
export function goalsOf({ rounds, sizes }: Measured): Goal[] {
  const ratio = (of: keyof Round, above: CaseName, below: CaseName) => {
    const values = (name: CaseName) => (rounds.get(name) ?? []).map((round) => round[of]);
    return pairedRatio(values(above), values(below));
  };
  const { forum, bare, naive } = sizes;
  const rate = (
    number: number,
    measure: string,
    least: number,
    pair: [CaseName, CaseName],
  ): Goal => ({
    ...{ number, measure, reach: { least } },
    ...{ unit: "×", value: ratio("rate", ...pair) },
  });
  const firstByte = (looking: string, most: number, above: CaseName): Goal => ({
    ...{ number: 5, measure: `First byte, ${looking}, 1,000 posts, to the bare one's` },
    ...{ reach: { most }, unit: "×", value: ratio("firstByte", above, "bare 1000 plain") },
  });
  const most = (
    number: number,
    measure: string,
    bound: number,
    unit: Goal["unit"],
    value: number,
  ): Goal => ({
    ...{ number, measure, reach: { most: bound }, unit, value },
  });
  const thousand: CaseName = "bare 1000 plain";
  const hundred: CaseName = "naive 100 plain";
  return [
    rate(1, "Signed out, 1,000 posts, to the bare server", 1, ["forum 1000 plain", thousand]),
    rate(2, "Compressed, to the bare one compressing", 10, ["forum 1000 gzip", "bare 1000 gzip"]),
    rate(3, "Signed in, 1,000 posts, to the bare server", 0.4, ["forum 1000 signed in", thousand]),
    rate(4, "Signed out, 100 posts, to the naive page", 3, ["forum 100 plain", hundred]),
    rate(4, "Signed in, 100 posts, to the naive page", 1.5, ["forum 100 signed in", hundred]),
    firstByte("signed out", 2, "forum 1000 plain"),
    firstByte("signed in", 1.5, "forum 1000 signed in"),
    most(6, "HTML of 1,000 posts, gzip, to the bare one's", 1.2, "×", forum.gzip / bare.gzip),
    most(6, "Flight payload of 1,000 posts", 10, "KB", forum.flight / KB),
    most(
      7,
      "JavaScript beyond a bare Next page's, gzip",
      20,
      "KB",
      (forum.scripts - naive.scripts) / KB,
    ),
  ];
}

export function isReached({ reach, value }: Goal): boolean {
  return "least" in reach ? value >= reach.least : value <= reach.most;
}

/** What the list asks for beyond these. */
export const NOT_MEASURED_YET = [
  "3, signed out just after a write: until pages are kept in memory it is the same as 1",
  "8, votes and replies through HTTP beside pgbench and NodeBB",
  "9, the Lobsters mix for 5 minutes",
  "11, a page in Chromium with a slowed processor",
];
