import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { codePointLength, sliceCodePoints } from "./code-points";
import { plainText } from "./plain";
import { renderPost } from "./render";
import { slicePassage } from "./slice";

// Many random texts take their time where several things run at once.
vi.setConfig({ testTimeout: 30_000 });

const PIECES = [
  ...["word ", "**bold**", "`co de`", "[link](/x)", "😀👍🏽", "漢字", "שלום ", "é", "\n", "\n\n"],
  ...["- item\n", "1. one\n", "\n\n```js\nlet a = 1;\n\n  b()\n```\n\n", "a|b\n-|-\n1|2\n\n"],
  ...["x  \ny", "> q\n\n", "# h\n\n", "&amp; <b>"],
];
const POSTS = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 20 })
  .map((pieces) => renderPost(pieces.join(""), { headings: true }));

/** A cut of the only run of a post. */
function cut(markdown: string, words: string, ...more: string[]): string {
  const { htmlParts, ownText } = renderPost(markdown, { headings: true });
  const ranges = [words, ...more].map((wanted) => {
    const start = codePointLength(ownText.slice(0, ownText.indexOf(wanted)));
    return { start, end: start + codePointLength(wanted) };
  });
  return slicePassage(htmlParts, ranges);
}

describe("a passage cut out of a post", () => {
  it("has exactly its characters", () => {
    fc.assert(
      fc.property(POSTS, fc.nat(60), fc.nat(60), (post, start, length) => {
        const end = start + length;
        const html = slicePassage(post.htmlParts, [{ start, end }]);
        expect(plainText([html]).trim()).toBe(sliceCodePoints(post.ownText, start, end).trim());
      }),
      { numRuns: 300 },
    );
  });

  it("keeps emphasis, links and code around its words", () => {
    expect(cut("One **two *three* four** five", "three* four".replace("*", ""))).toBe(
      "<p><strong><em>three</em> four</strong></p>",
    );
    expect(cut("See [the manual](https://example.org) first", "manual")).toContain(
      '<a href="https://example.org" rel="nofollow ugc noopener">manual</a>',
    );
    expect(cut("```js\nconst a = 1;\nb();\n```", "b();")).toContain("<pre");
  });

  it("keeps the number of a point", () => {
    expect(cut("1. one\n2. two\n3. three", "three")).toBe('<ol start="3"><li>three</li></ol>');
    expect(cut("1. one\n2. two", "one")).toBe("<ol><li>one</li></ol>");
  });

  it("has no id, so that two cuts can stand on a page", () => {
    expect(cut("# A heading\n\nWords.", "heading")).toBe("<h2>heading</h2>");
  });

  it("says where words are left out between two ranges", () => {
    expect(cut("One two three four.", "One", "four")).toBe("<p>One […] four</p>");
    expect(cut("First here.\n\nSecond there.", "First", "there")).toBe(
      "<p>First […] </p><p>there</p>",
    );
  });

  it("is empty for no characters", () => {
    expect(slicePassage(["<p>abc</p>"], [])).toBe("");
    expect(slicePassage(["<p>abc</p>"], [{ start: 9, end: 12 }])).toBe("");
  });
});
