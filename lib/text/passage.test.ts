import fc from "fast-check";
import type { Element } from "hast";
import { describe, expect, it, vi } from "vitest";
import { codePointLength, sliceCodePoints } from "./code-points";
import { markPassages } from "./passage";
import { parsePart, plainText, plainTextOf } from "./plain";
import { renderPost } from "./render";

// Many random texts take their time where several things run at once.
vi.setConfig({ testTimeout: 30_000 });

const WORDS = [
  "word ",
  "**bold**",
  "`co de`",
  "[link](/x)",
  "😀👍🏽",
  "漢字",
  "שלום ",
  "é",
  "\n",
  "\n\n",
];
const BLOCKS = [
  "- item\n",
  "1. one\n",
  "\n\n```js\nlet a = 1;\n\n  b()\n```\n\n",
  "a|b\n-|-\n1|2\n\n",
  "x  \ny",
  "> q\n\n",
  "# h\n\n",
  "&amp; <b>",
];
const POSTS = fc
  .array(fc.constantFrom(...WORDS, ...BLOCKS), { minLength: 1, maxLength: 20 })
  .map((pieces) => renderPost(pieces.join("")));
const MARKS = fc.array(
  fc.record({ start: fc.nat(80), length: fc.nat(60), className: fc.constantFrom("a", "b") }),
  { maxLength: 4 },
);

/** What stands in <mark> elements, in order; line breaks between blocks are in none. */
function marked(htmlParts: string[]): string {
  const { pieces } = plainTextOf(htmlParts.map(parsePart));
  return pieces
    .filter(({ parent }) => parent.type === "element" && parent.tagName === "mark")
    .map(({ node, from, to }) => node.value.slice(from, to))
    .join("");
}

const withoutMarks = (html: string) => html.replace(/<\/?mark[^>]*>/g, "");
const withoutBreaks = (text: string) => text.replace(/\s/g, "");

describe("marking a passage", () => {
  it("marks exactly its characters", () => {
    fc.assert(
      fc.property(POSTS, fc.nat(60), fc.nat(40), (post, start, length) => {
        const end = start + length;
        const result = markPassages(post.htmlParts, [{ start, end }]);
        expect(withoutBreaks(marked(result))).toBe(
          withoutBreaks(sliceCodePoints(post.ownText, start, end)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("changes nothing else, however marks overlap", () => {
    fc.assert(
      fc.property(POSTS, MARKS, (post, marks) => {
        const passages = marks.map(({ start, length, className }) => ({
          ...{ start, end: start + length, className },
        }));
        const result = markPassages(post.htmlParts, passages);
        expect(result.map(withoutMarks)).toEqual(post.htmlParts);
        expect(plainText(result)).toBe(post.ownText);
      }),
      { numRuns: 150 },
    );
  });

  it("crosses elements, with the id on the first piece only", () => {
    const [html] = markPassages(renderPost("one **two** three").htmlParts, [
      { start: 2, end: 9, id: "q1", className: "passage hot" },
    ]);
    expect(html).toBe(
      '<p>on<mark id="q1" class="passage hot">e </mark><strong><mark class="passage hot">two</mark></strong><mark class="passage hot"> t</mark>hree</p>',
    );
  });

  it("counts an emoji, a Chinese and a Hebrew character as one each", () => {
    const { htmlParts, ownText } = renderPost("😀漢שלום *é*");
    expect(codePointLength(ownText)).toBe(8);
    expect(markPassages(htmlParts, [{ start: 1, end: 3 }])[0]).toBe(
      "<p>😀<mark>漢ש</mark>לום <em>é</em></p>",
    );
  });

  it("reaches into a later run and into coloured code", () => {
    const { htmlParts, ownText } = renderPost("before\n> quoted\n\n```js\nconst a = 1;\n```");
    const start = ownText.indexOf("st a");
    const result = markPassages(htmlParts, [{ start, end: start + 4 }]);
    expect(result[0]).toBe(htmlParts[0]);
    expect(result[1]).toContain("con<mark>st</mark></span><mark> a</mark>");
  });

  it("puts one overlapping mark inside the other", () => {
    const marks = [
      { start: 0, end: 3, className: "x" },
      { start: 2, end: 5, className: "y" },
    ];
    expect(markPassages(["<p>abcdef</p>"], marks)[0]).toBe(
      '<p><mark class="x">ab</mark><mark class="x"><mark class="y">c</mark></mark><mark class="y">de</mark>f</p>',
    );
  });

  it("does nothing for a passage without characters or beyond the end", () => {
    const parts = renderPost("abc").htmlParts;
    expect(
      markPassages(parts, [
        { start: 1, end: 1 },
        { start: 50, end: 60 },
        { start: 3, end: 2 },
      ]),
    ).toEqual(parts);
  });
});

describe("what is put behind a passage", () => {
  const trailer = (): Element => ({
    ...{ type: "element", tagName: "a", children: [] },
    properties: { href: "#", dataCount: 2 },
  });
  const behind = (markdown: string, words: string) => {
    const { htmlParts, ownText } = renderPost(markdown);
    const start = ownText.indexOf(words);
    const mark = { start, end: start + words.length, tagName: "span" as const };
    return markPassages(htmlParts, [{ ...mark, trailer: trailer() }]).join("");
  };
  const LINK = '<a href="#" data-count="2"></a>';

  it("stands right after the last of its characters", () => {
    expect(behind("One two. Three.", "One two.")).toBe(
      `<p><span>One two.</span>${LINK} Three.</p>`,
    );
    expect(behind("One **two** three", "One two")).toBe(
      `<p><span>One </span><strong><span>two</span>${LINK}</strong> three</p>`,
    );
  });

  it("stands behind a link, not inside it", () => {
    expect(behind("See [the *manual*](/m) first", "manual")).toBe(
      `<p>See <a href="/m">the <em><span>manual</span></em></a>${LINK} first</p>`,
    );
  });

  it("is put there once, and changes neither the text nor anything else", () => {
    fc.assert(
      fc.property(POSTS, fc.nat(60), fc.integer({ min: 1, max: 40 }), (post, start, length) => {
        const marks = [
          { start, end: start + length, trailer: trailer() },
          { start: start + 3, end: start + length + 5, className: "passage" },
        ];
        const html = markPassages(post.htmlParts, marks);
        const size = codePointLength(post.ownText);
        const found = html.join("").split(LINK).length - 1;
        if (start + length <= size) expect(found).toBeLessThanOrEqual(1);
        expect(found).toBe(marked(html) !== "" && start < size ? 1 : 0);
        expect(plainText(html)).toBe(post.ownText);
        expect(html.map((part) => withoutMarks(part.replace(LINK, "")))).toEqual(post.htmlParts);
      }),
      { numRuns: 150 },
    );
  });
});

describe("plain text", () => {
  it("is the words in order, one line feed between blocks", () => {
    const { ownText } = renderPost(
      "# h\n\na *b*\nc  \nd\n\n- e\n- f\n  - g\n\n|x|y|\n|-|-|\n|1|2|\n\n***\n\nend",
    );
    expect(ownText).toBe("h\na b\nc\nd\ne\nf\ng\nx\ny\n1\n2\nend");
  });

  it("keeps code as it is, indentation and empty lines too", () => {
    expect(renderPost("```py\nif a:\n\n    b\n```\nend").ownText).toBe("if a:\n\n    b\nend");
  });
});
