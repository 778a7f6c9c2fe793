import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hotRank } from "@/lib/threads/ranking";

/** Reddit's epoch, 2005-12-08 07:46:43 UTC, and so many seconds. */
const since = (seconds: number) => new Date(Date.UTC(2005, 11, 8, 7, 46, 43) + seconds * 1000);

describe("the rank of hot threads", () => {
  test.each([
    [0, 0, 0],
    [1, 0, 0],
    [10, 0, 1],
    [-10, 0, -1],
    [1, 45_000, 1],
    [-100, 90_000, 0],
    [1000, 45_000, 4],
    // By hand for 2010-01-01: (1262304000 − 1134028003) / 45000 and log10(42).
    [42, 1_262_304_000 - 1_134_028_003, 2850.577711 + 1.623249],
  ])("of score %i, %i seconds after the epoch, is %f", (score, seconds, rank) => {
    expect(hotRank(score, since(seconds))).toBeCloseTo(rank, 5);
  });

  test("rises with the score and with the time of birth", () => {
    const score = fc.integer({ min: -100_000, max: 100_000 });
    const seconds = fc.integer({ min: 0, max: 2_000_000_000 });
    fc.assert(
      fc.property(score, seconds, (points, birth) => {
        const rank = hotRank(points, since(birth));
        expect(hotRank(points + 1, since(birth))).toBeGreaterThanOrEqual(rank);
        expect(hotRank(points, since(birth + 1))).toBeGreaterThan(rank);
        // 12.5 hours weigh as much as ten times the score.
        if (points >= 1) {
          expect(hotRank(points * 10, since(birth))).toBeCloseTo(
            hotRank(points, since(birth + 45_000)),
            6,
          );
        }
      }),
    );
  });
});
