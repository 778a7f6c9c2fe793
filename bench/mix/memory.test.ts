import { expect, test } from "vitest";
import { growthOf, slopeOf } from "@/bench/mix/memory";

const over = (megabytes: (second: number) => number) =>
  Array.from({ length: 100 }, (_, seconds) => ({ seconds, megabytes: megabytes(seconds) }));

test("memory that is steady after its beginning does not grow, a leak does", () => {
  expect(growthOf(over((second) => (second < 40 ? second * 5 : 200)))).toBeCloseTo(0);
  expect(growthOf(over((second) => 200 + (second % 2) * 20))).toBeLessThan(0.01);
  expect(slopeOf(over((second) => 100 + second))).toBeCloseTo(1);
  expect(growthOf(over((second) => 100 + second))).toBeCloseTo(49 / 174.5);
});

test("of too few samples nothing can be said", () => {
  expect(growthOf([])).toBeNaN();
  expect(growthOf([{ seconds: 0, megabytes: 1 }])).toBeNaN();
});
