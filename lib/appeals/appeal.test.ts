import { expect, test } from "vitest";
import { appealUntil, isAppealable } from "@/lib/appeals/appeal";

test("a decision can be appealed against for six months, never for less", () => {
  const until = (day: string) => appealUntil(new Date(day)).toISOString().slice(0, 10);
  expect(until("2026-01-15T12:00:00Z")).toBe("2026-07-15");
  expect(until("2026-11-23T12:00:00Z")).toBe("2027-05-23");
  expect(until("2026-08-31T12:00:00Z")).toBe("2027-03-03");
});

test("what takes something away can be appealed against, what gives it back cannot", () => {
  for (const kind of ["hide", "lock", "suspend", "ban", "warn", "off_topic"] as const) {
    expect(isAppealable(kind), kind).toBe(true);
  }
  for (const kind of ["unhide", "unlock", "lift", "approve", "on_topic", "pin"] as const) {
    expect(isAppealable(kind), kind).toBe(false);
  }
});
