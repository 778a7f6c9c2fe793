import { beforeAll, describe, expect, test } from "vitest";
import { answersTo } from "@/lib/answers/queries";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { mergeThread, moveThread } from "@/lib/moderation/moving.commands";
import { splitBranch, undoMoving } from "@/lib/moderation/splitting.commands";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";
import { findPost } from "@/lib/posts/queries";
import { listThreads } from "@/lib/threads/lists.queries";
import { readThread } from "@/lib/threads/queries";
import { answer, board, everything, person, succeeded, thread } from "@/scripts/test/debate";
import { brokenInvariants } from "@/scripts/test/invariants";

let ada: Member;
let ben: Member;
let moderator: Member;
let elsewhere: Member;
let place: { id: number; slug: string };
let other: { id: number; slug: string };

beforeAll(async () => {
  place = await board();
  other = await board();
  ada = await person();
  ben = await person();
  moderator = await person({ moderates: [place.id] });
  elsewhere = await person({ moderates: [other.id] });
});

/** A thread with a branch of two under its opening post, the lower of which quotes both above it. */
async function debate() {
  const { id, openingId } = await thread(ada, place, "The opening words of this debate.");
  const first = await answer(
    ben,
    openingId,
    "> The opening words of this debate.\n\nA first word.",
  );
  const second = await answer(ada, first, "> A first word.\n\nA second word.");
  return { id, openingId, first, second };
}

/** The posts that a thread's page shows to everybody, with what each quotes, in the order of their ids. */
async function shownIn(threadId: number) {
  const page = await readThread(SIGNED_OUT, threadId);
  if (page.found !== "thread") return page.found;
  const posts = [page.thread.opening, ...page.thread.replies.map(({ post }) => post)];
  return posts
    .map(({ id, quotes }) => ({
      id,
      quotes: quotes.map(({ exact, source }) => [exact, source?.postId]),
    }))
    .sort((a, b) => a.id - b.id);
}

const answersOf = async (threadId: number) =>
  (await answersTo(SIGNED_OUT, { threadId })).map(({ sourcePostId, postId }) => [
    sourcePostId,
    postId,
  ]);

describe("moving a thread", () => {
  test("takes it out of one board's list and into the other's, and back; once if done twice", async () => {
    const { id } = await debate();
    const listed = async (boardId: number) =>
      (await listThreads(SIGNED_OUT, { order: "new", boardId })).lines.some(
        (line) => line.id === id,
      );
    const before = await db().moderationAction.count();
    const wish = { id, board: other.slug };
    const both = [moveThread(moderator, wish), moveThread(moderator, wish)];
    const results = await Promise.all(both);
    expect(results.some(({ ok }) => ok)).toBe(true);
    expect(await db().moderationAction.count()).toBe(before + 1);
    expect([await listed(place.id), await listed(other.id)]).toEqual([false, true]);
    // It is the other board's moderators' now.
    expect(await moveThread(moderator, { id, board: place.slug })).toMatchObject({
      kind: "denied",
    });
    succeeded(await moveThread(elsewhere, { id, board: place.slug }));
    expect([await listed(place.id), await listed(other.id)]).toEqual([true, false]);
    expect(await brokenInvariants()).toEqual([]);
  });
});

describe("merging threads", () => {
  test("keeps every permalink, quote and answer, and is taken back as it was", async () => {
    const [from, into] = [await debate(), await debate()];
    const before = { from: await shownIn(from.id), into: await shownIn(into.id) };
    const answers = await answersOf(from.id);
    const { actionId } = succeeded(await mergeThread(moderator, { id: from.id, into: into.id }));
    expect(await readThread(SIGNED_OUT, from.id)).toEqual({ found: "merged", into: into.id });
    expect(await shownIn(into.id)).toEqual(
      [...(before.into as object[]), ...(before.from as object[])].sort(
        (a, b) => (a as { id: number }).id - (b as { id: number }).id,
      ),
    );
    expect(await findPost(SIGNED_OUT, from.second)).toMatchObject({ place: { threadId: into.id } });
    expect(await answersOf(into.id)).toEqual(expect.arrayContaining(answers));
    const { lines } = await listThreads(SIGNED_OUT, { order: "new", boardId: place.id });
    expect(lines.map(({ id }) => id)).not.toContain(from.id);
    // What is written under it since goes back with it.
    const later = await answer(ben, from.second, "A later word.");
    expect(await brokenInvariants()).toEqual([]);
    const taken = await Promise.all([
      undoMoving(moderator, { action: actionId ?? 0 }),
      undoMoving(moderator, { action: actionId ?? 0 }),
    ]);
    taken.map(succeeded);
    expect(await shownIn(from.id)).toEqual([
      ...(before.from as object[]),
      { id: later, quotes: [] },
    ]);
    expect(await shownIn(into.id)).toEqual(before.into);
    expect(await db().moderationAction.count({ where: { undoesId: actionId } })).toBe(1);
    expect(await brokenInvariants()).toEqual([]);
  });

  test("with itself, something hidden or merged, or what there is not: a refusal and no change", async () => {
    const [a, b, hidden, merged] = [await debate(), await debate(), await debate(), await debate()];
    const reason = "Rude.";
    succeeded(await moderate(moderator, { verb: "hide", target: "thread", id: hidden.id, reason }));
    succeeded(await mergeThread(moderator, { id: merged.id, into: b.id }));
    const before = await everything();
    for (const into of [a.id, hidden.id, merged.id, 999_999]) {
      expect(await mergeThread(moderator, { id: a.id, into })).toMatchObject({ ok: false });
    }
    for (const who of [SIGNED_OUT, ada, ben, elsewhere]) {
      expect(await mergeThread(who, { id: a.id, into: b.id })).toMatchObject({ ok: false });
      expect(await splitBranch(who, { id: a.first, title: "Mine" })).toMatchObject({ ok: false });
      expect(await moveThread(who, { id: a.id, board: other.slug })).toMatchObject({ ok: false });
    }
    expect(await everything()).toEqual(before);
  });

  test("both ways at the same moment, or while somebody replies, leaves a whole forum", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await debate(), await debate()];
      const all = await Promise.all([
        mergeThread(moderator, { id: a.id, into: b.id }),
        mergeThread(moderator, { id: b.id, into: a.id }),
        answer(ben, a.second, "While it is merged."),
        answer(ben, b.second, "While it is merged, too."),
      ]);
      expect(all.slice(0, 2).filter((each) => (each as { ok: boolean }).ok)).toHaveLength(1);
    }
    expect(await brokenInvariants()).toEqual([]);
  });
});

describe("splitting a branch off", () => {
  test("keeps every permalink, quote and answer, and is taken back as it was", async () => {
    const { id, openingId, first, second } = await debate();
    const before = await shownIn(id);
    const answers = await answersOf(id);
    const split = succeeded(await splitBranch(moderator, { id: first, title: "Of its own" }));
    expect(await shownIn(id)).toEqual([{ id: openingId, quotes: [] }]);
    expect(await shownIn(split.threadId)).toEqual([
      { id: first, quotes: [["The opening words of this debate.", openingId]] },
      { id: second, quotes: [["A first word.", first]] },
    ]);
    expect([...(await answersOf(id)), ...(await answersOf(split.threadId))]).toEqual(answers);
    expect(await findPost(SIGNED_OUT, second)).toMatchObject({
      place: { threadId: split.threadId },
    });
    expect(await splitBranch(moderator, { id: first, title: "Again" })).toMatchObject({
      kind: "conflict",
    });
    expect(await brokenInvariants()).toEqual([]);
    succeeded(await undoMoving(moderator, { action: split.actionId ?? 0 }));
    expect(await shownIn(id)).toEqual(before);
    expect(await readThread(SIGNED_OUT, split.threadId)).toEqual({ found: "merged", into: id });
    expect(await brokenInvariants()).toEqual([]);
  });

  test("and hiding the thread it came from hides its words in the quotes of the new one", async () => {
    const { id, first } = await debate();
    const split = succeeded(await splitBranch(moderator, { id: first, title: "Of its own" }));
    succeeded(await moderate(moderator, { verb: "hide", target: "thread", id, reason: "Rude." }));
    const page = await readThread(SIGNED_OUT, split.threadId);
    expect(page.found).toBe("thread");
    expect(JSON.stringify(page)).not.toContain("The opening words of this debate.");
  });
});

describe("taking a merge or a split back", () => {
  const hide = async (target: "thread" | "post", id: number) =>
    succeeded(await moderate(moderator, { verb: "hide", target, id, reason: "Rude." }));

  test("shows nothing that was hidden since: a refusal and no change", async () => {
    const { first, id } = await debate();
    const split = succeeded(await splitBranch(moderator, { id: first, title: "Of its own" }));
    await hide("thread", split.threadId);
    const [from, into] = [await debate(), await debate()];
    const merged = succeeded(await mergeThread(moderator, { id: from.id, into: into.id }));
    await hide("thread", into.id);
    const [opened, taking] = [await debate(), await debate()];
    const taken = succeeded(await mergeThread(moderator, { id: opened.id, into: taking.id }));
    await hide("post", opened.openingId);
    const home = await debate();
    const parted = succeeded(await splitBranch(moderator, { id: home.first, title: "Parted" }));
    await hide("thread", home.id);
    const before = await everything();
    for (const { actionId } of [split, merged, taken, parted]) {
      const undone = await undoMoving(moderator, { action: actionId ?? 0 });
      expect(undone).toMatchObject({ kind: "conflict", message: expect.stringMatching(/\.$/) });
    }
    expect(await everything()).toEqual(before);
    expect(await shownIn(id)).toHaveLength(1);
    expect(await readThread(SIGNED_OUT, split.threadId)).toMatchObject({ found: "tombstone" });
    expect(await brokenInvariants()).toEqual([]);
  });
});

test("a thread that was merged is nothing any more that could be hidden, locked or pinned", async () => {
  const [from, into] = [await debate(), await debate()];
  succeeded(await mergeThread(moderator, { id: from.id, into: into.id }));
  const before = await everything();
  for (const verb of ["hide", "lock", "pin", "slow"] as const) {
    const wish = { verb, target: "thread", id: from.id, reason: "Rude.", minutes: 5 } as const;
    expect(await moderate(moderator, wish)).toMatchObject({ kind: "conflict" });
  }
  expect(await everything()).toEqual(before);
});
