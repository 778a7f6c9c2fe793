import { expect, test } from "vitest";
import { median, pairedRatio, percentile, spread } from "@/bench/statistics";

test("one repeat that a busy machine spoiled does not move the result", () => {
  expect(median([10, 11, 900])).toBe(11);
  expect(median([1, 2, 3, 4])).toBe(2.5);
  expect(pairedRatio([10, 20, 30], [10, 10, 1])).toBe(2);
});

test("repeats that agree have no spread", () => {
  expect(spread([5, 5, 5])).toBe(0);
  expect(spread([8, 10, 12])).toBeCloseTo(0.4);
});

test("a percentile is one of the values", () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(values, 0.5)).toBe(50);
  expect(percentile(values, 0.99)).toBe(99);
  expect(percentile([7], 0.99)).toBe(7);
  expect(percentile([], 0.5)).toBeNaN();
});
