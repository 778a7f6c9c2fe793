import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { codePointLength, sliceCodePoints } from "@/lib/text/code-points";
import { renderPost } from "@/lib/text/render";
import { locate } from "./locate";

// Many random texts take their time where several things run at once.
vi.setConfig({ testTimeout: 30_000 });

/** The words at each place, with how they agree. */
function words(exact: string, ownText: string): string[] {
  return locate(exact, ownText).map(
    ({ start, end, how }) => `${how}: ${sliceCodePoints(ownText, start, end)}`,
  );
}

/** As the above, the quote and the source being typed in Markdown. */
function typed(quote: string, source: string): string[] {
  return words(renderPost(quote).quotes[0]?.exact ?? "", renderPost(source).ownText);
}

describe("a quote is found", () => {
  it("where its words stand exactly, at every place", () => {
    expect(words("so it is", "so it is, and so it is")).toEqual([
      "exact: so it is",
      "exact: so it is",
    ]);
  });

  it("exactly, before any place that is only like it", () => {
    expect(locate("Yes, it is", "yes, it is. Yes, it is.")).toMatchObject([
      { start: 12, end: 22, how: "exact" },
    ]);
  });

  it("in any slice of a source between words", () => {
    const source = fc.array(fc.constantFrom("one", "two", "😀", "漢字", "“three”", "four,"), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(source, fc.nat(11), fc.integer({ min: 1, max: 12 }), (list, from, count) => {
        const slice = list.slice(from, from + count).join(" ");
        const places = locate(slice, list.join(" "));
        if (slice !== "") expect(places.length).toBeGreaterThan(0);
        for (const { start, end } of places) {
          expect(sliceCodePoints(list.join(" "), start, end)).toBe(slice);
          expect(end - start).toBe(codePointLength(slice));
        }
      }),
    );
  });

  it("with its own characters though others were typed", () => {
    expect(words('"it\'s - really" good', "I say “It’s — really” good.")).toEqual([
      "normalised: “It’s — really” good",
    ]);
  });

  it("by offsets in code points behind emoji, Chinese and Hebrew", () => {
    expect(locate("the WORDS", "😀👍🏽漢字 שלום the words")).toMatchObject([
      { start: 11, end: 20, how: "normalised" },
    ]);
  });
});

describe("a quote typed in Markdown is found", () => {
  it.each([
    ["> wrapped\n> anew by\n> hand", "It was wrapped anew\nby hand."],
    ["> an important point", "That is an **important** point."],
    ["> an **important** point", "That is an important point."],
    ["> read the page first", "Do [read the page](https://x.test) first."],
    ["> read [the page](https://x.test) first", "Do read the page first."],
    ["> call `f(x)` now", "Please call f(x) now."],
    ["> - second\n> - third", "1. first\n2. second\n3. third"],
    ["> second third", "- first\n- second\n- third"],
    ["> end.\n>\n> Begin", "The end.\n\nBegin again."],
    ["> ```\n> a = 1\n> ```", "Run:\n\n```py\na = 1\nb = 2\n```"],
    ["> 他说\n> 你好世界", "他说你好世界，再见"],
  ])("%j", (quote, source) => expect(typed(quote, source)).toHaveLength(1));

  it("but not inside another person's quote", () => {
    expect(typed("> the original words", "> the original words\n\nI disagree.")).toEqual([]);
  });
});

describe("a match never cuts a word", () => {
  it.each([
    ["art", "the party"],
    ["art", "the artist"],
    ["art", "smart"],
    ["é", "café"],
    ["12", "2012"],
  ])("%s is not in %s", (exact, ownText) => expect(locate(exact, ownText)).toEqual([]));

  it("where a later place is whole, that is found", () => {
    expect(locate("art", "party art")).toMatchObject([{ start: 6, end: 9, how: "exact" }]);
  });

  it("while scripts without spaces may be cut anywhere", () => {
    expect(locate("世界", "你好世界再见")).toHaveLength(1);
    expect(locate("ไทย", "ภาษาไทยดี")).toHaveLength(1);
  });
});

describe("a quote with omissions is found", () => {
  const source = "The first claim is long. Some detail follows here. The last claim is short.";

  it.each(["[…]", "[...]", "…", "...", "(…)", "(...)", "....", "[ … ]"])("with %s", (mark) => {
    expect(words(`The first claim ${mark} the last claim is short`, source)).toEqual([
      "elided: The first claim is long. Some detail follows here. The last claim is short",
    ]);
  });

  it("with words in brackets that the quoter put in", () => {
    expect(words("Some [very] detail [now] follows here", source)).toEqual([
      "elided: Some detail follows here",
    ]);
    expect(words("[T]he last claim is short", source)).toHaveLength(1);
    expect(words("[The] claim is short", source)).toEqual(["elided: claim is short"]);
  });

  it("with omissions at its ends", () => {
    expect(words("… detail follows here …", source)).toEqual(["elided: detail follows here"]);
  });

  it("as tightly as can be", () => {
    expect(words("claim […] is short and sweet", "A claim. A claim is short and sweet.")).toEqual([
      "elided: claim is short and sweet",
    ]);
  });

  it.each([
    ["the last claim […] the first claim", "its parts in another order"],
    ["The first claim […] nothing of the kind", "a part that is not there"],
    ["The […] is", "no part long enough to be sure"],
    ["[…]", "no words at all"],
  ])("but not %s: %s", (exact) => expect(words(exact, source)).toEqual([]));

  it("but not across more than a screen of text", () => {
    const far = (gap: number) => `It begins like this. ${"x ".repeat(gap / 2)}It ends like that.`;
    expect(words("It begins like this. […] It ends like that.", far(1_000))).toHaveLength(1);
    expect(words("It begins like this. […] It ends like that.", far(3_000))).toEqual([]);
  });

  it("in reasonable time, even where its first part is everywhere", () => {
    const start = performance.now();
    expect(words("a […] a […] b […] long enough words", "a b ".repeat(50_000))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe("words repeated without end", () => {
  it("are searched for without comparing them anew at every place", () => {
    const indexOf = vi.spyOn(String.prototype, "indexOf");
    for (const [word, more] of [
      ["a", "a"],
      ["ab ", "a"],
    ] as const) {
      expect(locate(word.repeat(2_000) + more, word.repeat(20_000))).toEqual([]);
    }
    // Once for the exact and once for the normalised words.
    expect(indexOf.mock.calls.filter(([sought]) => sought.length > 1_000)).toHaveLength(4);
    indexOf.mockRestore();
  });

  it("are found at every place that cuts no word and overlaps no other", () => {
    const byStep = (exact: string, text: string) => {
      const starts: number[] = [];
      for (let at = 0; at + exact.length <= text.length; at += 1) {
        const around = [
          text[at - 1],
          text[at],
          text[at + exact.length - 1],
          text[at + exact.length],
        ];
        const [before, first, last, after] = around.map((unit) => /[ab]/.test(unit ?? " "));
        const isWhole = !(before && first) && !(last && after);
        if (!text.startsWith(exact, at) || !isWhole) continue;
        starts.push(at);
        at += exact.length - 1;
      }
      return starts;
    };
    const texts = fc.string({ unit: fc.constantFrom("a", "b", " "), maxLength: 60 });
    const few = fc.string({ unit: fc.constantFrom("a", "b", " "), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(few, texts, (typedWords, text) => {
        const exact = typedWords.trim();
        const places = locate(exact, text).filter(({ how }) => how === "exact");
        expect(places.map(({ start }) => start)).toEqual(exact === "" ? [] : byStep(exact, text));
      }),
      { numRuns: 500 },
    );
  });
});

describe("any two strings", () => {
  it("have places in order, without overlaps, within the source", () => {
    const texts = fc.string({
      unit: fc.constantFrom("a", " ", "*", "…", "[", "]", "é", "😀", "B", "\n"),
    });
    fc.assert(
      fc.property(texts, texts, (exact, ownText) => {
        let last = 0;
        for (const { start, end } of locate(exact, ownText)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(codePointLength(ownText));
      }),
      { numRuns: 200 },
    );
  });
});
