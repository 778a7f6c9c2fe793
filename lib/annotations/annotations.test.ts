import fc from "fast-check";
import { expect, test } from "vitest";
import { annotationPage, type QuoteToAnnotate } from "@/lib/annotations/annotations";
import { annotationPageSchema } from "@/lib/annotations/testing/schema";
import { codePointLength } from "@/lib/text/code-points";

const ORIGIN = "https://forum.example.org";

/** A source's own text with some ranges of it, in order. */
const passages = fc
  .array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((pieces) => {
    let at = 0;
    const spans = pieces.map((piece) => {
      const start = at;
      at += codePointLength(piece);
      return { start, end: at };
    });
    const ranges = spans.filter((_, index) => index % 2 === 0);
    const words = pieces.filter((_, index) => index % 2 === 0);
    return { ownText: pieces.join(""), ranges, words };
  });

const quoteOf = (passage: QuoteToAnnotate["passage"], answer: string): QuoteToAnnotate => ({
  ...{ identity: 7, status: "verbatim", sourceEdited: false, exact: "As quoted.", answer, passage },
  ...{ createdAt: new Date(0), sourcePostId: 3 },
});

const pageOf = (...quotes: QuoteToAnnotate[]) =>
  annotationPageSchema.parse(annotationPage({ postId: 5, author: "ben", quotes }, ORIGIN));

test("selectors name the source's own words, and where they are by code points", () => {
  fc.assert(
    fc.property(passages, ({ ownText, ranges, words }) => {
      const passage = { revision: 2, savedAt: new Date(0), ownText, ranges };
      const [item] = pageOf(quoteOf(passage, "")).items;
      const targets = [item?.target ?? []].flat();
      expect(targets).toHaveLength(words.length);
      for (const [index, { selector }] of targets.entries()) {
        const [text, position] = [selector].flat();
        if (text?.type !== "TextQuoteSelector") throw new Error(text?.type);
        if (position?.type !== "TextPositionSelector") throw new Error(position?.type);
        expect(text.exact).toBe(words[index]);
        const characters = Array.from(ownText);
        expect(characters.slice(position.start, position.end).join("")).toBe(text.exact);
        const { prefix = "", suffix = "" } = text;
        expect(ownText).toContain(prefix + text.exact + suffix);
      }
    }),
  );
});

test("a quote with an answer replies, one without highlights and has no body", () => {
  const [answered, bare] = pageOf(quoteOf(null, "<p>No.</p>"), quoteOf(null, "")).items;
  expect(answered).toMatchObject({
    id: `${ORIGIN}/q/7`,
    motivation: "replying",
    creator: { id: `${ORIGIN}/u/ben`, name: "ben" },
    body: { type: "TextualBody", format: "text/html", value: "<p>No.</p>" },
  });
  expect(bare).toMatchObject({ motivation: "highlighting" });
  expect(bare?.body).toBeUndefined();
});

test("where no more may be told of a source than was quoted, that is all there is", () => {
  const [item] = pageOf(quoteOf(null, "")).items;
  expect(item?.target).toEqual({
    type: "SpecificResource",
    source: `${ORIGIN}/p/3`,
    selector: { type: "TextQuoteSelector", exact: "As quoted." },
  });
});
