import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sliceCodePoints } from "./code-points";
import { renderPost } from "./render";
import { sentencesOf } from "./sentences";

const textsOf = (markdown: string) =>
  sentencesOf(renderPost(markdown).htmlParts).map(({ text }) => text);

describe("the sentences of a post", () => {
  it("end where sentences do, not where a line was full", () => {
    expect(textsOf("Milk comes\nlast. Or *does* it? 3.5 litres are too much!")).toEqual([
      "Milk comes last.",
      "Or does it?",
      "3.5 litres are too much!",
    ]);
  });

  it("never run from one paragraph or item into the next", () => {
    expect(textsOf("No stop here\n\n- one\n- two\n\nEnd.")).toEqual([
      "No stop here",
      "one",
      "two",
      "End.",
    ]);
  });

  it("are those of prose: no headings, code or tables, and nothing without a letter", () => {
    const code = "```\na = 1. B = 2.\n```";
    expect(textsOf(`# Title\n\nYes.\n\n${code}\n\n|a|b|\n|-|-|\n|1|2|\n\n—\n\nNo.`)).toEqual([
      "Yes.",
      "No.",
    ]);
  });

  it("leave out what is quoted from others", () => {
    expect(textsOf("Mine.\n\n> Theirs.\n\nMine again.")).toEqual(["Mine.", "Mine again."]);
  });

  it("are found without spaces between them and from right to left", () => {
    expect(textsOf("牛乳は最後です。本当に？はい。")).toEqual([
      "牛乳は最後です。",
      "本当に？",
      "はい。",
    ]);
    expect(textsOf("שלום לך. מה שלומך?")).toEqual(["שלום לך.", "מה שלומך?"]);
  });

  it("stand in the plain text where they say, in order, apart from each other", () => {
    const pieces = [
      "One. ",
      "*Two* 😀 three! ",
      "\n",
      "\n\n",
      "- x. Y?\n",
      "`c. D.` ",
      "漢字。",
      "> q.\n\n",
    ];
    const posts = fc.array(fc.constantFrom(...pieces), { maxLength: 15 });
    fc.assert(
      fc.property(posts, (chosen) => {
        const { htmlParts, ownText } = renderPost(chosen.join(""));
        let before = 0;
        for (const { start, end, text } of sentencesOf(htmlParts)) {
          expect(sliceCodePoints(ownText, start, end).replace(/\s/g, " ")).toBe(text);
          expect(start).toBeGreaterThanOrEqual(before);
          before = end;
        }
      }),
    );
  });
});
