import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";
import { actOnPerson } from "@/lib/sanctions/commands";
import { hideAll, showAll } from "@/lib/sanctions/hide-all.commands";
import { hideAllReach } from "@/lib/sanctions/hide-all.queries";
import { goOnWithEverything } from "@/lib/sanctions/hide-all-threads.commands";
import { recordOf } from "@/lib/sanctions/record.queries";
import { recountThread } from "@/lib/threads/counters.commands";
import { readThread } from "@/lib/threads/queries";
import {
  answer,
  board,
  everything,
  manyReplies,
  person,
  succeeded,
  thread,
} from "@/scripts/test/debate";
import { brokenInvariants } from "@/scripts/test/invariants";

let admin: Member;
let place: { id: number; slug: string };
let ruleId: number;

beforeAll(async () => {
  place = await board();
  admin = await person({ admin: true });
  ({ id: ruleId } = await db().rule.findFirstOrThrow());
});

/** Somebody with two threads, an answer in another one, and a post that is hidden already. */
async function writer() {
  const [ben, ann] = [await person(), await person()];
  const [one, two] = [await thread(ben, place), await thread(ben, place)];
  const other = await thread(ann, place);
  const said = await answer(ben, other.openingId, "Words that somebody quotes later on.");
  const quoting = await answer(ann, said, "> Words that somebody quotes later on.\n\nNo.");
  const hidden = await answer(ben, quoting, "Hidden before.");
  const act = { verb: "hide", target: "post", id: hidden, reason: "Spam" } as const;
  succeeded(await moderate(admin, act));
  return { ben, ann, threads: [one.id, two.id], other: other.id, said, quoting, hidden };
}

const begin = ({ id }: Member, actor: Member = admin) =>
  hideAll(actor, { personId: id, ruleId, note: "All of it is spam." });

const goOn = (actionId: number | null, enough = 60_000) =>
  goOnWithEverything(admin, actionId ?? 0, enough);

const begun = async (who: Member) => succeeded(await begin(who)).actionId ?? 0;

async function shownOf({ id }: Member): Promise<number> {
  return (await hideAllReach(admin, id))?.shown ?? -1;
}

/** Threads, posts and what counts them, without the actions. */
async function debate() {
  const { threads, posts } = await everything();
  return { threads, posts };
}

const counters = async () =>
  (await brokenInvariants()).filter((sentence) => !/action/.test(sentence));

describe("hiding all that somebody wrote", () => {
  test("is one action that hides posts, threads and quotes, tells them and the quoters, and comes back exactly", async () => {
    const { ben, ann, threads, other, said, quoting } = await writer();
    const before = await debate();
    const actions = await db().moderationAction.count();
    const actionId = await begun(ben);
    expect(succeeded(await goOn(actionId)).left).toBe(0);
    expect(await db().moderationAction.count()).toBe(actions + 1);
    expect(await db().moderationAction.findUnique({ where: { id: actionId } })).toMatchObject({
      ...{ kind: "hide", userId: ben.id, branch: true, touched: 3, threadId: null },
    });
    expect(await shownOf(ben)).toBe(0);
    for (const id of threads) {
      expect((await readThread(SIGNED_OUT, id)).found).toBe("tombstone");
    }
    const page = await readThread(SIGNED_OUT, other);
    if (page.found !== "thread") throw new Error(page.found);
    const posts = new Map(page.thread.replies.map(({ post }) => [post.id, post]));
    expect(posts.get(said)?.sight).toBe("hidden");
    expect(posts.get(quoting)?.quotes[0]?.sight).toBe("redacted");
    expect(JSON.stringify(page)).not.toContain("somebody quotes");
    const told = await db().statement.findMany({ where: { actionId }, orderBy: { userId: "asc" } });
    expect(told.map(({ userId, role }) => [userId, role])).toEqual([
      [ben.id, "person"],
      [ann.id, "quoter"],
    ]);
    expect(await counters()).toEqual([]);

    succeeded(await showAll(admin, { actionId, note: "A mistake." }));
    expect(succeeded(await goOn(actionId)).left).toBe(0);
    expect(await debate()).toEqual(before);
    expect(await counters()).toEqual([]);
  });

  test("twice, or by two at the same moment, is once; both do the work together", async () => {
    const { ben } = await writer();
    const before = await db().moderationAction.count();
    const ids = await Promise.all([begun(ben), begun(ben), begun(ben)]);
    expect(new Set(ids).size).toBe(1);
    await Promise.all(ids.map((id) => goOn(id)));
    expect(await shownOf(ben)).toBe(0);
    expect(succeeded(await begin(ben)).actionId).toBeNull();
    const [actionId = 0] = ids;
    await Promise.all([1, 2, 3].map(() => showAll(admin, { actionId, note: "" })));
    expect(await db().moderationAction.count()).toBe(before + 2);
  });

  test("that was broken off goes on where it was, also after more was written", async () => {
    const { ben, other } = await writer();
    for (let made = 0; made < 5; made += 1) await thread(ben, place);
    const actionId = await begun(ben);
    const first = succeeded(await goOn(actionId, -1));
    expect(first.left).toBe(8);
    const opening = await db().post.findFirstOrThrow({
      where: { threadId: other, parentId: null },
    });
    const later = await answer(ben, opening.id, "Written since.");
    expect(await begun(ben)).toBe(actionId);
    const progress = (await hideAllReach(admin, ben.id))?.progress;
    expect(progress).toMatchObject({ hidden: 0, left: 8, undone: false });
    await goOn(actionId);
    expect(await db().post.findUnique({ where: { id: later } })).toMatchObject({
      hideActionId: null,
    });
    // What came since is another action's.
    expect(await begun(ben)).toBeGreaterThan(actionId);
  });

  test("leaves alone what a moderator shows again one by one", async () => {
    const { ben, said } = await writer();
    const actionId = await begun(ben);
    await goOn(actionId);
    const act = { verb: "unhide", target: "post", id: said, reason: "Fine" } as const;
    succeeded(await moderate(admin, act));
    expect(succeeded(await goOn(actionId)).left).toBe(0);
    const post = await db().post.findUnique({ where: { id: said } });
    expect(post?.hideActionId).toBeNull();
  });

  test("is not taken back by showing one of the posts again, nor hides what was approved since", async () => {
    const { ben, other, said, hidden } = await writer();
    const actionId = await begun(ben);
    await goOn(actionId);
    for (const [postId, kind, undoesId] of [
      [said, "unhide", actionId],
      [hidden, "approve", null],
    ] as const) {
      await db().moderationAction.create({
        data: { kind, actorId: admin.id, threadId: other, postId, reason: "Fine", undoesId },
      });
      await db().post.update({ where: { id: postId }, data: { hideActionId: null } });
    }
    await recountThread(db(), other);
    const progress = (await hideAllReach(admin, ben.id))?.progress;
    expect(progress).toMatchObject({ undone: false, hidden: 2, left: 0 });
    const [line] = (await recordOf(admin, ben.id))?.lines.filter(({ id }) => id === actionId) ?? [];
    expect(line).toMatchObject({ kind: "hide", undone: false });
    await goOn(actionId);
    expect(await shownOf(ben)).toBe(2);
    succeeded(await showAll(admin, { actionId, note: "" }));
    const after = (await recordOf(admin, ben.id))?.lines.find(({ id }) => id === actionId);
    expect(after?.undone).toBe(true);
  });

  test("and its taking back at the same moment end in one state", async () => {
    for (let round = 0; round < 6; round += 1) {
      const { ben } = await writer();
      const actionId = await begun(ben);
      await Promise.all([
        goOn(actionId),
        goOn(actionId),
        showAll(admin, { actionId, note: "" }).then(() => goOn(actionId)),
      ]);
      await goOn(actionId);
      expect((await hideAllReach(admin, ben.id))?.progress).toMatchObject({ hidden: 0, left: 0 });
      expect(await shownOf(ben)).toBe(3);
    }
    expect(await counters()).toEqual([]);
  });

  test("takes a thousand posts of one thread with its counters", async () => {
    const [ben, ann] = [await person(), await person()];
    const { id, openingId } = await thread(ann, place);
    await manyReplies(ben, openingId, 1000);
    const actionId = await begun(ben);
    await goOn(actionId);
    expect(await db().post.count({ where: { hideActionId: actionId } })).toBe(1000);
    expect(await db().thread.findUnique({ where: { id } })).toMatchObject({ replyCount: 0 });
  });

  test("is refused to whoever may not, and changes nothing", async () => {
    const { ben, ann } = await writer();
    const [moderator, boss] = [
      await person({ moderates: [place.id] }),
      await person({ admin: true }),
    ];
    await thread(boss, place);
    const former = await person({ admin: true });
    await db().user.update({ where: { id: former.id }, data: { role: "member" } });
    const actionId = await begun(ben);
    const before = await everything();
    for (const actor of [ben, ann, moderator, former]) {
      expect((await begin(ben, actor)).ok).toBe(false);
      expect((await goOnWithEverything(actor, actionId, 1000)).ok).toBe(false);
      expect((await showAll(actor, { actionId, note: "" })).ok).toBe(false);
      expect(
        await hideAllReach(actor, ben.id).then((reach) => reach === null || actor === former),
      ).toBe(true);
    }
    expect((await hideAll(SIGNED_OUT, { personId: ben.id, ruleId, note: "" })).ok).toBe(false);
    expect((await begin(boss)).ok).toBe(false);
    expect((await begin(admin)).ok).toBe(false);
    // Nor does an id of another kind of action do anything.
    const warned = await actOnPerson(admin, { verb: "warn", personId: ann.id, ruleId, note: "x" });
    const other = succeeded(warned).actionId ?? 0;
    expect((await goOn(other)).ok).toBe(false);
    expect((await showAll(admin, { actionId: other, note: "" })).ok).toBe(false);
    const after = await everything();
    expect({ ...after, moderation_actions: [] }).toEqual({ ...before, moderation_actions: [] });
  });
});
