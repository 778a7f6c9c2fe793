import { describe, expect, it, vi } from "vitest";
import { resolveQuote } from "@/lib/resolver/resolve";
import { layOut, quoteMarkdown, quotePost, withoutUnanswered, withQuotes } from "./quoting";
import { renderPost } from "./render";

// Random texts take their time where several things run at once.
vi.setConfig({ testTimeout: 30_000 });

describe("the Quote control", () => {
  it("types a mark before each line", () => {
    expect(quoteMarkdown("\n\na\n\n  b\n\n")).toBe("> a\n>\n>   b");
    expect(quoteMarkdown(" \n ")).toBe("");
  });

  it("leaves out what the post itself quotes", () => {
    const { markdownParts } = renderPost("one\n> quoted\ntwo\n\n> again\n\nthree\n");
    expect(quotePost(markdownParts)).toBe("> one\n>\n> two\n>\n> three");
  });

  it.each([
    "Plain *and* **bold** with `code`.\n\n- a\n- b\n\n1. x\n2. y",
    "# Title\n\n```js\nlet a = 1;\n> b\n```\n\nend [link](https://x.test) [r]\n\n[r]: https://y.test",
    "    indented code\n\na|b\n-|-\n1|2\n\n😀 漢字",
    "Before.\n\n> somebody else\n\nAfter <b>it</b>.",
  ])("so that the quote is found whole in its source: %j", (markdown) => {
    const source = renderPost(markdown);
    const quote = renderPost(`${quotePost(source.markdownParts)}\n\nanswer`).quotes[0];
    const found = resolveQuote(
      quote?.exact ?? "",
      [{ postId: 1, revisionId: 2, ownText: source.ownText }],
      [],
    );
    expect(found.status).toBe("verbatim");
    expect(found.source).toMatchObject({
      start: 0,
      prefix: "",
      suffix: expect.stringMatching(/^\s*$/),
    });
  });
});

describe("several quotes", () => {
  it("are laid out with room under each", () => {
    expect(layOut(["> a", "", "> b"])).toBe("> a\n\n\n\n> b\n\n");
    expect(layOut([""])).toBe("");
  });

  it("go under what is written, and leave room for the answer to a quote that ends it", () => {
    expect(withQuotes("", "> a\n\n")).toBe("> a\n\n");
    expect(withQuotes("> a\nYes.\n", "> b\n\n")).toBe("> a\nYes.\n\n> b\n\n");
    expect(withQuotes("Hi.\n\n> a\n\n", "> b\n\n")).toBe("Hi.\n\n> a\n\n\n\n> b\n\n");
  });

  it("lose those without an answer, and nothing else", () => {
    expect(withoutUnanswered("Hi.\n\n> a\n\n> b\nNo.\n\n> c\n\n\n\n> > d\n> e\n\n")).toBe(
      "Hi.\n\n> b\nNo.\n\n",
    );
    const answered = "> a\n\nYes.\n\n```\n> code\n```\n";
    expect(withoutUnanswered(answered)).toBe(answered);
    expect(withoutUnanswered("> a\n\n> b")).toBe("");
  });
});
