import type { ModerationKind } from "@/lib/moderation/kinds";

/** How many months the numbers go back, the running one included. */
export const MONTHS_SHOWN = 12;

/** One month of moderation, UTC. Nothing in it says who reported, acted or objected. */
export interface MonthNumbers {
  /** "2026-11" */
  month: string;
  /** By the rule, or for illegal content. */
  reports: Map<string, number>;
  actions: Map<ModerationKind, number>;
  /** Cases decided in it. */
  decided: number;
  /** From the first report of a case to its decision, in minutes; null where none was decided. */
  medianMinutes: number | null;
  /** Appeals decided in it. */
  appeals: number;
  upheld: number;
}

/** What the database counts, a row for each month and kind. */
export interface CountedRows {
  reports: readonly { month: string; reason: string; count: number }[];
  actions: readonly { month: string; kind: ModerationKind; count: number }[];
  cases: readonly { month: string; count: number; seconds: number }[];
  appeals: readonly { month: string; count: number; upheld: number }[];
}

/** The last months, the oldest first: "2025-12" to "2026-11". */
export function lastMonths(now: Date): string[] {
  return Array.from({ length: MONTHS_SHOWN }, (_, index) => {
    const back = MONTHS_SHOWN - 1 - index;
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back));
    return first.toISOString().slice(0, 7);
  });
}

/** When the first of these months began. */
export function beginningOf(months: readonly string[]): Date {
  return new Date(`${months[0]}-01T00:00:00Z`);
}

/** The numbers of each month, the oldest first; months in which nothing was are there too. */
export function monthNumbers(months: readonly string[], rows: CountedRows): MonthNumbers[] {
  return months.map((month) => {
    const ofMonth = <Row extends { month: string }>(all: readonly Row[]) =>
      all.filter((row) => row.month === month);
    const [cases] = ofMonth(rows.cases);
    const [appeals] = ofMonth(rows.appeals);
    return {
      month,
      reports: new Map(ofMonth(rows.reports).map(({ reason, count }) => [reason, count])),
      actions: new Map(ofMonth(rows.actions).map(({ kind, count }) => [kind, count])),
      decided: cases?.count ?? 0,
      medianMinutes: cases === undefined ? null : Math.round(cases.seconds / 60),
      appeals: appeals?.count ?? 0,
      upheld: appeals?.upheld ?? 0,
    };
  });
}

/** All that was counted in a month of one sort. */
export function total(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** What was counted in any of the months, the most frequent first. */
export function keysOf<Key extends string>(maps: readonly ReadonlyMap<Key, number>[]): Key[] {
  const sums = new Map<Key, number>();
  for (const map of maps) {
    for (const [key, count] of map) sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return [...sums]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([key]) => key);
}

/** A round number that is at least this: where the axis of a plot ends, with two even halves. */
export function axisEnd(most: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  const step = [2, 4, 6, 8, 10, 20].find((each) => each * magnitude >= most) ?? 20;
  return step * magnitude;
}
