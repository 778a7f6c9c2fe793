import fc from "fast-check";
import { expect, test } from "vitest";
import { activityOf, firstDay, WEEKS_SHOWN } from "@/lib/history/activity";

const anyNow = fc.date({
  min: new Date("2001-01-01"),
  max: new Date("2100-01-01"),
  noInvalidDate: true,
});

test("every day of the last 53 weeks is there once, in order, from a Monday until today", () => {
  fc.assert(
    fc.property(anyNow, (now) => {
      const { weeks } = activityOf(new Map(), now);
      expect(weeks).toHaveLength(WEEKS_SHOWN);
      const days = weeks.flat().map(({ day }) => day);
      expect(days).toEqual([...new Set(days)].sort());
      expect(days[0]).toBe(firstDay(now).toISOString().slice(0, 10));
      expect(firstDay(now).getUTCDay()).toBe(1);
      expect(days.at(-1)).toBe(now.toISOString().slice(0, 10));
      expect(weeks.slice(0, -1).every((week) => week.length === 7)).toBe(true);
    }),
  );
});

test("what is counted is the same in the days, the months and the sum", () => {
  const now = new Date("2026-11-24T10:00:00Z");
  const counts = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 400 }).map((back) => {
        return new Date(now.getTime() - back * 86_400_000).toISOString().slice(0, 10);
      }),
      fc.integer({ min: 1, max: 50 }),
    ),
  );
  fc.assert(
    fc.property(counts, (entries) => {
      const activity = activityOf(new Map(entries), now);
      const all = activity.weeks.flat();
      const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
      expect(sum(all.map(({ posts }) => posts))).toBe(activity.posts);
      expect(sum(activity.months.map(({ posts }) => posts))).toBe(activity.posts);
      expect(sum(activity.months.map(({ days }) => days))).toBe(activity.days);
      expect(all.every(({ posts, level }) => posts > 0 === level > 0 && level <= 4)).toBe(true);
    }),
  );
});

test("the busiest day is the darkest, and one post is never nothing", () => {
  const now = new Date("2026-11-24T10:00:00Z");
  const counts = new Map([
    ["2026-11-23", 100],
    ["2026-11-24", 1],
  ]);
  const [monday, tuesday] = activityOf(counts, now).weeks.at(-1) ?? [];
  expect([monday?.level, tuesday?.level]).toEqual([4, 1]);
});
