import { expect, test } from "vitest";
import { goalsOf, isMeasured, isReached } from "@/bench/goals";
import { nothingMeasured } from "@/bench/measured";

test("what was not measured is not reached, whichever way it goes", () => {
  const goals = goalsOf(nothingMeasured());
  expect(new Set(goals.map(({ number }) => number))).toEqual(
    new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 11]),
  );
  for (const goal of goals) {
    expect(isMeasured(goal), goal.measure).toBe(false);
    expect(isReached(goal), goal.measure).toBe(false);
  }
});

test("a write's rate is compared with pgbench's of the same round, and with NodeBB's", () => {
  const round = { server: 1, database: 1 };
  const measured = nothingMeasured();
  measured.written.vote = [
    { ...round, rate: 300, pgbench: 1000 },
    { ...round, rate: 30, pgbench: 300 },
    { ...round, rate: 200, pgbench: 1000 },
  ];
  const [toPgbench, , toNodebb] = goalsOf(measured).filter(({ number }) => number === 8);
  expect(toPgbench?.value).toBe(0.2);
  expect(toNodebb?.value).toBeCloseTo(200 / 30);
});

test("a page just after a write is the faster the less time it takes", () => {
  const measured = nothingMeasured();
  measured.afterWrite = [{ forum: 40, bare: 20 }];
  expect(goalsOf(measured).find(({ measure }) => measure.includes("after a write"))?.value).toBe(
    0.5,
  );
});
