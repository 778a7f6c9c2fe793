import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { codePointLength, sliceCodePoints, unitOffset } from "./code-points";
import { snippet } from "./snippet";

// Random texts take their time where several things run at once.
vi.setConfig({ testTimeout: 30_000 });

describe("a snippet", () => {
  it("is the beginning of the text, cut between words", () => {
    expect(snippet("One two,\n three four", 40)).toBe("One two, three four");
    expect(snippet("One two, three four", 12)).toBe("One two…");
    expect(snippet("Unbreakable", 6)).toBe("Unbre…");
    expect(snippet("x ".repeat(10_000), 5)).toBe("x x…");
  });

  it("never gets longer than asked for, nor ends in half a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 30 }), (text, max) => {
        const cut = snippet(text, max);
        expect(codePointLength(cut)).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe("code points", () => {
  it("are counted and cut as an array of characters would be", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(20), fc.nat(20), (text, start, end) => {
        const characters = Array.from(text);
        expect(codePointLength(text)).toBe(characters.length);
        expect(sliceCodePoints(text, start, end)).toBe(characters.slice(start, end).join(""));
        expect(unitOffset(text, start)).toBe(characters.slice(0, start).join("").length);
      }),
    );
  });
});
