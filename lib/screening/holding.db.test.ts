import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";
import { editPost, reply } from "@/lib/posts/commands";
import { listStatements } from "@/lib/statements/queries";
import { openThread } from "@/lib/threads/commands";
import { readThread } from "@/lib/threads/queries";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";
import { brokenInvariants } from "@/scripts/test/invariants";

let ada: Member;
let ben: Member;
let moderator: Member;
let place: { id: number; slug: string };
let opened: { id: number; openingId: number };

beforeAll(async () => {
  place = await board();
  ada = await person();
  moderator = await person({ moderates: [place.id] });
});

beforeEach(async () => {
  await db().board.update({ where: { id: place.id }, data: { holdFirst: 0 } });
  opened = await thread(ada, place);
  ben = await person();
  await db().board.update({
    where: { id: place.id },
    data: {
      ...{ heldWords: ["crypto"], refusedWords: ["casino"] },
      ...{ heldDomains: ["example.net"], refusedDomains: ["example.com"] },
    },
  });
});

const replyOf = (author: Member, markdown: string, parentId = opened.openingId) =>
  reply(author, { parentId, markdown, formKey: randomUUID() });

async function seenBy(viewer: Member | typeof SIGNED_OUT): Promise<string> {
  return JSON.stringify(await readThread(viewer, opened.id));
}

test("what is held is seen by its author and moderators alone, and by everybody once approved", async () => {
  const { postId } = succeeded(await replyOf(ben, "Buy crypto while it lasts."));
  expect(await seenBy(SIGNED_OUT)).not.toContain("crypto");
  expect(await seenBy(ada)).not.toContain("crypto");
  expect(await seenBy(ben)).toContain("Buy crypto");
  expect(await seenBy(moderator)).toContain("Buy crypto");
  expect(await listStatements(ben)).toMatchObject([{ kind: "hold", basis: "automatic", postId }]);
  expect(await brokenInvariants()).toEqual([]);
  succeeded(await moderate(moderator, { verb: "unhide", target: "post", id: postId }));
  expect(await seenBy(SIGNED_OUT)).toContain("Buy crypto");
  expect((await listStatements(ben))[0]).toMatchObject({ kind: "approve" });
  expect(await brokenInvariants()).toEqual([]);
});

test("what is refused is not written, by a reply, an edit or a thread, nor brought in as a quote", async () => {
  const own = await answer(ben, opened.openingId, "Nothing to see here.");
  const before = await db().revision.count();
  expect(await replyOf(ben, "The best CASINO in town.")).toMatchObject({ kind: "denied" });
  expect(await replyOf(ben, "See https://www.example.com/x now.")).toMatchObject({ ok: false });
  const edited = await editPost(ben, { postId: own, markdown: "The best casino in town." });
  expect(edited).toMatchObject({ kind: "denied", message: expect.stringMatching(/\.$/) });
  const made = await openThread(ben, {
    ...{
      kind: "text",
      board: place.slug,
      title: "A casino",
      text: "Words.",
      formKey: randomUUID(),
    },
  });
  expect(made).toMatchObject({ kind: "denied" });
  expect(await db().revision.count()).toBe(before);
  // Words of no post here, dressed as a quote.
  succeeded(await replyOf(ben, "> The best casino in town is this one.\n\nIndeed."));
  expect(await seenBy(SIGNED_OUT)).not.toContain("casino");
});

test("words quoted from a post that stands here are not held against the quoter", async () => {
  const source = succeeded(await replyOf(moderator, "Crypto is not what this thread is about."));
  succeeded(
    await replyOf(ada, "> Crypto is not what this thread is about.\n\nQuite so.", source.postId),
  );
  expect(await seenBy(SIGNED_OUT)).toContain("Quite so.");
});

test("first posts of an account are held until so many of theirs were approved; threads too", async () => {
  await db().board.update({ where: { id: place.id }, data: { holdFirst: 1 } });
  const first = succeeded(await replyOf(ben, "My very first words."));
  succeeded(await replyOf(ben, "My second words."));
  expect(await seenBy(SIGNED_OUT)).not.toMatch(/first words|second words/);
  succeeded(await moderate(moderator, { verb: "unhide", target: "post", id: first.postId }));
  succeeded(await replyOf(ben, "My third words."));
  expect(await seenBy(SIGNED_OUT)).toContain("My third words.");
  const eve = await person();
  const { threadId } = succeeded(
    await openThread(eve, {
      ...{
        kind: "text",
        board: place.slug,
        title: "New here",
        text: "Hello.",
        formKey: randomUUID(),
      },
    }),
  );
  expect(await readThread(SIGNED_OUT, threadId)).toMatchObject({ found: "tombstone" });
  expect(await readThread(eve, threadId)).toMatchObject({ found: "thread" });
  expect(await brokenInvariants()).toEqual([]);
});

test("an edit that says what is held hides the post, with what it said before, until it is approved", async () => {
  const own = await answer(ben, opened.openingId, "Nothing to see here.");
  succeeded(await editPost(ben, { postId: own, markdown: "Ask me about crypto." }));
  expect(await seenBy(SIGNED_OUT)).not.toMatch(/crypto|Nothing to see/);
  expect(await brokenInvariants()).toEqual([]);
});

test("moderators of the board are not screened", async () => {
  succeeded(await replyOf(moderator, "A word on casino and crypto spam."));
  expect(await seenBy(SIGNED_OUT)).toContain("casino and crypto");
});

test("an edit is screened for what it says and brings along, also where first posts are held", async () => {
  const plain = await answer(ben, opened.openingId, "Nothing to see here.");
  await db().board.update({ where: { id: place.id }, data: { holdFirst: 5 } });
  succeeded(await editPost(ben, { postId: plain, markdown: "Nothing at all to see here." }));
  expect(await seenBy(SIGNED_OUT)).toContain("Nothing at all to see here.");
  const markdown = "> The best casino in town is this one.\n\nIndeed.";
  succeeded(await editPost(ben, { postId: plain, markdown }));
  expect(await seenBy(SIGNED_OUT)).not.toMatch(/casino|Indeed/);
});
