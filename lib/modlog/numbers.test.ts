import fc from "fast-check";
import { expect, test } from "vitest";
import { axisEnd, beginningOf, keysOf, lastMonths, monthNumbers } from "@/lib/modlog/numbers";

test("the months are the last twelve, across a year's end, also on a month's last day", () => {
  const months = lastMonths(new Date("2026-03-31T23:59:00Z"));
  expect(months).toHaveLength(12);
  expect([months[0], months[9], months[11]]).toEqual(["2025-04", "2026-01", "2026-03"]);
  expect(beginningOf(months)).toEqual(new Date("2025-04-01T00:00:00Z"));
});

test("a month in which nothing happened is there with nothing in it", () => {
  const rows = {
    reports: [{ month: "2026-02", reason: "Spam", count: 3 }],
    actions: [{ month: "2026-02", kind: "hide" as const, count: 2 }],
    cases: [{ month: "2026-02", count: 2, seconds: 5_400 }],
    appeals: [{ month: "2026-02", count: 4, upheld: 1 }],
  };
  const [quiet, busy] = monthNumbers(["2026-01", "2026-02"], rows);
  expect(quiet).toEqual({
    ...{ month: "2026-01", reports: new Map(), actions: new Map() },
    ...{ decided: 0, medianMinutes: null, appeals: 0, upheld: 0 },
  });
  expect(busy).toMatchObject({ decided: 2, medianMinutes: 90, appeals: 4, upheld: 1 });
  expect(busy?.reports).toEqual(new Map([["Spam", 3]]));
});

test("columns are ordered by how often they were counted in all months", () => {
  const maps = [new Map([["a", 1], ["b", 2]]), new Map([["a", 3], ["c", 2]])]; // biome-ignore format: short
  expect(keysOf(maps)).toEqual(["a", "b", "c"]);
});

test("an axis ends at a number that halves evenly, at most two and a half times too high", () => {
  expect([0, 1, 2, 3, 9, 10, 11, 45, 101].map(axisEnd)).toEqual([2, 2, 2, 4, 10, 20, 20, 60, 200]);
  fc.assert(
    fc.property(fc.nat({ max: 10_000_000 }), (most) => {
      const end = axisEnd(most);
      expect(end).toBeGreaterThanOrEqual(most);
      expect(end).toBeLessThanOrEqual(Math.max(2, most * 2.5));
      expect(end % 2).toBe(0);
    }),
  );
});
