import { describe, expect, it, vi } from "vitest";
import { STATUS_WORDS } from "@/lib/quotes/status";
import { sliceCodePoints } from "@/lib/text/code-points";
import { renderPost } from "@/lib/text/render";
import type { Source } from "./generation";
import { MAX_CANDIDATES } from "./resolution";
import { resolveAmong, resolveQuote } from "./resolve";

// Many random texts take their time where several things run at once.
vi.setConfig({ testTimeout: 30_000 });

let posts = 0;
function source(markdown: string): Source {
  posts += 1;
  return { postId: posts, revisionId: posts + 1_000, ownText: renderPost(markdown).ownText };
}

const WORDS = "these are the quoted words";

describe("where a quote is looked for", () => {
  it("the parent comes first, then the other ancestors", () => {
    const [parent, root] = [source(`Well, ${WORDS}.`), source(`${WORDS}!`)];
    expect(resolveQuote(WORDS, [parent, root], [])).toMatchObject({
      status: "verbatim",
      source: { postId: parent.postId, revisionId: parent.revisionId, start: 6, end: 32 },
    });
    expect(resolveQuote(WORDS, [source("other"), root], []).source?.postId).toBe(root.postId);
  });

  it("an ancestor comes before any other post", () => {
    const root = source(WORDS);
    expect(resolveQuote(WORDS, [source("parent"), root], [source(WORDS)]).source?.postId).toBe(
      root.postId,
    );
  });

  it("then every earlier post of the thread", () => {
    const sibling = source(`Yes: ${WORDS}`);
    const found = resolveQuote(WORDS, [source("parent")], [source("other"), sibling]);
    expect(found).toMatchObject({ status: "verbatim", source: { postId: sibling.postId } });
  });

  it("a quote of a quote leads to the post where the words are its author's own", () => {
    const original = source(WORDS);
    const repeats = source(`> ${WORDS}\n\nI disagree.`);
    expect(resolveQuote(WORDS, [repeats, original], []).source?.postId).toBe(original.postId);
    expect(resolveQuote(WORDS, [repeats], [original]).source?.postId).toBe(original.postId);
  });

  it("a short quote is looked for in the ancestors alone", () => {
    const says = source("I agree. Fully.");
    expect(resolveQuote("I agree.", [says], []).source?.postId).toBe(says.postId);
    expect(resolveQuote("I agree.", [source("no")], [says])).toEqual({
      status: "unverified",
      source: null,
    });
    expect(
      resolveQuote("«**I agree**» \n  to that", [source("no")], [source('"I agree" to that')])
        .status,
    ).toBe("verbatim");
  });
});

describe("how it compares", () => {
  it("words that stand so in an ancestor further up beat a shortened reading of the parent", () => {
    const parent = source("It costs ten dollars and saves a hundred in the end.");
    const root = source("It costs ten … saves a hundred");
    const found = resolveQuote("It costs ten … saves a hundred", [parent, root], []);
    expect(found).toMatchObject({ status: "verbatim", source: { postId: root.postId } });
    expect(resolveQuote("It costs ten […] saves a hundred", [parent, root], []).status).toBe(
      "elided",
    );
  });

  it("a shortened reading of an ancestor beats a post that is none", () => {
    const parent = source("It costs ten dollars and saves a hundred.");
    const other = source("It costs ten … saves a hundred");
    const found = resolveQuote("It costs ten … saves a hundred", [parent], [other]);
    expect(found).toMatchObject({ status: "elided", source: { postId: parent.postId } });
  });

  it("the very words of any post, in any revision, beat what an ancestor nearly says", () => {
    const parent = source("These were the very words that were quoted.");
    const other = source("These are the very words that were quoted.");
    const words = "These are the very words that were quoted.";
    expect(resolveQuote(words, [parent], [other])).toMatchObject({
      status: "verbatim",
      source: { postId: other.postId },
    });
    const [now, before] = [
      { ancestors: [parent], earlier: [] },
      { ancestors: [other], earlier: [] },
    ];
    expect(resolveAmong(words, [now, before]).source?.revisionId).toBe(other.revisionId);
    expect(resolveAmong(words, [now]).status).toBe("altered");
  });
});

describe("it never guesses", () => {
  it("between two posts of which none is an ancestor", () => {
    const [one, two] = [source(WORDS), source(`No, ${WORDS}`)];
    const found = resolveQuote(WORDS, [source("parent")], [one, two]);
    expect(found).toMatchObject({ status: "ambiguous", source: null });
    expect(found.candidates?.map(({ postId }) => postId)).toEqual([one.postId, two.postId]);
  });

  it("between two places of one post: the post is known, the place is said to be uncertain", () => {
    const twice = source(`${WORDS}, and again ${WORDS}`);
    for (const found of [resolveQuote(WORDS, [twice], []), resolveQuote(WORDS, [], [twice])]) {
      expect(found).toMatchObject({
        status: "ambiguous",
        source: { postId: twice.postId, start: 0 },
      });
      expect(found.candidates).toHaveLength(2);
    }
  });

  it("and offers no more candidates than can be chosen from", () => {
    const many = Array.from({ length: 20 }, () => source(WORDS));
    expect(resolveQuote(WORDS, [], many).candidates).toHaveLength(MAX_CANDIDATES);
  });

  it("for words from elsewhere, or no words at all", () => {
    expect(resolveQuote("from a book I read", [source(WORDS)], [])).toEqual({
      status: "unverified",
      source: null,
    });
    expect(resolveQuote("", [source("")], [source("")])).toEqual({
      status: "unverified",
      source: null,
    });
    expect(resolveQuote("*** \u200b", [source("***")], [])).toEqual({
      status: "unverified",
      source: null,
    });
  });
});

describe("what a resolution says of its passage", () => {
  it("the very characters, and 32 on either side", () => {
    const said = source(`${"😀".repeat(40)} ${WORDS} ${"漢".repeat(40)}`);
    const { source: found } = resolveQuote(WORDS.toUpperCase(), [said], []);
    expect(sliceCodePoints(said.ownText, found?.start ?? 0, found?.end)).toBe(WORDS);
    expect(found?.prefix).toBe(`${"😀".repeat(31)} `);
    expect(found?.suffix).toBe(` ${"漢".repeat(31)}`);
  });

  it("and each status has words for a reader", () => {
    for (const { label, explanation } of Object.values(STATUS_WORDS)) {
      expect(label).not.toBe("");
      expect(explanation).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe("a thread of a thousand posts", () => {
  it("is searched in a moment, and faster once it was searched before", () => {
    const thread = Array.from({ length: 1_000 }, (_, index) =>
      source(`${index} lorem ipsum dolor “sit” `.repeat(16)),
    );
    const time = (exact: string) => {
      const start = performance.now();
      expect(resolveQuote(exact, [], thread).status).toBe("unverified");
      return performance.now() - start;
    };
    expect(time("a quote that is […] found nowhere at all")).toBeLessThan(3_000);
    expect(time("another quote that is found nowhere")).toBeLessThan(500);
  });
});
