import { expect, test } from "vitest";
import { isWorthNoting, VISIT_LASTS, type Visit, visitNow } from "@/lib/live/visit";

const NOON = new Date(Date.UTC(2026, 10, 1, 12));
const later = (milliseconds: number) => new Date(NOON.getTime() + milliseconds);

test("to who comes for the first time nothing is new", () => {
  expect(visitNow(null, 7, NOON)).toEqual({ seen: 7, shown: 7, at: NOON });
});

test("a reload takes no marks away, and the next visit takes them all", () => {
  const first = visitNow(null, 7, NOON);
  const soon = visitNow(first, 9, later(60_000));
  expect(soon).toEqual({ seen: 7, shown: 9, at: later(60_000) });
  expect(visitNow(soon, 9, later(120_000)).seen).toBe(7);
  const next = visitNow(soon, 12, later(60_000 + VISIT_LASTS));
  expect(next).toMatchObject({ seen: 9, shown: 12 });
});

test("a page that was made before another one takes back nothing that was shown", () => {
  const visit: Visit = { seen: 3, shown: 12, at: NOON };
  expect(visitNow(visit, 9, later(1_000)).shown).toBe(12);
});

test("looking again at once writes nothing", () => {
  const visit = visitNow(null, 7, NOON);
  expect(isWorthNoting(null, visit)).toBe(true);
  expect(isWorthNoting(visit, visitNow(visit, 7, later(60_000)))).toBe(false);
  expect(isWorthNoting(visit, visitNow(visit, 8, later(60_000)))).toBe(true);
  expect(isWorthNoting(visit, visitNow(visit, 7, later(600_000)))).toBe(true);
});
