import { describe, expect, it } from "vitest";
import { sliceCodePoints } from "@/lib/text/code-points";
import { renderPost } from "@/lib/text/render";
import { QuoteKeys } from "./key";
import { type KeptQuote, type SettledQuote, type SettledResolution, settleQuotes } from "./settle";
import { ThreadSources } from "./sources";
import { typedQuote } from "./split";
import { Work } from "./work";

const FIRST = "The first post says that locks are promises.";
const SECOND = "The second post says that clocks are opinions.";
const LONG = `${FIRST} There is more in it.\n\nA later paragraph of the first post.`;

/** A thread of two posts, the second an answer to the first; the text answers the second. */
function settled(markdown: string, more: { kept?: Map<string, KeptQuote>; work?: Work } = {}) {
  const thread = new ThreadSources();
  const posts = [LONG, SECOND, "- one item of a list here\n- another item of that list"];
  for (const [id, text] of posts.entries()) {
    const { ownText } = renderPost(text);
    thread.set(id, id === 0 ? null : id - 1, { postId: id, revisionId: id, ownText });
  }
  const rendered = renderPost(markdown);
  const post = settleQuotes(rendered, { sources: thread.quotableBy(2), ...more });
  expect(typedQuote(post)).toBe(markdown);
  expect(post.htmlParts.filter((html) => html !== "")).toEqual(
    rendered.htmlParts.filter((html) => html !== ""),
  );
  expect(post.ownText).toBe(rendered.ownText);
  return post;
}

function facts(quotes: readonly SettledQuote[]): [string, number | null, string][] {
  return quotes.map(({ resolution, exact }) => [
    resolution.status,
    resolution.source?.postId ?? null,
    exact,
  ]);
}

describe("a block of quoted lines", () => {
  it("that quotes two posts becomes two quotes with nothing between them", () => {
    const { quotes, markdownParts, htmlParts } = settled(
      `So:\n\n> ${FIRST}\n>\n> ${SECOND}\n\nYes.`,
    );
    expect(facts(quotes)).toEqual([
      ["verbatim", 0, FIRST],
      ["verbatim", 1, SECOND],
    ]);
    expect(markdownParts).toEqual(["So:\n\n", "", "\nYes."]);
    expect(htmlParts).toEqual(["<p>So:</p>", "", "<p>Yes.</p>"]);
    expect(quotes.map((quote) => quote.markdownParts)).toEqual([
      [`> ${FIRST}\n>\n`],
      [`> ${SECOND}\n`],
    ]);
    expect(quotes.map((quote) => quote.htmlParts)).toEqual([
      [`<p>${FIRST}</p>`],
      [`<p>${SECOND}</p>`],
    ]);
  });

  it("that quotes two posts in the order in which they were not written does, too", () => {
    const { quotes } = settled(`> A later paragraph of the first post.\n>\n> ${FIRST}`);
    expect(facts(quotes).map(([, post]) => post)).toEqual([0, 0]);
  });

  it("of which one paragraph comes from outside becomes two", () => {
    const { quotes } = settled(
      `> Words from some book or other.\n>\n> And more of it.\n>\n> ${SECOND}`,
    );
    expect(facts(quotes)).toEqual([
      ["unverified", null, "Words from some book or other.\nAnd more of it."],
      ["verbatim", 1, SECOND],
    ]);
  });

  it("stays one quote if all of it comes from outside, or from one post", () => {
    for (const block of [
      "> Words from some book.\n>\n> And more of it.",
      `> ${FIRST}\n>\n> A later paragraph of the first post.`,
      `> ${FIRST} There is more in it.\n>\n> A later paragraph of the first post.`,
      `> ${FIRST} There is more on it.\n>\n> A later paragraph of this first post.`,
    ]) {
      expect(settled(block).quotes, block).toHaveLength(1);
    }
  });

  it("is cut neither in a list nor in code, and not by a paragraph too short to be found", () => {
    for (const block of [
      "> - one item of a list here\n>\n> - from elsewhere, this item is",
      `> \`\`\`\n> ${FIRST}\n>\n> from elsewhere\n> \`\`\``,
      "> Words from some book or other.\n>\n> posts",
    ]) {
      expect(settled(block).quotes, block).toHaveLength(1);
    }
  });

  it("keeps the quotes inside with the words that answer them", () => {
    const { quotes } = settled(`> ${FIRST}\n>\n> > what somebody said before\n>\n> ${SECOND}`);
    expect(facts(quotes).map(([, post]) => post)).toEqual([0, 1]);
    expect(quotes.map((quote) => quote.quotes.length)).toEqual([0, 1]);
  });

  it("is cut inside another quote as well", () => {
    const [outer] = settled(
      `> > ${FIRST}\n> >\n> > ${SECOND}\n>\n> Both are wrong, I think.`,
    ).quotes;
    expect(facts(outer?.quotes ?? []).map(([, post]) => post)).toEqual([0, 1]);
    expect(outer?.markdownParts).toEqual(["", "", ">\n> Both are wrong, I think."]);
  });

  it("keeps its links where they lead, whichever paragraph says so", () => {
    const { quotes } = settled(`> [${FIRST}][x]\n>\n> ${SECOND}\n>\n> [x]: https://x.test`);
    expect(quotes[0]?.htmlParts[0]).toContain('href="https://x.test"');
    expect(facts(quotes).map(([, post]) => post)).toEqual([0, 1]);
  });

  it("does not become more quotes than a post may have", () => {
    const block = `> ${FIRST}\n>\n> ${SECOND}\n\nYes.\n\n`;
    expect(settled(block.repeat(200)).quotes.length).toBeLessThanOrEqual(300);
  });
});

describe("two passages of one post", () => {
  it("are one elided quote with a range for each, though nothing marks the omission", () => {
    const [quote] = settled(`> ${FIRST}\n>\n> A later paragraph of the first post.`).quotes;
    const { ownText } = renderPost(LONG);
    expect(quote?.resolution.status).toBe("elided");
    const words = quote?.resolution.source?.ranges.map(({ start, end }) =>
      sliceCodePoints(ownText, start, end),
    );
    expect(words).toEqual([FIRST.replace(/\.$/, "."), "A later paragraph of the first post."]);
  });
});

describe("what an edit kept", () => {
  const key = (exact: string) => new QuoteKeys().next(exact);
  const resolution: SettledResolution = {
    ...{ status: "verbatim", source: null, candidates: [], chosen: false },
  };

  it("stays a quote of its own with its identity, in whatever block it stands", () => {
    const words = "Words that are found nowhere any more.";
    const kept = new Map([[key(words), { identity: 7, exact: words, resolution, before: null }]]);
    const { quotes } = settled(`> ${FIRST}\n>\n> ${words}\n>\n> Other words of mine.`, { kept });
    expect(quotes.map(({ identity, exact }) => [identity, exact])).toEqual([
      [null, FIRST],
      [7, words],
      [null, "Other words of mine."],
    ]);
    expect(quotes[1]?.resolution).toBe(resolution);
  });

  it("does so if it had several paragraphs", () => {
    const words = "Found nowhere any more.\n\nNor is this.";
    const kept = new Map([[key(words), { identity: 7, exact: words, resolution, before: null }]]);
    const { quotes } = settled(`> ${words.replace("\n\n", "\n>\n> ")}\n>\n> Other words.`, {
      kept,
    });
    expect(quotes.map(({ identity }) => identity)).toEqual([7, null]);
  });

  it("is told by its words: a key made to be the same hands on nothing", () => {
    const forged = "I never said anything of the kind.";
    const kept = new Map([[key(forged), { identity: 7, exact: FIRST, resolution, before: null }]]);
    const [quote] = settled(`> ${forged}`, { kept }).quotes;
    expect(quote).toMatchObject({ identity: null, resolution: { status: "unverified" } });
  });

  it("is looked for again if it is not known where it leads, and keeps its identity", () => {
    const kept = new Map([
      [key(FIRST), { identity: 7, exact: FIRST, resolution: null, before: null }],
    ]);
    const [quote] = settled(`> ${FIRST}`, { kept }).quotes;
    expect(quote).toMatchObject({ identity: 7, resolution: { status: "verbatim" } });
  });

  it("is what it was where it is not found any more, for whatever reason", () => {
    const before: SettledResolution = {
      ...{ status: "ambiguous", source: null, candidates: [], chosen: false },
      candidatePostIds: [0, 1],
    };
    const kept = new Map([[key(FIRST), { identity: 7, exact: FIRST, resolution: null, before }]]);
    const [quote] = settled(`> ${FIRST}`, { kept, work: new Work(0) }).quotes;
    expect(quote?.resolution).toBe(before);
  });
});

describe("a placeholder of a hidden quote", () => {
  it("is a quote by itself among other paragraphs", () => {
    const { quotes } = settled("> One.\n>\n> [hidden quote 12]\n>\n> Two.");
    expect(quotes.map(({ exact }) => exact)).toEqual(["One.", "[hidden quote 12]", "Two."]);
  });
});

describe("what may be spent", () => {
  it("is shared by all quotes of a text; what it does not reach to is unverified", () => {
    const text = `> ${FIRST}\n\nYes.\n\n> ${SECOND}\n\nNo.\n\n`.repeat(100);
    const all = settled(text);
    expect(all.quotes.every(({ resolution }) => resolution.status === "verbatim")).toBe(true);
    const few = settled(text, { work: new Work(60_000) }).quotes.map(
      (quote) => quote.resolution.status,
    );
    expect(few[0]).toBe("verbatim");
    expect(few.at(-1)).toBe("unverified");
    expect(few.lastIndexOf("verbatim")).toBeLessThan(few.indexOf("unverified"));
  });

  it("is the same whether or not the posts were searched before", () => {
    const text = `> Nowhere is this written, is it?\n\nNo.\n\n> ${SECOND}\n\nYes.`;
    const spent = [1, 2].map(() => {
      const work = new Work();
      settled(text, { work });
      return work.spent;
    });
    expect(spent[0]).toBe(spent[1]);
  });
});
