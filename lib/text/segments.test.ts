import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { joinSegments, MAX_QUOTE_DEPTH, quoteDepth, quoteTree, splitQuotes } from "./segments";

// Many random texts take their time where several things run at once.
vi.setConfig({ testTimeout: 30_000 });

/** Texts made of what the rules of quoting are about. */
const quotingTexts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "> a",
        ">",
        "> > b",
        ">>c",
        "   > d",
        "    > e",
        "\t> f",
        "```",
        "~~~",
        "> ```",
      ),
      fc.constantFrom(
        "- item",
        "- ```",
        "  ```",
        "1. x",
        "  > y",
        "",
        "  ",
        "a *b*",
        "[r]: /x",
        "[r]",
      ),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 25 },
  )
  .chain((lines) =>
    fc
      .array(fc.constantFrom("\n", "\r\n", "\n\n"), { minLength: 1, maxLength: 3 })
      .map((ends) => lines.map((line, index) => line + ends[index % ends.length]).join("")),
  );

const own = (markdown: string) => splitQuotes(markdown).parts;
const quoted = (markdown: string) => splitQuotes(markdown).quotes.map(joinSegments);

describe("a post is put together again byte for byte", () => {
  it("from any string", () => {
    fc.assert(
      fc.property(fc.oneof(quotingTexts, fc.string({ unit: "binary" })), (text) => {
        const segments = splitQuotes(text);
        expect(joinSegments(segments)).toBe(text);
        expect(segments.parts).toHaveLength(segments.quotes.length + 1);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a quote ends where its lines end", () => {
  it("without lazy continuation: the line under it is the answer", () => {
    expect(own("> quoted\nanswer\n")).toEqual(["", "answer\n"]);
    expect(quoted("> quoted\nanswer\n")).toEqual(["> quoted\n"]);
  });

  it("so that quotes and answers alternate", () => {
    expect(own("a\n> b\nc\n>d\n> e\n\nf")).toEqual(["a\n", "c\n", "\nf"]);
    expect(quoted("a\n> b\nc\n>d\n> e\n\nf")).toEqual(["> b\n", ">d\n> e\n"]);
  });

  it("with at most three spaces before the mark; four make code", () => {
    expect(quoted("   > yes\n\n    > no\n\n\t> no")).toEqual(["   > yes\n"]);
  });

  it("and does not begin with marks that have no words", () => {
    expect(own("a\n>\n> >\nb")).toEqual(["a\n>\n> >\nb"]);
    expect(quoteTree("a\n>\nb").parts).toEqual([{ raw: "a\n>\nb", text: "a\n\nb" }]);
  });

  it("while a bare mark between words belongs to it", () => {
    expect(quoted("> a\n>\n> b\nc")).toEqual(["> a\n>\n> b\n"]);
  });
});

describe("code is not a quote", () => {
  it.each([
    "```\n> shell\n```\n",
    "~~~~ts\n> a\n~~~\n> b\n~~~~\n",
    "```\n> never closed",
    "- ```\n  > in a list\n  ```\n",
    "1. one\n\n   ```\n   > in its item\n   ```\n",
    "- - ```\n> > a\n".replace("> >", "    >"),
  ])("%j stays whole", (markdown) => {
    expect(own(markdown)).toEqual([markdown]);
  });

  it("ends with its fence, or with the list item it stands in", () => {
    expect(quoted("```\n> code\n```\n> quote")).toEqual(["> quote"]);
    expect(quoted("- ```\n  > code\n> quote")).toEqual(["> quote"]);
  });

  it("nor does a fence of another character or with a back tick in its first line count", () => {
    expect(quoted("``` a`b\n> quote\n")).toEqual(["> quote\n"]);
    expect(quoted("~~~\n```\n> code\n~~~\n> quote")).toEqual(["> quote"]);
  });

  it("inside a quote keeps its own marks", () => {
    const { quotes } = splitQuotes("> ```\n> > code\n> ```\n");
    expect(quotes[0]?.quotes).toEqual([]);
  });
});

describe("quotes inside quotes", () => {
  it("are found with their raw lines", () => {
    expect(splitQuotes("> > old\n> new\nanswer")).toEqual({
      parts: ["", "answer"],
      quotes: [{ parts: ["", "> new\n"], quotes: [{ parts: ["> > old\n"], quotes: [] }] }],
    });
  });

  it("lose one mark a level in the text that is rendered", () => {
    const outer = quoteTree(">>   old\n>\tnew").quotes[0];
    expect(outer?.parts[1]?.text).toBe("  new");
    expect(outer?.quotes[0]?.parts[0]?.text).toBe("  old\n");
  });

  it("are counted, up to one more than is allowed", () => {
    expect(quoteDepth("a")).toBe(0);
    expect(quoteDepth("> a\n>> b\nc")).toBe(2);
    expect(quoteDepth(`${">".repeat(8)} a`)).toBe(8);
    expect(quoteDepth(`${">".repeat(1_000)} a`)).toBe(MAX_QUOTE_DEPTH + 1);
  });

  it("a thousand deep neither overflow nor lose a character", () => {
    const text = `${"> ".repeat(1_000)}a\n${">".repeat(1_000)}b\nc`;
    expect(joinSegments(splitQuotes(text))).toBe(text);
  });
});
