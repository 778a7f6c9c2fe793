import { expect, test } from "vitest";
import { waitAfter, waitWords } from "@/lib/accounts/limits";

test("the wait grows, and never to more than a quarter of an hour", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 1000].map(waitAfter)).toEqual([
    30, 60, 120, 240, 480, 900, 900, 900,
  ]);
});

test("a wait is said in words that can be kept to: rounded up", () => {
  expect([1, 1001, 90_000, 121_000, 3_600_000, 7_200_001].map(waitWords)).toEqual([
    "1 second",
    "2 seconds",
    "90 seconds",
    "3 minutes",
    "60 minutes",
    "3 hours",
  ]);
});
