import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { resolveQuote } from "@/lib/resolver/resolve";
import { MAX_QUOTES, MAX_REPLY_LENGTH } from "./check";
import { codePointLength } from "./code-points";
import { layOutPoints, MAX_POINTS } from "./points";
import { renderPost } from "./render";

// Random texts take their time where several things run at once.
vi.setConfig({ testTimeout: 30_000 });

const laidOut = (markdown: string) => layOutPoints(renderPost(markdown).markdownParts).text;

describe("answering point by point", () => {
  it("lays each paragraph out as a quote, with room between", () => {
    expect(laidOut("One,\ntwo.\n\nThree.")).toBe("> One,\n> two.\n\n\n\n> Three.\n\n");
  });

  it("makes every list item a point, with what stands inside it", () => {
    expect(laidOut("- a\n  - b\n- c\n\n1. x\n\n   more\n2. y")).toBe(
      ["> - a\n>   - b", "> - c", "> 1. x\n>\n>    more", "> 2. y"].join("\n\n\n\n").concat("\n\n"),
    );
  });

  it("keeps code and tables whole", () => {
    expect(
      laidOut("```js\na\n\n> b\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n    in\n\n    code"),
    ).toBe(
      [
        "> ```js\n> a\n>\n> > b\n> ```",
        "> | a | b |\n> |---|---|\n> | 1 | 2 |",
        ">     in\n>\n>     code",
      ]
        .join("\n\n\n\n")
        .concat("\n\n"),
    );
  });

  it("leaves headings, rules and what the post quotes out", () => {
    expect(laidOut("# Title\n\nMine.\n\n> Theirs.\n\n---\n\nMine, too.\n\nTwo\n===")).toBe(
      "> Mine.\n\n\n\n> Mine, too.\n\n",
    );
  });

  it("takes the definitions of its links along", () => {
    expect(laidOut("See [this][one].\n\n> Theirs.\n\nNo.\n\n[one]: https://x.test")).toBe(
      "> See [this][one].\n>\n> [one]: https://x.test\n\n\n\n> No.\n\n",
    );
  });

  it("lays nothing out where there are no words", () => {
    expect(layOutPoints([" \n", "-\n\n[a]: https://x.test\n"])).toEqual({
      quotes: [],
      text: "",
      laidOut: 0,
      points: 0,
    });
  });

  it("lays out the first points of a long post, and says how many it has", () => {
    const many = layOutPoints([Array.from({ length: 500 }, (_, n) => `Point ${n}.`).join("\n\n")]);
    expect(many).toMatchObject({ laidOut: MAX_POINTS, points: 500 });
    expect(MAX_POINTS).toBeLessThan(MAX_QUOTES);
    const long = layOutPoints([
      Array.from({ length: 20 }, () => "words ".repeat(1_000)).join("\n\n"),
    ]);
    expect(long).toMatchObject({ laidOut: 4, points: 20 });
    expect(codePointLength(long.text)).toBeLessThan(MAX_REPLY_LENGTH);
  });

  const block = fc.constantFrom(
    ...["Plain words, and more of them.", "Some *emphasis*, `code` and **more**.", "# A heading"],
    ...["- one\n- two\n  - inside\n- [three][ref]", "1. first\n2. second\n\n   with a paragraph"],
    ...[
      "```\nlet a = 1;\n> not a quote\n```",
      "| a | b |\n|---|---|\n| c | d |",
      "    indented code",
    ],
    ...["> somebody else's words", "> > older ones\n> and newer", "[ref]: https://x.test/a_b_c"],
    ...["漢字とかな。", "Emoji 🍰 and <b>tags</b> & signs", "* * *", "Setext\n---", "a  \nbreak"],
    ...["- ```\n  code in a list\n  ```", "![picture](https://x.test/p.png)", "https://x.test/_a_"],
  );

  it("quotes every point so that it is found word for word in the post", () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        const source = renderPost(blocks.join("\n\n"));
        const { text, laidOut: count } = layOutPoints(source.markdownParts);
        const { quotes, ownText } = renderPost(text);
        expect(ownText).toBe("");
        expect(quotes).toHaveLength(count);
        for (const { exact } of quotes) {
          const found = resolveQuote(
            exact,
            [{ postId: 1, revisionId: 2, ownText: source.ownText }],
            [],
          );
          // The same words may stand in the post twice.
          expect(["verbatim", "ambiguous"], exact).toContain(found.status);
          expect(found.source?.postId).toBe(1);
        }
      }),
    );
  });
});
