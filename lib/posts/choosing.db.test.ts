import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import type { Member } from "@/lib/policy/viewer";
import { editPost, reply } from "@/lib/posts/commands";
import { notesOf, previewPost } from "@/lib/posts/preview.queries";
import { readMarkdown } from "@/lib/posts/queries";
import { LEFT_OPEN, parseChoice } from "@/lib/quotes/choices";
import type { Choices } from "@/lib/resolver/settle";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";

const SAME = "The very same sentence, said by two.";
const TEXT = `> ${SAME}\n\nWho?`;

let quoter: Member;
let moderator: Member;
let openingId: number;
/** Posts with the same sentence, older first. */
let sources: number[];

beforeEach(async () => {
  const place = await board();
  const [ada, ben] = [await person(), await person()];
  quoter = await person();
  moderator = await person({ moderates: [place.id] });
  ({ openingId } = await thread(ada, place));
  sources = [
    await answer(ada, openingId, `Before. ${SAME} After.`),
    await answer(ben, openingId, SAME),
  ];
});

/** What choosing the post gives a form, as its own preview offers it. */
async function choiceOf(postId: number): Promise<Choices> {
  const { quotes } = await previewPost(quoter, TEXT, { parent: openingId });
  const place = quotes[0]?.candidates
    .map(({ value }) => parseChoice(value))
    .find((each) => each?.postId === postId);
  if (place == null || quotes[0] === undefined) throw new Error("It is not offered.");
  return new Map([[quotes[0].key, place]]);
}

async function publish(choices?: Choices): Promise<number> {
  const input = { parentId: openingId, markdown: TEXT, formKey: randomUUID(), choices };
  return succeeded(await reply(quoter, input)).postId;
}

async function stored(postId: number) {
  const post = await db().post.findUniqueOrThrow({ where: { id: postId } });
  const quote = await db().quote.findFirstOrThrow({
    where: { revisionId: post.currentRevisionId ?? 0 },
  });
  const { sourcePostId, status, chosen } = quote;
  return { sourcePostId, status, chosen, revisions: post.revisionCount };
}

describe("a quote whose words stand in two posts", () => {
  test("is previewed with both, their authors and the words around", async () => {
    const { quotes } = await previewPost(quoter, TEXT, { parent: openingId });
    expect(quotes).toMatchObject([
      { status: "ambiguous", author: null, chosen: null, words: SAME, answered: true },
    ]);
    expect(quotes[0]?.candidates.map(({ prefix, suffix }) => [prefix, suffix])).toEqual([
      ["", ""],
      ["Before. ", " After."],
    ]);
  });

  test("is previewed and published as chosen", async () => {
    const [first = 0] = sources;
    const choices = await choiceOf(first);
    const { quotes, body } = await previewPost(quoter, TEXT, { parent: openingId }, choices);
    expect(quotes[0]).toMatchObject({ status: "verbatim", chosen: expect.stringMatching(/^\d/) });
    expect(body[0]).toMatchObject({ kind: "quote", quote: { source: { postId: first } } });
    const id = await publish(choices);
    expect(await stored(id)).toMatchObject({ sourcePostId: first, chosen: true });
  });

  test("is left open where nothing is chosen, or a place that was not found", async () => {
    const [first = 0] = sources;
    const [[key] = [""]] = await choiceOf(first);
    for (const place of [LEFT_OPEN, { postId: openingId, start: 0, end: 5 }]) {
      const id = await publish(new Map([[key, place]]));
      expect(await stored(id)).toMatchObject({ status: "ambiguous", chosen: false });
    }
  });

  test("is offered no post that the quoter may not read", async () => {
    const [first = 0] = sources;
    const third = await answer(quoter, openingId, `> nothing\n\nMine: ${SAME}`);
    const hide = { verb: "hide", target: "post", id: first, reason: "Rude." } as const;
    const choices = await choiceOf(first);
    succeeded(await moderate(moderator, hide));
    const preview = await previewPost(quoter, TEXT, { parent: openingId }, choices);
    const offered = preview.quotes[0]?.candidates.map(({ value }) => parseChoice(value)?.postId);
    expect(offered?.sort()).toEqual([sources[1], third].sort());
    expect(preview.quotes[0]?.status).toBe("ambiguous");
    expect(JSON.stringify(preview)).not.toContain("Before. ");
  });
});

describe("editing a post whose quote was chosen", () => {
  let id: number;
  beforeEach(async () => {
    id = await publish(await choiceOf(sources[0] ?? 0));
  });

  test("shows what was chosen", async () => {
    const text = (await readMarkdown(quoter, id)) ?? "";
    const { quotes } = await notesOf(quoter, text, { post: id, kind: "text" });
    expect(quotes[0]?.candidates).toHaveLength(2);
    expect(parseChoice(quotes[0]?.chosen ?? "")?.postId).toBe(sources[0]);
  });

  test("with another choice alone writes a revision, with the same one nothing", async () => {
    const edited = (choices: Choices) => editPost(quoter, { postId: id, markdown: TEXT, choices });
    succeeded(await edited(await choiceOf(sources[0] ?? 0)));
    expect(await stored(id)).toMatchObject({ sourcePostId: sources[0], revisions: 1 });
    succeeded(await edited(await choiceOf(sources[1] ?? 0)));
    expect(await stored(id)).toMatchObject({ sourcePostId: sources[1], revisions: 2 });
    const [[key] = [""]] = await choiceOf(sources[0] ?? 0);
    succeeded(await edited(new Map([[key, LEFT_OPEN]])));
    expect(await stored(id)).toMatchObject({ status: "ambiguous", revisions: 3 });
  });
});

test("words that were edited away are shown as what their post said before", async () => {
  const author = await person();
  const source = await answer(author, openingId, "These words are to go.");
  succeeded(await editPost(author, { postId: source, markdown: "Something else altogether." }));
  const text = "> These words are to go.\n\nWhy?";
  const { quotes, body } = await previewPost(quoter, text, { parent: openingId });
  expect(quotes).toMatchObject([{ status: "source edited", author: author.username }]);
  expect(body[0]).toMatchObject({ kind: "quote", quote: { sourceEdited: true } });
});

test("an opening post has nothing to quote from, so nothing is said of its quotes", async () => {
  const post = { post: openingId, kind: "text" } as const;
  const owner = await db().post.findUniqueOrThrow({ where: { id: openingId } });
  const viewer: Member = { ...quoter, id: owner.authorId };
  expect(await notesOf(viewer, "> Somebody elsewhere.\n\nNo.", post)).toEqual({
    quotes: [],
    hints: [],
  });
  expect(await previewPost(quoter, "> Elsewhere.", {})).toMatchObject({ quotes: [], hints: [] });
});
