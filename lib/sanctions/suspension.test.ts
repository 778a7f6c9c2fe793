import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SUSPENSION_DAYS, suspensionEnd } from "@/lib/sanctions/suspension";

const NOW = new Date("2026-11-23T03:20:00Z");
const HOUR = 3_600_000;

describe("when a suspension ends", () => {
  test("after the days that were chosen: never earlier, and within an hour", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SUSPENSION_DAYS),
        fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
        (days, now) => {
          const end = suspensionEnd({ length: String(days), date: "" }, now);
          if (!end.ok) throw new Error(end.message);
          const late = end.value.getTime() - now.getTime() - days * 24 * HOUR;
          expect(late).toBeGreaterThanOrEqual(0);
          expect(late).toBeLessThan(HOUR);
        },
      ),
    );
  });

  test("with the end of the date that was typed", () => {
    const end = suspensionEnd({ length: "date", date: "2026-11-30" }, NOW);
    expect(end).toEqual({ ok: true, value: new Date("2026-12-01T00:00:00Z") });
    expect(suspensionEnd({ length: "date", date: "2026-11-23" }, NOW).ok).toBe(true);
  });

  test.each([
    ["", ""],
    ["5", ""],
    ["-1", ""],
    ["date", ""],
    ["date", "tomorrow"],
    ["date", "2026-11-22"],
    ["date", "2026-02-30"],
    ["date", "2026-13-01"],
    ["date", "9999-01-01"],
    ["date", "2026-11-30T00:00"],
  ])("is refused with a sentence: %s %s", (length, date) => {
    const end = suspensionEnd({ length, date }, NOW);
    if (end.ok) throw new Error("It was taken.");
    expect(Object.values(end.fields)[0]).toMatch(/^[A-Z].*\.$/);
  });
});
