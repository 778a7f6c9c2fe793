import { expect, test } from "vitest";
import { nameOfPerson } from "@/bench/scale/people";
import { CYCLE, MEASURED_LENGTH, shapeOfCycle } from "@/bench/scale/shape";
import { storedTexts, TEXTS } from "@/bench/scale/texts";
import { usernameKey } from "@/lib/accounts/username";

test("a cycle has as many posts as it says, threads of the length that is measured, a third quotes", () => {
  const { threads, posts, quotes } = shapeOfCycle();
  expect(posts.length).toBe(CYCLE);
  expect(threads.reduce((sum, { length }) => sum + length, 0)).toBe(CYCLE);
  const measured = threads.filter(({ length }) => length === MEASURED_LENGTH);
  expect(measured.length).toBeGreaterThanOrEqual(24);
  expect(measured.every((thread) => thread.hidden_by === null && thread.locked_by === null)).toBe(
    true,
  );
  expect(Math.max(...threads.map(({ length }) => length))).toBeLessThanOrEqual(TEXTS);
  expect(quotes / CYCLE).toBeGreaterThan(0.28);
  expect(quotes / CYCLE).toBeLessThan(0.36);
  expect(shapeOfCycle()).toEqual(shapeOfCycle());
});

test("its texts have 430 characters or so, and its people names that look like no other's", () => {
  const { texts } = storedTexts();
  const average = texts.reduce((sum, { own_text }) => sum + own_text.length, 0) / texts.length;
  expect(average).toBeGreaterThan(390);
  expect(average).toBeLessThan(450);
  for (const person of [1, 20, 345, 6789]) {
    expect(usernameKey(nameOfPerson(person))).toBe(nameOfPerson(person));
  }
});
