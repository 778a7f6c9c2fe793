import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodyOf, markdownOf, type QuotedMarkdown } from "@/lib/quotes/body";
import { placeholder, placeholderIds, restorePlaceholders } from "@/lib/resolver/placeholder";
import { renderPost } from "@/lib/text/render";

/** Lines of the kinds that matter to quoting, in any order. */
const line = fc.constantFrom(
  ...["Words.", "", "> quoted", ">quoted", "> > twice", ">> twice", ">", "> ", "   > indented"],
  ...["    > code", "```", "~~~", "> ```", "- item", "  > in an item", "> […] left out", "1. > a"],
  ...["> > > thrice", "# Heading", ">\ttab", "trailing  ", "\t", "*emphasis", "> _more_", "🧵 > x"],
);
const markdown = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom("", "\n", "\n\n"))
  .map(([lines, end]) => lines.join("\n") + end);

describe("a text put together again", () => {
  test("is what was typed, byte for byte, whatever was typed", () => {
    fc.assert(
      fc.property(fc.oneof(markdown, fc.string({ unit: "grapheme" })), (typed) => {
        expect(markdownOf(renderPost(typed))).toBe(typed);
      }),
      { numRuns: 300 },
    );
  });

  test("has own runs and quotes in reading order, without empty runs", () => {
    expect(bodyOf(["<p>a</p>", "", "<p>b</p>"], ["first", "second"])).toEqual([
      { kind: "own", html: "<p>a</p>" },
      { kind: "quote", quote: "first" },
      { kind: "quote", quote: "second" },
      { kind: "own", html: "<p>b</p>" },
    ]);
    expect(bodyOf([""], [])).toEqual([]);
  });
});

/** A text as it is shown to somebody from whom some of its quotes are hidden. */
function shownWithout(
  { markdownParts, quotes }: QuotedMarkdown,
  hidden: () => boolean,
  typedById: Map<number, string>,
): QuotedMarkdown {
  return {
    markdownParts,
    quotes: quotes.map((quote) => {
      if (!hidden()) return shownWithout(quote, hidden, typedById);
      const id = typedById.size + 1;
      const typed = markdownOf(quote);
      typedById.set(id, typed);
      return { markdownParts: [placeholder(id, typed)], quotes: [] };
    }),
  };
}

describe("placeholders of hidden quotes", () => {
  test("left where they stand become what was typed, byte for byte", () => {
    fc.assert(
      fc.property(markdown, fc.infiniteStream(fc.boolean()), (typed, dice) => {
        const typedById = new Map<number, string>();
        const shown = markdownOf(
          shownWithout(renderPost(typed), () => dice.next().value, typedById),
        );
        expect(placeholderIds(shown)).toEqual([...typedById.keys()]);
        expect(restorePlaceholders(shown, typedById)).toBe(typed);
      }),
      { numRuns: 500 },
    );
  });

  test("keep their place in the structure of the text", () => {
    fc.assert(
      fc.property(markdown, (typed) => {
        const tree = renderPost(typed);
        const shown = markdownOf(shownWithout(tree, () => true, new Map()));
        expect(renderPost(shown).quotes).toHaveLength(tree.quotes.length);
      }),
      { numRuns: 300 },
    );
  });

  test("of other posts, or made up, stay as they are typed", () => {
    const text = "> [hidden quote 7]\n\nMine.";
    expect(restorePlaceholders(text, new Map([[8, "> secret"]]))).toBe(text);
    expect(placeholderIds("[hidden quote 7] and `> [hidden quote 8]`")).toEqual([]);
  });
});
