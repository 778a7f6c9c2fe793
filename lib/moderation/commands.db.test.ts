import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { reachOfPost, reachOfThread } from "@/lib/moderation/queries";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";
import { deletePost, editPost } from "@/lib/posts/commands";
import { listPostsOf, readAsQuote, readHistory, readMarkdown, readPost } from "@/lib/posts/queries";
import { listThreads } from "@/lib/threads/lists.queries";
import { readThread, readThreadTitle } from "@/lib/threads/queries";
import { answer, board, everything, person, succeeded, thread } from "@/scripts/test/debate";
import { brokenInvariants } from "@/scripts/test/invariants";

let ada: Member;
let ben: Member;
let moderator: Member;
let elsewhere: Member;
let admin: Member;
let place: { id: number; slug: string };

beforeAll(async () => {
  place = await board();
  ada = await person();
  ben = await person();
  moderator = await person({ moderates: [place.id] });
  elsewhere = await person({ moderates: [(await board()).id] });
  admin = await person({ admin: true });
});

const act = (
  verb: "hide" | "unhide" | "lock" | "unlock",
  target: "thread" | "post",
  id: number,
  actor = moderator,
) => moderate(actor, { verb, target, id, reason: "It broke the rules." });

describe("hiding, unhiding, locking and unlocking", () => {
  test("twice, or twice at the same moment, is once: one action is recorded", async () => {
    const { id, openingId } = await thread(ada, place);
    const postId = await answer(ben, openingId, "A reply.");
    for (const [verb, target, targetId] of [
      ...([
        ["hide", "post", postId],
        ["unhide", "post", postId],
      ] as const),
      ...([
        ["hide", "thread", id],
        ["unhide", "thread", id],
      ] as const),
      ...([
        ["lock", "thread", id],
        ["unlock", "thread", id],
      ] as const),
    ] as const) {
      const before = await db().moderationAction.count();
      const both = [act(verb, target, targetId), act(verb, target, targetId, admin)];
      (await Promise.all(both)).map(succeeded);
      succeeded(await act(verb, target, targetId));
      expect(await db().moderationAction.count(), `${verb} ${target}`).toBe(before + 1);
    }
    expect(await brokenInvariants()).toEqual([]);
  });

  test("a branch under a post that is hidden already: shown again with it, as a whole", async () => {
    const { openingId } = await thread(ada, place);
    const top = await answer(ben, openingId, "The top of a branch.");
    const under = await answer(ada, top, "What stands under it.");
    succeeded(await act("hide", "post", top));
    const wish = { verb: "hide", target: "post", id: top, branch: true, reason: "All." } as const;
    succeeded(await moderate(admin, wish));
    expect(await readPost(SIGNED_OUT, under)).toBeNull();
    succeeded(await act("unhide", "post", top));
    for (const id of [top, under]) expect(await readPost(SIGNED_OUT, id)).not.toBeNull();
    expect(await brokenInvariants()).toEqual([]);
  });

  test("says who, when and why", async () => {
    const { id } = await thread(ada, place);
    succeeded(await act("hide", "thread", id));
    const { hideAction } = await db().thread.findUniqueOrThrow({
      where: { id },
      select: { hideAction: true },
    });
    expect(hideAction).toMatchObject({
      ...{ kind: "hide", actorId: moderator.id, threadId: id, postId: null },
      reason: "It broke the rules.",
    });
  });

  test("nothing, by nobody who may not: no change, and a refusal", async () => {
    const { id, openingId } = await thread(ada, place);
    const postId = await answer(ben, openingId, "A reply.");
    const hiddenPost = await answer(ben, openingId, "A hidden reply.");
    succeeded(await act("hide", "post", hiddenPost));
    const hidden = await thread(ada, place);
    succeeded(await act("hide", "thread", hidden.id));
    succeeded(await act("lock", "thread", hidden.id));
    const before = await everything();
    for (const actor of [SIGNED_OUT, ada, ben, elsewhere]) {
      for (const verb of ["hide", "unhide", "lock", "unlock"] as const) {
        for (const [target, targetId] of [
          ...([
            ["thread", id],
            ["thread", hidden.id],
          ] as const),
          ...([
            ["post", postId],
            ["post", hiddenPost],
            ["post", openingId],
          ] as const),
          ...([
            ["thread", 999_999],
            ["post", 999_999],
          ] as const),
        ] as const) {
          const result = await moderate(actor, { verb, target, id: targetId, reason: "Mine." });
          expect(result).toMatchObject({ ok: false, message: expect.stringMatching(/\.$/) });
        }
      }
    }
    // Nor what makes no sense, by those who may moderate.
    for (const [verb, target, targetId] of [
      ...([
        ["lock", "post", postId],
        ["unlock", "post", postId],
      ] as const),
      ...([
        ["hide", "post", openingId],
        ["hide", "post", 999_999],
      ] as const),
      ...([["hide", "thread", 999_999]] as const),
    ] as const) {
      expect(await act(verb, target, targetId)).toMatchObject({ ok: false });
    }
    expect(await everything()).toEqual(before);
  });

  test("its reach is shown to moderators alone, and counts what is touched", async () => {
    const { id, openingId } = await thread(ada, place);
    const postId = await answer(ben, openingId, "Words that are quoted below.");
    const child = await answer(ada, postId, "> Words that are quoted below.\n\nYes.");
    await answer(ben, child, "A grandchild.");
    const gone = await answer(ada, postId, "> Words that are quoted below.\n\nGone.");
    succeeded(await deletePost(ada, gone));
    for (const who of [SIGNED_OUT, ada, ben, elsewhere]) {
      expect(await reachOfPost(who, postId)).toBeNull();
      expect(await reachOfThread(who, id)).toBeNull();
    }
    expect(await reachOfPost(moderator, postId)).toMatchObject({ replies: 3, quotes: 1 });
    expect(await reachOfThread(admin, id)).toMatchObject({ replies: 4, quotes: 1 });
    expect(await reachOfPost(moderator, openingId)).toBeNull();
  });
});

/** Everything the forum's readers say of a thread and its people to one viewer. */
async function told(viewer: Member | typeof SIGNED_OUT, threadId: number, authorId: number) {
  const posts = await db().post.findMany({ where: { threadId }, orderBy: { id: "asc" } });
  const lists = [
    await listThreads(viewer, { order: "hot" }),
    await listThreads(viewer, { order: "new", boardId: place.id }),
    await listThreads(viewer, { order: "active", authorId }),
  ];
  const each = [];
  for (const { id } of posts) {
    each.push(await readPost(viewer, id), await readHistory(viewer, id));
    each.push(await readMarkdown(viewer, id), await readAsQuote(viewer, id));
  }
  const quoteIds = (await db().quote.findMany({ where: { post: { threadId } } })).map(
    ({ id }) => id,
  );
  const pages = [];
  for (const quoteId of [undefined, ...quoteIds]) {
    pages.push(await readThread(viewer, threadId, { quoteId }));
  }
  return {
    title: await readThreadTitle(viewer, threadId),
    pages,
    lists,
    posts: await listPostsOf(viewer, authorId),
    each,
  };
}

/** All that is read; the place in time from which an open page is told what changed is none of it. */
const words = (value: unknown) =>
  JSON.stringify(value, (name, inner) => (name === "cursor" ? undefined : inner));

/** Words that stand nowhere but in one test's hidden post. */
let markers = 0;
const newMarker = () => {
  markers += 1;
  return `zanzibar${markers}quux`;
};

describe("a hidden thread", { timeout: 60_000 }, () => {
  test("is in no reader's answer for who may not see it, and is back byte for byte when unhidden", async () => {
    const marker = newMarker();
    const author = await person();
    const { id, openingId } = await thread(author, place, `An opening with ${marker}.`);
    await answer(ben, openingId, `> An opening with ${marker}.\n\nNo ${marker} of mine.`);
    await db().thread.update({ where: { id }, data: { title: `About ${marker}` } });
    const everybody = [SIGNED_OUT, ada, ben, elsewhere, author, moderator, admin];
    const before = [];
    for (const viewer of everybody) before.push(words(await told(viewer, id, author.id)));
    succeeded(await act("hide", "thread", id));
    for (const viewer of [SIGNED_OUT, ada, ben, elsewhere]) {
      const answers = await told(viewer, id, author.id);
      expect(words(answers).includes(marker)).toBe(false);
      expect(answers.pages[0]).toEqual({
        found: "tombstone",
        hidden: { at: expect.any(Date), reason: "It broke the rules.", held: false },
      });
      expect(answers.lists.flatMap(({ lines }) => lines).some((line) => line.id === id)).toBe(
        false,
      );
      expect(answers.posts.lines.map((line) => line.threadId)).not.toContain(id);
    }
    for (const viewer of [author, moderator, admin]) {
      const page = await readThread(viewer, id);
      expect(words(page)).toContain(marker);
      expect(page).toMatchObject({ thread: { hidden: { reason: "It broke the rules." } } });
    }
    succeeded(await act("unhide", "thread", id));
    for (const [index, viewer] of everybody.entries()) {
      expect(words(await told(viewer, id, author.id)) === before[index]).toBe(true);
    }
  });
});

describe("a hidden post", { timeout: 60_000 }, () => {
  test("is hidden in every quote of it too, through chains, and comes back byte for byte", async () => {
    const marker = newMarker();
    const source = await person();
    const { id, openingId } = await thread(ada, place);
    const first = await answer(source, openingId, `The ${marker} passage of this post.`);
    const second = await answer(
      ben,
      first,
      `> The ${marker} passage of this post.\n\nThe answer of the second.`,
    );
    const nested = `> > The ${marker} passage of this post.\n>\n> The answer of the second.\n\nThe third.`;
    const third = await answer(ada, second, nested);
    // Somebody else's quote, of somebody else's quote, straight from the first.
    await answer(ben, third, `> The ${marker} passage of this post.\n\nThe fourth.`);
    const everybody = [SIGNED_OUT, ada, ben, elsewhere, source, moderator, admin];
    const before = [];
    for (const viewer of everybody) before.push(words(await told(viewer, id, source.id)));
    expect(before.every((answers) => answers.includes(marker))).toBe(true);
    const countsBefore = await db().thread.findUniqueOrThrow({ where: { id } });
    succeeded(await act("hide", "post", first));
    for (const viewer of [SIGNED_OUT, ada, ben, elsewhere]) {
      const answers = words(await told(viewer, id, source.id));
      expect(answers.includes(marker)).toBe(false);
      expect(answers.includes(source.username)).toBe(false);
      expect(answers.includes("The answer of the second.")).toBe(true);
      expect(await readPost(viewer, first)).toBeNull();
    }
    for (const viewer of [source, moderator, admin]) {
      expect(words(await readPost(viewer, first))).toContain(marker);
      expect(words(await readPost(viewer, third))).toContain(marker);
    }
    expect(await db().thread.findUniqueOrThrow({ where: { id } })).toMatchObject({
      replyCount: 3,
      quoteCount: 1,
    });
    succeeded(await act("unhide", "post", first));
    expect(await db().thread.findUniqueOrThrow({ where: { id } })).toEqual(countsBefore);
    for (const [index, viewer] of everybody.entries()) {
      expect(words(await told(viewer, id, source.id)) === before[index]).toBe(true);
    }
    expect(await brokenInvariants()).toEqual([]);
  });

  test("is hidden in the history of a post that no longer quotes it", async () => {
    const marker = newMarker();
    const { openingId } = await thread(ada, place);
    const first = await answer(ada, openingId, `The ${marker} passage of this post.`);
    const second = await answer(ben, first, `> The ${marker} passage of this post.\n\nSo.`);
    succeeded(await editPost(ben, { postId: second, markdown: "Nothing quoted any more." }));
    expect(words(await readHistory(SIGNED_OUT, second))).toContain(marker);
    succeeded(await act("hide", "post", first));
    expect(words(await readHistory(SIGNED_OUT, second))).not.toContain(marker);
    expect(words(await readHistory(moderator, second))).toContain(marker);
  });

  test("stays hidden in quotes after its words were edited out of it", async () => {
    const marker = newMarker();
    const { openingId } = await thread(ada, place);
    const first = await answer(ada, openingId, `The ${marker} passage of this post.`);
    const second = await answer(ben, first, `> The ${marker} passage of this post.\n\nSo.`);
    succeeded(await editPost(ada, { postId: first, markdown: "Something else entirely." }));
    succeeded(await act("hide", "post", first));
    expect(words(await readPost(SIGNED_OUT, second))).not.toContain(marker);
  });

  test("is not quotable: what is typed from it is kept from those who may not read it", async () => {
    const marker = newMarker();
    const { openingId } = await thread(ada, place);
    const first = await answer(ada, openingId, `The ${marker} passage of this post.`);
    succeeded(await act("hide", "post", first));
    const copied = await answer(ben, openingId, `> The ${marker} passage of this post.\n\nCopied.`);
    expect(words(await readPost(SIGNED_OUT, copied))).not.toContain(marker);
  });
});
