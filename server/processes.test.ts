import { expect, test } from "vitest";
import { isWorthRestarting, processesWanted } from "@/server/processes";

test("WEB_PROCESSES is a small number, and anything else is refused with a sentence", () => {
  expect(processesWanted(undefined)).toBe(1);
  expect(processesWanted("")).toBe(1);
  expect(processesWanted("4")).toBe(4);
  for (const wrong of ["0", "-1", "1.5", "65", "many", "1e1", " "]) {
    expect(processesWanted(wrong)).toBe(
      `WEB_PROCESSES is "${wrong}": it must be a number from 1 to 64.`,
    );
  }
});

test("a web process that ends now and then is started again, one that ends again and again is not", () => {
  const now = 1_000_000;
  const minute = 60_000;
  expect(isWorthRestarting([now], now)).toBe(true);
  expect(
    isWorthRestarting(
      [0, 1, 2, 3, 4, 5, 6].map((each) => now - each),
      now,
    ),
  ).toBe(false);
  expect(
    isWorthRestarting(
      [0, 1, 2, 3, 4, 5].map((each) => now - each * minute),
      now,
    ),
  ).toBe(true);
});
