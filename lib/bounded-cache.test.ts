import fc from "fast-check";
import { expect, test } from "vitest";
import { BoundedCache } from "@/lib/bounded-cache";

const MOST = 100;

test("whatever is entered and weighed, all together never weigh more than allowed", () => {
  const act = fc.record({
    key: fc.nat({ max: 20 }),
    bytes: fc.integer({ min: 1, max: 2 * MOST }),
    anew: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const bounded = new BoundedCache<number, { bytes: number }>(MOST);
      const entered = new Map<number, { bytes: number }>();
      for (const { key, bytes, anew } of acts) {
        const known = entered.get(key);
        const value = anew || known === undefined ? { bytes } : known;
        if (value !== known) bounded.enter(key, value);
        value.bytes = bytes;
        bounded.weigh(key, value, bytes);
        entered.set(key, value);
        const held = [...entered].filter(([each, of]) => bounded.get(each) === of);
        expect(held.reduce((sum, [, of]) => sum + of.bytes, 0)).toBe(bounded.weight);
        expect(bounded.weight).toBeLessThanOrEqual(MOST);
      }
    }),
  );
});

test("what was used last stays, and what weighs more than all may does not", () => {
  const bounded = new BoundedCache<string, object>(MOST);
  const [one, two, three, large] = [{}, {}, {}, {}];
  for (const [key, value] of Object.entries({ one, two })) {
    bounded.enter(key, value);
    bounded.weigh(key, value, 40);
  }
  expect(bounded.get("one")).toBe(one);
  bounded.enter("three", three);
  bounded.weigh("three", three, 40);
  expect([bounded.get("one"), bounded.get("two"), bounded.get("three")]).toEqual([
    one,
    undefined,
    three,
  ]);
  bounded.enter("large", large);
  bounded.weigh("large", large, MOST + 1);
  expect(bounded.get("large")).toBeUndefined();
});

test("what is late finds its place taken, and changes nothing", () => {
  const bounded = new BoundedCache<string, object>(MOST);
  const [late, now] = [{}, {}];
  bounded.enter("key", late);
  bounded.enter("key", now);
  bounded.weigh("key", late, 50);
  bounded.drop("key", late);
  expect(bounded.get("key")).toBe(now);
  expect(bounded.weight).toBe(1);
  bounded.drop("key", now);
  expect(bounded.weight).toBe(0);
});

test("weighed anew, it is kept no longer than was said before", async () => {
  const bounded = new BoundedCache<string, object>(MOST);
  const value = {};
  bounded.enter("key", value);
  bounded.weigh("key", value, 10, 5);
  bounded.weigh("key", value, 20);
  expect(bounded.get("key")).toBe(value);
  await expect.poll(() => bounded.get("key")).toBeUndefined();
});
