import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { deletePost, editPost } from "@/lib/posts/commands";
import { readMarkdown } from "@/lib/posts/queries";
import { leaveQuote, requote } from "@/lib/posts/requote.commands";
import { countChangedQuotes, listChangedQuotes } from "@/lib/quotes/changed.queries";
import { readQuote } from "@/lib/quotes/context.queries";
import { passageOf, quotesOf } from "@/lib/quotes/queries";
import { sliceCodePoints } from "@/lib/text/code-points";
import { answer, board, everything, person, succeeded, thread } from "@/scripts/test/debate";

const BEFORE = "Tea 🍵 is fine. The water must be boiling, or nearly. Milk comes last.";
const AFTER = "Tea 🍵 is fine. The water must be hot, or nearly so. Milk comes last.";
const GONE = "Coffee is another matter altogether.";
const QUOTED = "> The water must be boiling, or nearly.\n\nWhy must it?";

let ada: Member;
let ben: Member;
let moderator: Member;
let sourceId: number;
let quotingId: number;

beforeEach(async () => {
  const place = await board();
  ada = await person();
  ben = await person();
  moderator = await person({ moderates: [place.id] });
  const { openingId } = await thread(await person(), place);
  sourceId = await answer(ada, openingId, BEFORE);
  quotingId = await answer(ben, sourceId, QUOTED);
});

const edit = async (who: Member, postId: number, markdown: string) =>
  succeeded(await editPost(who, { postId, markdown }));

const rowsOf = (postId: number) =>
  db().quote.findMany({
    where: { postId, revision: { currentOf: { isNot: null } } },
    orderBy: { ordinal: "asc" },
  });

async function quoteOf(viewer: Viewer, postId = quotingId) {
  const { currentRevisionId } = await db().post.findUniqueOrThrow({ where: { id: postId } });
  const id = currentRevisionId ?? 0;
  const quote = (await quotesOf(viewer, [id])).get(id)?.[0];
  if (quote === undefined) throw new Error("There is no quote.");
  return quote;
}

async function highlighted(identity: number): Promise<string | null> {
  const passage = await passageOf(identity);
  if (passage === null) return null;
  const post = await db().post.findUniqueOrThrow({
    where: { id: passage.postId },
    select: { currentRevision: { select: { ownText: true } } },
  });
  return passage.ranges
    .map(({ start, end }) => sliceCodePoints(post.currentRevision?.ownText ?? "", start, end))
    .join("|");
}

const told = (words: string, kind: string) => ({ kind, text: expect.stringContaining(words) });

describe("when a source is edited", () => {
  test("the quote says what changed in the quoted words, and leads to what became of them", async () => {
    await edit(ada, sourceId, AFTER);
    const quote = await quoteOf(SIGNED_OUT);
    expect(quote.sourceEdited).toBe(true);
    expect(quote.exact).toBe("The water must be boiling, or nearly.");
    expect(quote.difference).toEqual(
      expect.arrayContaining([told("boiling", "removed"), told("hot", "added")]),
    );
    expect(await highlighted(quote.identity)).toBe("The water must be hot, or nearly so.");
  });

  test("words that are gone altogether lead to the post alone", async () => {
    await edit(ada, sourceId, GONE);
    const quote = await quoteOf(SIGNED_OUT);
    expect(quote).toMatchObject({ sourceEdited: true, difference: null });
    expect(await highlighted(quote.identity)).toBeNull();
    expect(quote.source?.href).toBe(`/p/${sourceId}`);
  });

  test("words edited back are as if nothing had been", async () => {
    const before = await rowsOf(quotingId);
    await edit(ada, sourceId, AFTER);
    await edit(ada, sourceId, BEFORE);
    const [was, is] = [before[0], (await rowsOf(quotingId))[0]];
    expect(is).toEqual({ ...was, sourceRevisionId: is?.sourceRevisionId });
    expect(await quoteOf(SIGNED_OUT)).toMatchObject({ sourceEdited: false, difference: null });
  });

  test("the quoter is told once, nobody else is, and an edit elsewhere tells nobody", async () => {
    await edit(ada, sourceId, `${BEFORE} And sugar?`);
    expect(await countChangedQuotes(ben)).toBe(0);
    await edit(ada, sourceId, AFTER);
    expect(await countChangedQuotes(ben)).toBe(1);
    expect(await countChangedQuotes(ada)).toBe(0);
    expect(await countChangedQuotes(SIGNED_OUT)).toBe(0);
    expect(await listChangedQuotes(ben)).toMatchObject([{ postId: quotingId }]);
    expect((await quoteOf(ben)).toSettle).toBe(true);
    expect((await quoteOf(ada)).toSettle).toBe(false);
  });

  test("a source that is hidden or deleted meanwhile is not spoken of", async () => {
    await edit(ada, sourceId, AFTER);
    const target = { target: "post", id: sourceId, reason: "Rude." } as const;
    succeeded(await moderate(moderator, { ...target, verb: "hide" }));
    expect(await countChangedQuotes(ben)).toBe(0);
    expect(await listChangedQuotes(ben)).toEqual([]);
    expect(await quoteOf(ben)).toMatchObject({ difference: null, toSettle: false });
    succeeded(await moderate(moderator, { ...target, verb: "unhide" }));
    expect(await countChangedQuotes(ben)).toBe(1);
    succeeded(await deletePost(ada, sourceId));
    expect(await countChangedQuotes(ben)).toBe(0);
    expect(await quoteOf(ben)).toMatchObject({ difference: null, toSettle: false });
  });
});

describe("what was not certain becomes so by an edit", () => {
  const SAME = "The very same sentence, said by two of them.";

  async function saidTwice() {
    const { parentId } = await db().post.findUniqueOrThrow({ where: { id: sourceId } });
    const [first, second] = [
      await answer(ada, parentId ?? 0, SAME),
      await answer(ada, parentId ?? 0, SAME),
    ];
    return { first, quoting: await answer(ben, sourceId, `> ${SAME}\n\nWho?`), second };
  }

  test("a quote of two posts comes from the one in which its words are left", async () => {
    const { first, second, quoting } = await saidTwice();
    expect(await quoteOf(SIGNED_OUT, quoting)).toMatchObject({ status: "ambiguous", source: null });
    await edit(ada, second, GONE);
    expect(await quoteOf(SIGNED_OUT, quoting)).toMatchObject({
      status: "verbatim",
      source: { postId: first },
    });
  });

  test("and is hidden with it, since its words can be read nowhere else", async () => {
    const { first, second, quoting } = await saidTwice();
    await edit(ada, second, GONE);
    succeeded(
      await moderate(moderator, { verb: "hide", target: "post", id: first, reason: "Rude." }),
    );
    expect(await quoteOf(SIGNED_OUT, quoting)).toMatchObject({ sight: "redacted", exact: "" });
  });

  test("a quote of words that stood twice in a post is verbatim once they stand there once", async () => {
    const twice = await answer(ada, sourceId, "It must boil, surely. No. It must boil, surely.");
    const quoting = await answer(ben, twice, "> It must boil, surely.\n\nWhy?");
    expect(await quoteOf(SIGNED_OUT, quoting)).toMatchObject({ status: "ambiguous" });
    await edit(ada, twice, "Well. It must boil, surely. No.");
    const quote = await quoteOf(SIGNED_OUT, quoting);
    expect(quote).toMatchObject({ status: "verbatim", sourceEdited: false });
    expect(await highlighted(quote.identity)).toBe("It must boil, surely.");
  });

  test("an author who takes over the quoter's correction is quoted word for word", async () => {
    const wrong = await answer(
      ada,
      sourceId,
      "I put the kettel on before the others have come down.",
    );
    const corrected = "I put the kettle on before the others have come down.";
    const quoting = await answer(ben, wrong, `> ${corrected}\n\nGood.`);
    expect(await quoteOf(SIGNED_OUT, quoting)).toMatchObject({ status: "altered" });
    await edit(ada, wrong, corrected);
    expect(await quoteOf(SIGNED_OUT, quoting)).toMatchObject({
      status: "verbatim",
      sourceEdited: false,
      difference: null,
    });
    expect(await countChangedQuotes(ben)).toBe(0);
  });
});

describe("quoting anew, with one press", () => {
  test("puts in what the source says now, and leaves all else as it was", async () => {
    const typed = `Before.\n\n${QUOTED}\n\n> Milk comes last.\n\nYes.`;
    await edit(ben, quotingId, typed);
    await edit(ada, sourceId, AFTER);
    succeeded(await requote(ben, (await quoteOf(ben)).identity));
    expect(await readMarkdown(SIGNED_OUT, quotingId)).toBe(
      typed.replace("must be boiling, or nearly.", "must be hot, or nearly so."),
    );
    expect(await quoteOf(SIGNED_OUT)).toMatchObject({ status: "verbatim", sourceEdited: false });
    expect(await countChangedQuotes(ben)).toBe(0);
  });

  test("sent twice, it changes the post once", async () => {
    await edit(ada, sourceId, AFTER);
    const { identity } = await quoteOf(ben);
    succeeded(await requote(ben, identity));
    const before = await everything();
    expect(await requote(ben, identity)).toMatchObject({ ok: false });
    expect(await everything()).toEqual(before);
  });

  test("is for the quoter alone, and leaving it too", async () => {
    await edit(ada, sourceId, AFTER);
    const { identity } = await quoteOf(ben);
    const before = await everything();
    for (const viewer of [SIGNED_OUT, ada, moderator]) {
      expect((await requote(viewer, identity)).ok).toBe(false);
      expect((await leaveQuote(viewer, identity)).ok).toBe(false);
    }
    expect(await everything()).toEqual(before);
  });

  test("a quote that is left as it is asks no more, and says what it said", async () => {
    await edit(ada, sourceId, AFTER);
    const { identity } = await quoteOf(ben);
    succeeded(await leaveQuote(ben, identity));
    expect(await countChangedQuotes(ben)).toBe(0);
    expect(await quoteOf(ben)).toMatchObject({ sourceEdited: true, toSettle: false });
    await edit(ben, quotingId, `${QUOTED} Indeed.`);
    expect(await countChangedQuotes(ben)).toBe(0);
  });
});

describe("when the quoter edits", () => {
  test("quotes that are kept keep their identity, wherever they stand; new ones get one", async () => {
    const first = (await rowsOf(quotingId))[0]?.identity;
    await edit(ben, quotingId, `> Milk comes last.\n\nNo.\n\n${QUOTED}`);
    const [added, kept] = await rowsOf(quotingId);
    expect(kept?.identity).toBe(first);
    expect(added?.identity).not.toBe(first);
    expect(await highlighted(first ?? 0)).toBe("The water must be boiling, or nearly.");
  });

  test("a kept quote of words that were edited away is still known to be one", async () => {
    await edit(ada, sourceId, AFTER);
    const before = await quoteOf(ben);
    await edit(ben, quotingId, `${QUOTED} Indeed?`);
    const after = await quoteOf(ben);
    expect({ ...after, id: 0 }).toEqual({ ...before, id: 0 });
    expect(await countChangedQuotes(ben)).toBe(1);
  });
});

describe("the words around a passage", () => {
  test("are those of the source, marked", async () => {
    const { identity } = await quoteOf(ben);
    const found = await readQuote(SIGNED_OUT, identity);
    expect(found?.context).toMatchObject({
      before: "Tea 🍵 is fine. ",
      pieces: [{ text: "The water must be boiling, or nearly.", quoted: true }],
      after: " Milk comes last.",
      earlier: false,
    });
  });

  test("are for nobody who may not read the source, or the quoting post", async () => {
    const { identity } = await quoteOf(ben);
    const hide = async (id: number) =>
      succeeded(await moderate(moderator, { verb: "hide", target: "post", id, reason: "Rude." }));
    await hide(sourceId);
    for (const viewer of [SIGNED_OUT, ben]) {
      const found = await readQuote(viewer, identity);
      expect(found?.context).toBeNull();
      expect(JSON.stringify(found)).not.toMatch(/boiling|Milk/);
    }
    expect((await readQuote(ada, identity))?.context).not.toBeNull();
    await hide(quotingId);
    expect(await readQuote(SIGNED_OUT, identity)).toBeNull();
  });

  test("go with a source that its author deleted; the quoted words stay", async () => {
    const { identity } = await quoteOf(ben);
    succeeded(await deletePost(ada, sourceId));
    const found = await readQuote(SIGNED_OUT, identity);
    expect(found?.context).toBeNull();
    expect(found?.quote.exact).toContain("boiling");
    expect(JSON.stringify(found)).not.toContain("Milk");
  });
});
