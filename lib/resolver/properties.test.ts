import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { codePointLength, sliceCodePoints } from "@/lib/text/code-points";
import { renderPost } from "@/lib/text/render";
import { linesOf, partsOf } from "./elision";
import type { Source } from "./generation";
import { normalisedText } from "./normalise";
import { resolveAmong, resolveQuote } from "./resolve";
import { settleQuotes } from "./settle";
import { ThreadSources } from "./sources";
import { typedQuote } from "./split";
import { Work } from "./work";

// Many random texts take their time where several things run at once.
vi.setConfig({ testTimeout: 60_000 });

/** Words of many scripts, with what is hard in them. */
const WORDS = [
  ...["locks", "promise", "“time”", "it's", "naïve", "e\u0301tat", "10,000", "f(x)", "--", "a_b"],
  ...["👩‍👩‍👧", "🇩🇪", "👍🏽", "漢字", "ひらがな", "한국어", "שָׁלוֹם", "العَرَبِيَّة", "ภาษาไทย", "ﬁne"],
  ...["Straße", "x²", "e.g.", "(sic)", "…", "**bold**", "`code`", "https://x.test/a_b"],
];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 8, maxLength: 40 }).chain((words) =>
  fc
    .array(fc.constantFrom(" ", " ", " ", "\n", ". "), {
      minLength: words.length,
      maxLength: words.length,
    })
    .map((gaps) => words.map((word, at) => word + gaps[at]).join("")),
);

const sourceOf = (ownText: string, postId = 1): Source => ({ postId, revisionId: postId, ownText });

/** The quoted characters, as the highlight of a passage shows them. */
function highlighted(source: Source, ranges: readonly { start: number; end: number }[]): string[] {
  return ranges.map(({ start, end }) => sliceCodePoints(source.ownText, start, end));
}

const letters = (words: string) => normalisedText(words).replace(/[^\p{L}\p{N}]/gu, "");

describe("what a quote highlights", () => {
  it("is the quoted words, for any slice of a source between words", () => {
    fc.assert(
      fc.property(text, fc.nat(30), fc.integer({ min: 3, max: 20 }), (ownText, from, count) => {
        const words = ownText.split(/(?<=\s)/);
        const slice = words.slice(from, from + count).join("");
        fc.pre(codePointLength(letters(slice)) >= 12);
        const source = sourceOf(ownText);
        const found = resolveQuote(slice, [source], []);
        expect(["verbatim", "ambiguous", "elided"]).toContain(found.status);
        for (const passage of found.candidates ?? [found.source]) {
          if (passage === null || found.status === "elided") continue;
          const shown = highlighted(source, passage.ranges).join("");
          expect(normalisedText(shown)).toBe(normalisedText(slice));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is its parts, for words with an omission between or in different lines", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(" […] ", " ... ", "\n\n"), (ownText, mark) => {
        const words = ownText.split(/(?<=\s)/);
        const [head, tail] = [words.slice(0, 5).join("").trim(), words.slice(-3).join("").trim()];
        const exact = head + mark + tail;
        const source = sourceOf(ownText);
        const found = resolveQuote(exact, [source], []);
        if (found.status !== "elided" || found.source === null) return;
        const shown = highlighted(source, found.source.ranges).map(letters).join("");
        const readings = [partsOf(exact), linesOf(exact)].map((parts) =>
          parts.map((part) => letters(part.text)).join(""),
        );
        expect(readings).toContain(shown);
        expect(found.source.start).toBe(found.source.ranges[0]?.start);
        expect(found.source.end).toBe(found.source.ranges.at(-1)?.end);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the answer", () => {
  it("is the same each time, and whatever order unrelated posts come in", () => {
    const quoted = "Nobody can keep such a promise when two machines disagree.";
    const quotes = [quoted, quoted.replace("such a", "any such"), quoted.replace("when", "[…]")];
    fc.assert(
      fc.property(
        fc.constantFrom(...quotes),
        fc.array(text, { minLength: 2, maxLength: 8 }).chain((texts) =>
          fc.tuple(
            fc.constant(texts.map((ownText, at) => sourceOf(ownText, at + 10))),
            fc.shuffledSubarray(
              texts.map((_, at) => at),
              { minLength: texts.length },
            ),
          ),
        ),
        (exact, [others, order]) => {
          const source = sourceOf(`He said: ${quoted} And so on.`);
          const answer = resolveQuote(exact, [], [...others, source]);
          expect(answer.source?.postId).toBe(1);
          const shuffled = order.map((at) => others[at] as Source);
          expect(resolveQuote(exact, [], [source, ...shuffled])).toEqual(answer);
          expect(resolveQuote(exact, [], [...shuffled, source])).toEqual(answer);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("is one for any text in any other, and never costs more than it may", () => {
    const anything = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), text);
    fc.assert(
      fc.property(anything, anything, fc.nat(20_000), (exact, ownText, limit) => {
        const work = new Work(limit);
        const source = sourceOf(ownText);
        const found = resolveAmong(exact, [{ ancestors: [source], earlier: [] }], work);
        if (work.isSpent) expect(found.status).toBe("unverified");
        for (const { start, end } of found.source?.ranges ?? []) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(codePointLength(ownText));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("puts no byte of a text elsewhere, however its quotes are divided", () => {
    const line = fc
      .tuple(fc.constantFrom("", "> ", "> ", "> > ", ">", "> - ", ">     ", "> ```"), text)
      .map(([mark, words]) => (mark.trim() === ">" && mark === ">" ? ">" : mark + words));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), text, (lines, said) => {
        const markdown = lines.join("\n");
        const thread = new ThreadSources();
        thread.set(1, null, sourceOf(said));
        const post = settleQuotes(renderPost(markdown), { sources: thread.quotableBy(1) });
        expect(typedQuote(post)).toBe(markdown);
        expect(post.markdownParts).toHaveLength(post.quotes.length + 1);
        expect(post.htmlParts).toHaveLength(post.quotes.length + 1);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a text that means no good costs no more than may be spent", () => {
  const say = (...texts: string[]) => texts.map((ownText, at) => sourceOf(ownText, at + 1));
  const sentence = "The very same sentence stands in each of these posts.";
  it.each([
    [
      "300 quotes of nothing in 1,000 posts",
      "> Nobody wrote this anywhere.\n\nNo.\n\n".repeat(300),
      say(...Array.from({ length: 1_000 }, (_, at) => `${at} ${"lorem ipsum dolor ".repeat(24)}`)),
    ],
    [
      "the same sentence in 10,000 posts",
      `> ${sentence}`,
      say(...Array.from({ length: 10_000 }, () => sentence)),
    ],
    [
      "nearly the same in 10,000 posts",
      `> ${sentence.replace("very", "vary")}`,
      say(...Array.from({ length: 10_000 }, () => sentence)),
    ],
    [
      "one character",
      `> ${"a".repeat(30_000)}`,
      say(...Array.from({ length: 300 }, () => "a".repeat(40_000))),
    ],
    [
      "one word",
      `> ${"ab ".repeat(10_000)}c`,
      say(...Array.from({ length: 300 }, () => "ab ".repeat(20_000))),
    ],
    [
      "10,000 lines",
      "> one more line\n".repeat(10_000),
      say(...Array.from({ length: 1_000 }, () => "one more lime")),
    ],
    ["a quote 1,000 deep", `${">".repeat(1_000)} deep down`, say("deep down")],
    [
      "many omissions",
      `> ${"a […] ".repeat(40)} b […] long enough words`,
      say("a b ".repeat(50_000)),
    ],
  ])("%s", (_, markdown, earlier) => {
    const work = new Work();
    const began = performance.now();
    settleQuotes(renderPost(markdown), {
      sources: { ancestors: [], earlier, superseded: [] },
      work,
    });
    expect(work.spent).toBeLessThan(new Work().left * 1.2);
    // No measurement: a hang would take minutes.
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
