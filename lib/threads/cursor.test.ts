import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cursorOf, parseCursor } from "@/lib/threads/cursor";

const id = fc.integer({ min: 1, max: 2_147_483_647 });

describe("a cursor", () => {
  test("of a rank leads back to the very same number", () => {
    const rank = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(rank, id, (value, row) => {
        const parsed = parseCursor(cursorOf(value, row), "hotRank");
        expect(parsed?.id).toBe(row);
        expect(parsed?.value === value).toBe(true);
      }),
    );
  });

  test("of a score or a time leads back to it", () => {
    const score = fc.integer({ min: -2_147_483_647, max: 2_147_483_647 });
    fc.assert(
      fc.property(score, id, (value, row) => {
        expect(parseCursor(cursorOf(value, row), "score")).toEqual({ value, id: row });
      }),
    );
    const time = fc.date({ min: new Date(0), max: new Date("2200-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(time, id, fc.constantFrom("createdAt", "lastPostAt"), (value, row, column) => {
        expect(parseCursor(cursorOf(value, row), column)).toEqual({ value, id: row });
      }),
    );
  });

  test.each([
    ...[undefined, "", "_", "1", "1_", "_1", "a_1", "1_a", "1_-1", "1__2", " 1_2", "1_2 ", "1_2\n"],
    ...["NaN_1", "Infinity_1", "1e999_1", "1_99999999999", "1_2147483648", "0x10_1", "1.5.5_1"],
  ])("%j is none for a rank", (text) => {
    expect(parseCursor(text, "hotRank")).toBeNull();
  });

  test.each([
    ["1.5_1", "score"],
    ["2147483648_1", "score"],
    ["1e300_1", "score"],
    ["-1_1", "createdAt"],
    ["1e300_1", "createdAt"],
    ["8640000000000001_1", "lastPostAt"],
  ])("%s is none for %s", (text, column) => {
    expect(parseCursor(text, column)).toBeNull();
  });

  test("of any text at all is one, or null, never an error", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("hotRank", "score", "createdAt"), (text, column) => {
        const parsed = parseCursor(text, column);
        if (parsed !== null) expect(Number.isFinite(Number(parsed.value))).toBe(true);
      }),
    );
  });
});
