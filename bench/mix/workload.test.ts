import fc from "fast-check";
import { expect, test } from "vitest";
import { drawn, weighted } from "@/bench/mix/workload";
import { chance } from "@/bench/seed/chance";

test("each comes as often as its weight says, and one of no weight never", () => {
  const items = [
    ["often", 30],
    ["never", 0],
    ["seldom", 10],
  ] as const;
  const draw = chance(1);
  const counts = { often: 0, never: 0, seldom: 0 };
  for (let time = 0; time < 10_000; time += 1) counts[weighted(items, draw())] += 1;
  expect(counts.never).toBe(0);
  expect(counts.often / counts.seldom).toBeGreaterThan(2.7);
  expect(counts.often / counts.seldom).toBeLessThan(3.3);
});

test("a number drawn from a histogram lies in one of its bins", () => {
  const bin = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(fc.array(bin, { minLength: 1 }), fc.integer(), (bins, seed) => {
      const number = drawn(bins, chance(seed));
      expect(bins.some(([from]) => number >= from && number < from + 10)).toBe(true);
    }),
  );
});
