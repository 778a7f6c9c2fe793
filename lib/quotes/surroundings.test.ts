import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointLength } from "@/lib/text/code-points";
import { surroundingsOf } from "./surroundings";

describe("the text around a passage", () => {
  it("is cut between words, and says so", () => {
    const text = `${"word ".repeat(200)}THE PASSAGE${" word".repeat(200)}`;
    const found = surroundingsOf(text, [{ start: 1000, end: 1011 }]);
    expect(found.pieces).toEqual([{ text: "THE PASSAGE", quoted: true }]);
    expect(found.before).toMatch(/^word .* $/);
    expect(found.after).toMatch(/^ word .*word$/);
    expect(found).toMatchObject({ startsLater: true, endsEarlier: true });
  });

  it("shows what a quote left out", () => {
    const found = surroundingsOf("One two three four", [
      { start: 14, end: 18 },
      { start: 0, end: 3 },
    ]);
    expect(found.pieces).toEqual([
      { text: "One", quoted: true },
      { text: " two three ", quoted: false },
      { text: "four", quoted: true },
    ]);
    expect(found).toMatchObject({ before: "", after: "", startsLater: false, endsEarlier: false });
  });

  it("is the text itself, whatever the text and the ranges are", () => {
    const range = fc.tuple(fc.nat(30), fc.nat(30)).map(([start, length]) => ({ start, length }));
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.array(range, { minLength: 1 }),
        (text, wishes) => {
          const size = codePointLength(text);
          const ranges = wishes.map(({ start, length }) => ({
            start: Math.min(start, size),
            end: Math.min(start + length, size),
          }));
          const { before, pieces, after } = surroundingsOf(text, ranges);
          expect(before + pieces.map((piece) => piece.text).join("") + after).toBe(text);
        },
      ),
    );
  });
});
