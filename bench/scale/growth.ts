// What gets dearer as a forum grows: statements by what they read in the smallest and in the largest.
import type { PagePlans } from "@/bench/scale/collect";
import type { Plan } from "@/bench/scale/plans";

/** An index of a larger table is a level or two deeper, so a few blocks more are no growth. */
const FACTOR = 3;
const LEAST_BLOCKS = 200;

export interface Growth {
  page: string;
  statement: string;
  smallest: number;
  largest: number;
}

/** Statements of a page that read much more in a large forum than in a small one. */
export function growing(small: readonly PagePlans[], large: readonly PagePlans[]): Growth[] {
  return large.flatMap(({ page, plans }) => {
    const before = new Map(
      small
        .find((each) => each.page === page)
        ?.plans.map(({ statement, blocks }) => [statement, blocks]),
    );
    return plans.flatMap(({ statement, blocks }) => {
      const smallest = before.get(statement);
      if (smallest === undefined || blocks < LEAST_BLOCKS || blocks < FACTOR * smallest) return [];
      return [{ page, statement, smallest, largest: blocks }];
    });
  });
}

export interface Scan {
  page: string;
  statement: string;
  tables: string[];
}

/** Statements that read a growing table from end to end. */
export function scans(pages: readonly PagePlans[]): Scan[] {
  return pages.flatMap(({ page, plans }) =>
    plans
      .filter(({ scanned }) => scanned.length > 0)
      .map(({ statement, scanned }) => ({ page, statement, tables: scanned })),
  );
}

/** Each statement once, under the first page that runs it. */
export function eachOnce(pages: readonly PagePlans[]): PagePlans[] {
  const seen = new Set<string>();
  return pages.map(({ page, plans }) => ({
    page,
    plans: plans.filter(({ statement }: Plan) => {
      if (seen.has(statement)) return false;
      seen.add(statement);
      return true;
    }),
  }));
}
