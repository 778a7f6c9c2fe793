import { expect, test } from "vitest";
import { rateOfPgbench } from "@/bench/writing/pgbench";

const OUTPUT = `transaction type: vote.sql
number of transactions actually processed: 2560
number of failed transactions: 0 (0.000%)
initial connection time = 24.6 ms
tps = 855.207137 (without initial connection time)
`;

test("the rate is read from what pgbench prints", () => {
  expect(rateOfPgbench(OUTPUT)).toBe(855.207137);
});

test("transactions that failed are no rate", () => {
  expect(() => rateOfPgbench(OUTPUT.replace("transactions: 0", "transactions: 3"))).toThrow();
  expect(() => rateOfPgbench("pgbench: error: connection refused")).toThrow();
});
