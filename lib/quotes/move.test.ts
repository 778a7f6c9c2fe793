import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Searchable } from "@/lib/resolver/locate";
import { codePointLength, sliceCodePoints } from "@/lib/text/code-points";
import type { Range } from "@/lib/text/range";
import { Edit } from "./move";

const rangeOf = (words: string, text: string): Range => {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`"${words}" is not there.`);
  const start = codePointLength(text.slice(0, at));
  return { start, end: start + codePointLength(words) };
};
const words = (text: string, range: Range | null | undefined) =>
  range && sliceCodePoints(text, range.start, range.end);

describe("words that still stand in an edited post", () => {
  const before = "Tea 🍵 is fine. Milk comes last, I think. Sugar never.";

  it("are found where they stand now", () => {
    const after = `🫖 Before all else: ${before}`;
    const moved = new Edit(before, new Searchable(after)).standing([
      rangeOf("Milk comes last", before),
    ]);
    expect(moved?.map((range) => words(after, range))).toEqual(["Milk comes last"]);
  });

  it("are the nearest of several, seen from where they stood", () => {
    const text = "Yes it is. No. Yes it is. No. Yes it is.";
    const middle = { start: 15, end: 25 };
    const after = `Well. ${text}`;
    expect(new Edit(text, new Searchable(after)).standing([middle])).toEqual([
      { start: 21, end: 31 },
    ]);
  });

  it("may have lost what the quote left out between them", () => {
    const after = "Tea 🍵 is fine. Something else. Sugar never.";
    const ranges = [rangeOf("Tea 🍵 is fine.", before), rangeOf("Sugar never.", before)];
    const moved = new Edit(before, new Searchable(after)).standing(ranges);
    expect(moved?.map((range) => words(after, range))).toEqual(["Tea 🍵 is fine.", "Sugar never."]);
  });

  it("do not stand there if one of the ranges is gone", () => {
    const ranges = [rangeOf("Tea", before), rangeOf("Sugar never.", before)];
    expect(new Edit(before, new Searchable("Tea 🍵 is fine.")).standing(ranges)).toBeNull();
  });
});

describe("many passages of a long text", () => {
  it("are carried along by an edit elsewhere, however long the text is", () => {
    const sentences = Array.from(
      { length: 1_000 },
      (_, index) => `Sentence ${index} of ${index * 7}, as it is.`,
    );
    const before = sentences.join(" ");
    const after = `🫖 First of all. ${before.replace("Sentence 500 of", "Passage 500 of")}`;
    const edit = new Edit(before, new Searchable(after));
    for (const sentence of sentences) {
      const [standing] = edit.standing([rangeOf(sentence, before)]) ?? [];
      const expected = sentence.startsWith("Sentence 500 ") ? null : sentence;
      expect(words(after, standing) ?? null).toBe(expected);
    }
  });
});

describe("what became of words that were edited", () => {
  const before = "Tea 🍵 is fine. The water must be boiling, or nearly. Milk comes last.";
  const passage = rangeOf("The water must be boiling, or nearly.", before);
  const became = (after: string) =>
    words(after, new Edit(before, new Searchable(after)).became(passage)) ?? null;

  it("is the sentence in its place", () => {
    const after = "Tea 🍵 is good. The water must be hot, or nearly so. Milk comes last.";
    expect(became(after)).toBe("The water must be hot, or nearly so.");
  });

  it("is what is left of it", () => {
    expect(became("Tea 🍵 is fine. The water must be boiling. Milk comes last.")).toBe(
      "The water must be boiling.",
    );
  });

  it("is nothing where another sentence took its place, or none", () => {
    expect(became("Tea 🍵 is fine. Coffee has no such rules. Milk comes last.")).toBeNull();
    expect(became("Tea 🍵 is fine. Milk comes last.")).toBeNull();
    expect(became("")).toBeNull();
  });
});

const text = fc
  .array(fc.constantFrom("alpha", "beta", "γάμμα", "漢字", "🙂", "delta,", "end."), {
    maxLength: 30,
  })
  .map((all) => all.join(" "));

describe("whatever the texts are", () => {
  it("moved words are the same words, and an edited passage lies within the text", () => {
    fc.assert(
      fc.property(
        text,
        text,
        fc.nat(40),
        fc.integer({ min: 1, max: 40 }),
        (a, b, start, length) => {
          const size = codePointLength(a);
          const range = { start: Math.min(start, size), end: Math.min(start + length, size) };
          const became =
            range.end > range.start ? new Edit(a, new Searchable(b)).became(range) : null;
          if (became !== null) {
            expect(became.start).toBeGreaterThanOrEqual(0);
            expect(became.end).toBeLessThanOrEqual(codePointLength(b));
            expect(became.end).toBeGreaterThanOrEqual(became.start);
          }
        },
      ),
    );
  });

  it("an unchanged text leaves every passage where it is", () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.integer({ min: 1, max: 40 }), (a, start, length) => {
        const size = codePointLength(a);
        const range = { start: Math.min(start, size), end: Math.min(start + length, size) };
        if (range.end > range.start)
          expect(new Edit(a, new Searchable(a)).became(range)).toEqual(range);
      }),
    );
  });
});
