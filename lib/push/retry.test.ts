import fc from "fast-check";
import { expect, test } from "vitest";
import { PUSH_LIFE, waitAsked, waitBefore } from "@/lib/push/retry";

const now = new Date("2026-12-01T10:00:00Z");

test("a push service says in seconds or by a date how long it wants to be left alone", () => {
  expect(waitAsked("120", now)).toBe(120_000);
  expect(waitAsked("Tue, 01 Dec 2026 10:02:00 GMT", now)).toBe(120_000);
  expect(waitAsked("Tue, 01 Dec 2026 09:00:00 GMT", now)).toBe(0);
  for (const nothing of [null, "", "soon", "-5", "1e9", "99999999999999"])
    expect(waitAsked(nothing, now), String(nothing)).toBeNull();
});

test("it is left alone for longer each time, and for no less than it asked for", () => {
  const waits = [0, 1, 2, 3, 4, 5].map((attempts) => waitBefore(attempts, 0, null));
  expect(waits).toEqual([30, 120, 480, 1_920, 3_600, 3_600].map((seconds) => seconds * 1_000));
  expect(waitBefore(0, 0, 7_200_000)).toBe(7_200_000);
});

test("a push is not tried when it is of no use any more, and not for ever", () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(2 * PUSH_LIFE), fc.option(fc.nat()), (attempts, age, asked) => {
      const wait = waitBefore(attempts, age, asked);
      if (wait !== null) {
        expect(age + wait).toBeLessThan(PUSH_LIFE);
        expect(wait).toBeGreaterThanOrEqual(Math.max(30_000, asked ?? 0));
      }
    }),
  );
  let age = 0;
  let attempts = 0;
  for (let wait = waitBefore(0, 0, null); wait !== null; wait = waitBefore(attempts, age, null)) {
    age += wait;
    attempts += 1;
  }
  expect(attempts).toBeLessThan(30);
});
