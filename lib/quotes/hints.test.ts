import { describe, expect, it } from "vitest";
import { settleQuotes } from "@/lib/resolver/settle";
import { renderPost } from "@/lib/text/render";
import { isAnswered, LONG_POST, LONG_QUOTES, quotingHints } from "./hints";

const sentences = (count: number) =>
  Array.from({ length: count }, (_, n) => `This is the sentence with the number ${n}.`);

/** What is said about a text that answers a post. */
function hintsOf(text: string, parent: string): string[] {
  const { ownText } = renderPost(parent);
  const source = { postId: 1, revisionId: 1, ownText };
  const settled = settleQuotes(renderPost(text), {
    sources: { ancestors: [source], earlier: [], superseded: [] },
  });
  return quotingHints(settled, source);
}

const LONG = sentences(10);
const SAID = "I have read this with care, and think that it is right. ".repeat(12);

describe("a hint about quoting", () => {
  it("is not given to who quotes a sentence and answers it", () => {
    expect(hintsOf(`> ${LONG[3]}\n\nNo.`, LONG.join(" "))).toEqual([]);
    expect(hintsOf("No quote at all.", LONG.join(" "))).toEqual([]);
  });

  it("is given where nearly the whole of a long post is quoted at once", () => {
    expect(hintsOf(`> ${LONG.join(" ")}\n\n${SAID}`, LONG.join(" "))).toEqual([
      expect.stringContaining("nearly the whole post"),
    ]);
    expect(hintsOf(`> ${LONG.slice(0, 7).join(" ")}\n\n${SAID}`, LONG.join(" "))).toEqual([]);
  });

  it("not where that post is short", () => {
    const short = sentences(4).join(" ");
    expect(short.length).toBeLessThan(LONG_POST);
    expect(hintsOf(`> ${short}\n\n${SAID}`, short)).toEqual([]);
  });

  it("not where it is answered point by point", () => {
    const points = LONG.map((sentence) => `> ${sentence}\n\n${SAID}`).join("\n\n");
    expect(hintsOf(points, LONG.join("\n\n"))).toEqual([]);
  });

  it("is given where more is quoted than said, once it is much", () => {
    const quoted = LONG.slice(0, 6).join(" ");
    expect(quoted.length).toBeGreaterThan(LONG_QUOTES);
    expect(hintsOf(`> ${quoted}\n\nNo.`, LONG.join(" "))).toEqual([
      expect.stringContaining("more quoted than said"),
    ]);
    expect(hintsOf(`> ${LONG[0]}\n\nNo.`, LONG.join(" "))).toEqual([]);
    expect(hintsOf(`> ${quoted}\n\n${SAID}`, LONG.join(" "))).toEqual([]);
  });

  it("counts no quote that is still to be answered", () => {
    const points = LONG.map((sentence) => `> ${sentence}`);
    points[0] += "\n\nYes, that is so, and there is more to be said for it than you think.";
    expect(hintsOf(points.join("\n\n"), LONG.join("\n\n"))).toEqual([
      "9 quotes have no answer right under them. Answer them, or remove them.",
    ]);
  });

  it("says of a last quote that nothing stands under it, and of two with one answer nothing", () => {
    const [a, b] = LONG;
    const last = hintsOf(`> ${a}\n\nNo.\n\n> ${b}\n`, LONG.join(" "));
    expect(last).toEqual(["The last quote has no answer under it. Answer it, or remove it."]);
    expect(hintsOf(`> ${a}\n\n> ${b}\n\nTwice no.`, LONG.join(" "))).toEqual([]);
    expect(hintsOf(`> ${a}`, LONG.join(" "))).toEqual(["Your answer goes under the quote."]);
  });
});

it("takes an answer under a block for that of all passages in it", () => {
  const sources = { ancestors: [], earlier: [], superseded: [] };
  const settled = settleQuotes(renderPost("> a\n\n> b\n\nNo."), { sources });
  expect(isAnswered(settled, 0)).toBe(false);
  const joined = { ...settled, markdownParts: ["", "", "No."] };
  expect(isAnswered(joined, 0)).toBe(true);
});
