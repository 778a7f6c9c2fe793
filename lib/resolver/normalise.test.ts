import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { sliceCodePoints } from "@/lib/text/code-points";
import { normalise } from "./normalise";

// Many random texts take their time where several things run at once.
vi.setConfig({ testTimeout: 30_000 });

describe("two texts are the same after normalisation", () => {
  it.each([
    ["“Don’t” — he said…", '"don\'t" - he said...'],
    ["a  b\n c\td", "a b c d"],
    ["Straße", "STRASSE"],
    ["ὈΔΥΣΣΕΎΣ", "ὀδυσσεύς"],
    ["cafe\u0301", "café"],
    ["ﬁne ①", "fine 1"],
    ["ｆｕｌｌ", "full"],
    ["ｶﾞ", "ガ"],
    ["\u1112\u1161\u11ab", "한"],
    ["zero\u200bwidth\u00adhere", "zerowidthhere"],
    ["*a* **b** _c_ `d` ~~e~~ \\*", "a b c d e"],
    ["see [the page](https://x.test/a_b?c) now", "see the page now"],
    ["❤️", "❤"],
    ["a -- b", "a—b"],
    ["x → y", "x -> y"],
    ["f(a, b) .", "f( a,b )."],
    ["漢字\nかな", "漢字かな"],
    ["a\u00a0b", "a b"],
    ["−5", "-5"],
  ])("%j and %j", (one, other) => expect(normalise(one).text).toBe(normalise(other).text));

  it.each([
    ["a b", "ab"],
    ["cats", "cat"],
    ["한국 사람", "한국사람"],
    ["note [1]", "note 1"],
    ["résumé", "resume"],
  ])("but not %j and %j", (one, other) =>
    expect(normalise(one).text).not.toBe(normalise(other).text),
  );
});

describe("every unit of the normal form knows its source", () => {
  it("in order and within the source", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })),
        (source) => {
          const { text, starts, ends } = normalise(source);
          const length = Array.from(source).length;
          expect(starts).toHaveLength(text.length);
          expect(ends).toHaveLength(text.length);
          starts.forEach((start, at) => {
            expect(start).toBeLessThan(ends[at] as number);
            expect(ends[at]).toBeLessThanOrEqual(length);
            if (at > 0) expect(start).toBeGreaterThanOrEqual(starts[at - 1] as number);
          });
        },
      ),
    );
  });

  it("so that a range of it is a range of the source with the same normal form", () => {
    const source = "😀 The “Straße”,  *cafe\u0301* — ﬁne";
    const { text, starts, ends } = normalise(source);
    const at = text.indexOf("strasse");
    const end = text.indexOf("fine") + 4;
    const found = sliceCodePoints(source, starts[at] as number, ends[end - 1] as number);
    expect(found).toBe("Straße”,  *cafe\u0301* — ﬁne");
  });
});
