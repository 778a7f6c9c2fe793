import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { deletePost, editPost, reply } from "@/lib/posts/commands";
import { readHistory, readMarkdown } from "@/lib/posts/queries";
import { answer, board, everything, person, succeeded, thread } from "@/scripts/test/debate";
import { brokenInvariants } from "@/scripts/test/invariants";

let ada: Member;
let ben: Member;
let moderator: Member;
let elsewhere: Member;
let place: { id: number; slug: string };

beforeAll(async () => {
  place = await board();
  const other = await board();
  ada = await person();
  ben = await person();
  moderator = await person({ moderates: [place.id] });
  elsewhere = await person({ moderates: [other.id] });
});

const form = (parentId: number, formKey = randomUUID()) => ({
  parentId,
  markdown: "An answer.",
  formKey,
});

const revisionsOf = (postId: number) => db().revision.count({ where: { postId } });

describe("a reply", () => {
  test("sent twice with one key makes one post, one after the other and at the same moment", async () => {
    const { openingId } = await thread(ada, place);
    const first = form(openingId);
    const once = await reply(ben, first);
    expect(await reply(ben, first)).toEqual(once);
    const second = form(openingId);
    const atOnce = await Promise.all(Array.from({ length: 8 }, () => reply(ben, second)));
    const places = atOnce.map(succeeded);
    expect(new Set(places.map(({ postId }) => postId)).size).toBe(1);
    expect(await db().post.count({ where: { parentId: openingId } })).toBe(2);
    expect(await brokenInvariants()).toEqual([]);
  });

  test("sent twice makes one post even if its thread was locked or its parent deleted meanwhile", async () => {
    const { id, openingId } = await thread(ada, place);
    const sent = form(openingId);
    const once = await reply(ben, sent);
    await moderate(moderator, { verb: "lock", target: "thread", id, reason: "Enough." });
    await deletePost(ada, openingId);
    expect(await reply(ben, sent)).toEqual(once);
  });

  test("with the key of another person's form makes a post of its own", async () => {
    const { openingId } = await thread(ada, place);
    const sent = form(openingId);
    const [one, two] = [await reply(ben, sent), await reply(ada, sent)].map(succeeded);
    expect(one?.postId).not.toBe(two?.postId);
  });

  test("counts in its thread, and is its newest post", async () => {
    const { id, openingId } = await thread(ada, place);
    const postId = await answer(ben, openingId, "> opening words of this thread\n\nWhich ones?");
    const post = await db().post.findUniqueOrThrow({ where: { id: postId } });
    expect(await db().thread.findUniqueOrThrow({ where: { id } })).toMatchObject({
      replyCount: 1,
      quoteCount: 1,
      lastPostAt: post.createdAt,
    });
  });
});

describe("an edit", () => {
  test("adds a revision and keeps the ones before; the same text adds none", async () => {
    const { openingId } = await thread(ada, place, "First words.");
    for (const markdown of ["First words.", "Second words.", "Second words.", "First words."]) {
      succeeded(await editPost(ada, { postId: openingId, markdown }));
    }
    expect((await readHistory(SIGNED_OUT, openingId))?.map(({ markdown }) => markdown)).toEqual([
      ...["First words.", "Second words.", "First words."],
    ]);
  });

  test("sent twice at the same moment adds one revision", async () => {
    const { openingId } = await thread(ada, place);
    const edit = { postId: openingId, markdown: "Sent twice." };
    (await Promise.all([editPost(ada, edit), editPost(ada, edit)])).map(succeeded);
    expect(await revisionsOf(openingId)).toBe(2);
  });

  test("gives back the text byte for byte, whatever quotes are in it", async () => {
    const { openingId } = await thread(ada, place, "One source.\n\nAnother source.");
    const typed =
      "Before.\n> One source.\n>\n> > inner, from elsewhere\n\n\n> Another   source.\nAfter  \n```\n> code\n```\n";
    const postId = await answer(ben, openingId, typed);
    expect(await readMarkdown(ben, postId)).toBe(typed);
  });

  test("elsewhere in the source moves a quote along with its words", async () => {
    const { openingId } = await thread(ada, place, "These words are quoted.");
    const postId = await answer(ben, openingId, "> These words are quoted.\n\nYes.");
    const markdown = "Something 🧵 new comes first.\n\nThese words are quoted.";
    succeeded(await editPost(ada, { postId: openingId, markdown }));
    const quote = await db().quote.findFirstOrThrow({
      where: { postId },
      include: { sourceRevision: true },
    });
    expect(quote.sourceRevision?.number).toBe(2);
    const words = Array.from(quote.sourceRevision?.ownText ?? "").slice(
      quote.start ?? 0,
      quote.end ?? 0,
    );
    expect(words.join("")).toBe("These words are quoted.");
    expect(await brokenInvariants()).toEqual([]);
  });

  test("of the quoted words leaves the quote at the revision it was taken from, and marks it", async () => {
    const { openingId } = await thread(ada, place, "These words are quoted.");
    const postId = await answer(ben, openingId, "> These words are quoted.\n\nYes.");
    succeeded(await editPost(ada, { postId: openingId, markdown: "Others stand here now." }));
    const quote = await db().quote.findFirstOrThrow({
      where: { postId },
      include: { sourceRevision: true },
    });
    expect(quote).toMatchObject({
      exact: "These words are quoted.",
      sourceRevision: { number: 1 },
    });
    // Put back, they are found again.
    succeeded(
      await editPost(ada, { postId: openingId, markdown: "> x\n\nThese words are quoted." }),
    );
    const found = await db().quote.findFirstOrThrow({
      where: { postId },
      include: { sourceRevision: true },
    });
    expect(found.sourceRevision?.number).toBe(3);
    expect(await brokenInvariants()).toEqual([]);
  });

  test("of a post with a quote that is hidden from its author keeps what was typed there", async () => {
    const { openingId } = await thread(ada, place, "An opening.");
    const sourceId = await answer(ada, openingId, "Words that will be hidden soon.");
    const typed = "> Words that will be hidden soon.\n\nI disagree.";
    const postId = await answer(ben, sourceId, typed);
    const action = { target: "post", id: sourceId, reason: "Rude." } as const;
    succeeded(await moderate(moderator, { ...action, verb: "hide" }));
    const shown = (await readMarkdown(ben, postId)) ?? "";
    expect(shown).not.toContain("will be hidden");
    succeeded(await editPost(ben, { postId, markdown: `${shown}\n\nStill.` }));
    expect((await readMarkdown(ben, postId)) ?? "").not.toContain("will be hidden");
    succeeded(await moderate(moderator, { ...action, verb: "unhide" }));
    expect(await readMarkdown(ben, postId)).toBe(`${typed}\n\nStill.`);
    expect(await brokenInvariants()).toEqual([]);
  });

  test("cannot bring out another post's hidden words by naming their quote", async () => {
    const { openingId } = await thread(ada, place, "An opening.");
    const sourceId = await answer(ada, openingId, "Words that will be hidden soon.");
    const quoting = await answer(ada, sourceId, "> Words that will be hidden soon.\n\nMine.");
    const own = await answer(ben, openingId, "Nothing quoted.");
    succeeded(
      await moderate(moderator, { verb: "hide", target: "post", id: sourceId, reason: "Rude." }),
    );
    const { id } = await db().quote.findFirstOrThrow({ where: { postId: quoting } });
    const markdown = `> [hidden quote ${id}]\n\nWhat was it?`;
    succeeded(await editPost(ben, { postId: own, markdown }));
    expect(await readMarkdown(ben, own)).toBe(markdown);
    expect(JSON.stringify(await readHistory(ben, own))).not.toContain("will be hidden");
  });
});

describe("deleting", () => {
  test("twice, or twice at once, is deleting once", async () => {
    const { openingId } = await thread(ada, place);
    const postId = await answer(ben, openingId, "Never mind.");
    await Promise.all([deletePost(ben, postId), deletePost(ben, postId)]);
    const { deletedAt } = await db().post.findUniqueOrThrow({ where: { id: postId } });
    succeeded(await deletePost(ben, postId));
    expect((await db().post.findUniqueOrThrow({ where: { id: postId } })).deletedAt).toEqual(
      deletedAt,
    );
    expect(await brokenInvariants()).toEqual([]);
  });

  test("takes a post out of the counts, and its words from everybody", async () => {
    const { id, openingId } = await thread(ada, place);
    const postId = await answer(ben, openingId, "> opening words of this thread\n\nNever mind.");
    succeeded(await deletePost(ben, postId));
    expect(await db().thread.findUniqueOrThrow({ where: { id } })).toMatchObject({
      replyCount: 0,
      quoteCount: 0,
    });
    for (const viewer of [ada, ben, moderator, SIGNED_OUT]) {
      expect(await readMarkdown(viewer, postId)).toBeNull();
      expect(await readHistory(viewer, postId)).toBeNull();
    }
  });

  test("does not lift a redaction, and is possible in a locked thread", async () => {
    const { id, openingId } = await thread(ada, place);
    const postId = await answer(ben, openingId, "Words to hide.");
    await moderate(moderator, { verb: "hide", target: "post", id: postId, reason: "Rude." });
    await moderate(moderator, { verb: "lock", target: "thread", id, reason: "Enough." });
    succeeded(await deletePost(ben, postId));
    const { hideActionId } = await db().post.findUniqueOrThrow({ where: { id: postId } });
    expect(hideActionId).not.toBeNull();
  });
});

describe("what may not be done leaves no change, and says so", () => {
  interface Attempt {
    name: string;
    who: Viewer[];
    act(actor: Viewer): Promise<{ ok: boolean }>;
  }

  async function attempts(): Promise<Attempt[]> {
    const open = await thread(ada, place);
    const benPost = await answer(ben, open.openingId, "Ben's answer.");
    const hiddenPost = await answer(ben, open.openingId, "Ben's hidden answer.");
    const deleted = await answer(ben, open.openingId, "Ben's deleted answer.");
    const locked = await thread(ada, place);
    const inLocked = await answer(ben, locked.openingId, "Ben's answer, before the lock.");
    const hidden = await thread(ada, place);
    const inHidden = await answer(ben, hidden.openingId, "Ben's answer in a hidden thread.");
    await moderate(moderator, { verb: "hide", target: "post", id: hiddenPost, reason: "Rude." });
    await moderate(moderator, { verb: "lock", target: "thread", id: locked.id, reason: "Enough." });
    await moderate(moderator, { verb: "hide", target: "thread", id: hidden.id, reason: "Spam." });
    succeeded(await deletePost(ben, deleted));
    const everybody = [SIGNED_OUT, ada, ben, elsewhere, moderator];
    const but = (...allowed: Viewer[]) => everybody.filter((actor) => !allowed.includes(actor));
    const replyTo = (parentId: number) => (actor: Viewer) => reply(actor, form(parentId));
    const edit = (postId: number) => (actor: Viewer) => editPost(actor, { postId, markdown: "X." });
    const remove = (postId: number) => (actor: Viewer) => deletePost(actor, postId);
    return [
      { name: "reply while signed out", who: [SIGNED_OUT], act: replyTo(benPost) },
      { name: "reply to a hidden post", who: everybody, act: replyTo(hiddenPost) },
      { name: "reply to a deleted post", who: everybody, act: replyTo(deleted) },
      { name: "reply in a locked thread", who: but(moderator), act: replyTo(inLocked) },
      { name: "reply in a hidden thread", who: everybody, act: replyTo(inHidden) },
      { name: "reply to nothing", who: everybody, act: replyTo(999_999) },
      { name: "edit another's post", who: but(ben), act: edit(benPost) },
      { name: "edit a hidden post", who: everybody, act: edit(hiddenPost) },
      { name: "edit a deleted post", who: everybody, act: edit(deleted) },
      { name: "edit in a locked thread", who: everybody, act: edit(inLocked) },
      { name: "edit in a hidden thread", who: but(ada), act: edit(inHidden) },
      { name: "edit nothing", who: everybody, act: edit(999_999) },
      { name: "delete another's post", who: but(ben), act: remove(benPost) },
      { name: "delete another's hidden post", who: but(ben), act: remove(hiddenPost) },
      { name: "delete in a hidden thread", who: everybody, act: remove(inHidden) },
      { name: "delete nothing", who: everybody, act: remove(999_999) },
    ];
  }

  test("replying, editing, deleting by everybody who may not", async () => {
    const all = await attempts();
    const before = await everything();
    for (const { name, who, act } of all) {
      for (const actor of who) {
        const label = `${name} as ${actor.signedIn ? actor.username : "nobody"}`;
        const sentence = expect.stringMatching(/\.$/);
        expect(await act(actor), label).toMatchObject({ ok: false, message: sentence });
      }
    }
    expect(await everything()).toEqual(before);
  });

  test("a post that cannot be seen is not told from one that never was", async () => {
    const hidden = await thread(ada, place);
    const inHidden = await answer(ada, hidden.openingId, "Ada's answer.");
    await moderate(moderator, { verb: "hide", target: "thread", id: hidden.id, reason: "Spam." });
    const missing = 999_999;
    for (const act of [
      (id: number) => reply(ben, form(id)),
      (postId: number) => editPost(ben, { postId, markdown: "X." }),
      (id: number) => deletePost(ben, id),
    ]) {
      const [seen, unseen] = [await act(inHidden), await act(missing)];
      expect((seen as { message: string }).message).toBe((unseen as { message: string }).message);
    }
  });
});
