import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestRank } from "@/lib/posts/ranking";

const Z = 1.281551565545;
const votes = fc.integer({ min: 0, max: 100_000 });

describe("the rank of replies", () => {
  test.each([
    // All for it: n / (n + z²), which the formula comes down to.
    [1, 0, 0.378447],
    [10, 0, 0.858931],
    // The lower root of (p̂ − p)² = z²·p(1 − p)/n for p̂ = 0.9, n = 100 and p̂ = 0.5, n = 2.
    [90, 10, 0.854858],
    [1, 1, 0.164252],
    [0, 1, 0],
    [0, 0, 0],
  ])("of %i up and %i down is %f", (up, down, rank) => {
    expect(bestRank(up, down)).toBeCloseTo(rank, 5);
  });

  test("is the lower end of Wilson's interval: (p̂ − p)² = z²·p(1 − p)/n, and p ≤ p̂", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), votes, (up, down) => {
        const total = up + down;
        const share = up / total;
        const rank = bestRank(up, down);
        expect(rank).toBeLessThanOrEqual(share);
        expect((share - rank) ** 2).toBeCloseTo((Z * Z * rank * (1 - rank)) / total, 9);
      }),
    );
  });

  test("is a share, rises with each up vote and never with a down vote", () => {
    fc.assert(
      fc.property(votes, votes, (up, down) => {
        const rank = bestRank(up, down);
        expect(rank).toBeGreaterThanOrEqual(0);
        expect(rank).toBeLessThan(1);
        expect(bestRank(up + 1, down)).toBeGreaterThan(rank);
        expect(bestRank(up, down + 1)).toBeLessThanOrEqual(rank);
      }),
    );
  });

  test("one vote of one does not beat ninety of a hundred", () => {
    expect(bestRank(90, 10)).toBeGreaterThan(bestRank(1, 0));
  });
});
