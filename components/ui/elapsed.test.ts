import fc from "fast-check";
import { expect, test } from "vitest";
import { ageOf, agesHold } from "@/components/ui/elapsed";

const NOW = new Date("2026-11-24T12:00:00Z");
const HOUR = 3_600_000;

test.each([
  [0, "just now"],
  [59_000, "just now"],
  [60_000, "1 min ago"],
  [HOUR, "1 h ago"],
  [25 * HOUR, "1 d ago"],
  [31 * 24 * HOUR, "2026-10-24"],
])("after %d ms it says %s", (elapsed, words) => {
  expect(ageOf(new Date(NOW.getTime() - elapsed), NOW)).toBe(words);
});

test("a page is shown as it is for a minute to an hour, and wrong by a sixtieth at most after the first", () => {
  fc.assert(
    fc.property(fc.nat(400 * 24 * HOUR), (elapsed) => {
      const holds = agesHold(new Date(NOW.getTime() - elapsed), NOW);
      expect(holds).toBeGreaterThanOrEqual(60_000);
      expect(holds).toBeLessThanOrEqual(Math.max(60_000, Math.min(HOUR, elapsed / 60)));
    }),
  );
});
