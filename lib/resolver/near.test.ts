import { describe, expect, it } from "vitest";
import { sliceCodePoints } from "@/lib/text/code-points";
import { renderPost } from "@/lib/text/render";
import type { Source } from "./generation";
import { resolveQuote } from "./resolve";

let posts = 0;
function source(markdown: string): Source {
  posts += 1;
  return { postId: posts, revisionId: posts, ownText: renderPost(markdown).ownText };
}

/** The status of a typed quote of a typed parent, and the words it leads to. */
function found(quote: string, parent: string): [string, string] {
  const exact = renderPost(quote).quotes[0]?.exact ?? "";
  const said = source(parent);
  const { status, source: passage } = resolveQuote(exact, [said], []);
  const { start, end } = passage ?? { start: 0, end: 0 };
  return [status, sliceCodePoints(said.ownText, start, end)];
}

const SAID =
  "A lock that depends on a clock is a promise about time. Nobody can keep such a promise when two machines disagree about what time it is, and in the end they always do.";

describe("a quote is linked as altered", () => {
  it.each([
    ["a word mistyped", "> A lock that depends on a clokc is a promise", "clock is a promise"],
    [
      "a word put in",
      "> a clock is a promise about the local time. Nobody can keep such a promise",
      "Nobody can keep",
    ],
    ["a word dropped", "> Nobody can keep such promise when two machines disagree", "disagree"],
    ["a negation", "> A lock that depends on a clock is not a promise about time.", "about time"],
    [
      "a name put in for it",
      "> when the two computers disagree about what time it is",
      "time it is",
    ],
    [
      "a sentence left out without a mark",
      "> A lock that depends on a clock is a promise about time. In the end they always do.",
      "A lock that depends on a clock is a promise about time",
    ],
    [
      "other words at its end",
      "> A lock that depends on a clock is a promise about time. Nobody can keep such a promise (emphasis mine)",
      "such a promise",
    ],
    [
      "other words at its begin",
      "> Ada wrote on Monday: Nobody can keep such a promise when two machines disagree about what time it is",
      "Nobody can keep such a promise",
    ],
  ])("with %s", (_, quote, words) => {
    const [status, passage] = found(quote, SAID);
    expect(status).toBe("altered");
    expect(passage).toContain(words);
  });

  it.each([
    [
      "formulas that a page shows three times over",
      "> Let \\lambdaλ\\lambda be the rate at which nnn servers fail, and f_if\\_if_i the share of each.",
      "Let $\\lambda$ be the rate at which $n$ servers fail, and $f_i$ the share of each.",
    ],
    [
      "the title of a page for its address",
      "> The proposal is described in Clocks · Issue #12 · example/locks, but nobody has built it since it was written down.",
      "The proposal is described in https://forum.test/example/locks/issues/12, but nobody has built it since it was written down.",
    ],
    [
      "a picture for its name",
      "> I think that this is a good idea 😄 and should be built",
      "I think that this is a good idea :smile: and should be built",
    ],
    [
      "numbers before the items of a list",
      "> (1) keep the lock for as short a time as you can\n> (2) never trust the clock of another machine",
      "1. keep the lock for as short a time as you can\n2. never trust the clock of another machine",
    ],
    [
      "bars between the cells of a table",
      "> machine one | 12 seconds late | machine two | 3 seconds early",
      "| machine one | 12 seconds late |\n|---|---|\n| machine two | 3 seconds early |",
    ],
    [
      "entities for characters",
      "> if (a &amp;lt; b &amp;amp;&amp;amp; b &amp;lt; limit) then return the smaller of them",
      "if (a < b && b < limit) then return the smaller of them",
    ],
    [
      "Chinese with a character changed",
      "> 依赖时钟的锁是关于时间的一个诺言而当两台机器对时间的看法不同",
      "依赖时钟的锁是关于时间的一个承诺，而当两台机器对时间的看法不同时，没有人能遵守。",
    ],
    [
      "Hebrew with a letter changed",
      "> מנעול שתלוי בשעון הוא הבטחה לגבי הזמן ואיש אינו יכל לקיים",
      "מנעול שתלוי בשעון הוא הבטחה לגבי הזמן, ואיש אינו יכול לקיים אותה.",
    ],
  ])("with %s", (_, quote, parent) => expect(found(quote, parent)[0]).toBe("altered"));
});

describe("a quote is not linked", () => {
  it.each([
    ["if it is short, however near it is", "> That is not so bad", "That is not too bad"],
    [
      "to words that only share phrases with it",
      "> A lock is something else than a promise, and at the end of the day it is about people who disagree",
      SAID,
    ],
    [
      "to another address of the same place",
      "> https://forum.test/example/locks/issues/2024/12",
      "https://forum.test/example/locks/issues/1999/34",
    ],
    [
      "to the same words in another order",
      "> disagree machines two when promise a such keep can nobody time about promise a is clock",
      SAID,
    ],
  ])("%s", (_, quote, parent) => expect(found(quote, parent)[0]).toBe("unverified"));
});

describe("of several posts that nearly say it", () => {
  const quote = "Nobody can keep such promise when two machines disagree.";
  const near = "Nobody can keep such a promise when two machines disagree.";
  const farther = "Nobody could keep any such promise when two of the machines disagree.";

  it("the nearest ancestor is the source, if it is as near as any", () => {
    const [parent, root, other] = [source(near), source(near), source(near)];
    expect(resolveQuote(quote, [parent, root], [other]).source?.postId).toBe(parent.postId);
  });

  it("one that is clearly nearer is it, wherever it stands", () => {
    const [parent, other] = [source(farther), source(near)];
    expect(resolveQuote(quote, [parent], [])).toMatchObject({ status: "altered" });
    expect(resolveQuote(quote, [parent], [other]).source?.postId).toBe(other.postId);
  });

  it("none is, if two are equally near and no ancestors", () => {
    const [one, two] = [source(near), source(near)];
    const found = resolveQuote(quote, [source("else")], [one, two]);
    expect(found).toMatchObject({ status: "ambiguous", source: null });
    expect(found.candidates?.map(({ status }) => status)).toEqual(["altered", "altered"]);
  });

  it("nor is a place, if one post nearly says it twice", () => {
    const twice = source(`${near} And again: ${near}`);
    expect(resolveQuote(quote, [twice], [])).toMatchObject({
      status: "ambiguous",
      source: { postId: twice.postId, status: "altered" },
    });
  });
});
