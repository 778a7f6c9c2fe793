import { BeginAnew } from "@/lib/db/anew";
import { inTransaction, type Transaction } from "@/lib/db/client";
import { lockPostAndThread, lockThread } from "@/lib/db/locks";
import { lockModerated, type Why } from "@/lib/moderation/moving.commands";
import { recordAction } from "@/lib/moderation/record.commands";
import { NOTHING_HERE, SIGN_IN_TO_MODERATE } from "@/lib/moderation/refusals";
import type { Moderated } from "@/lib/moderation/wish";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { branchOf } from "@/lib/posts/branch.queries";
import { failure, type Result, success } from "@/lib/result";
import { statedReason } from "@/lib/rules/reason.queries";
import { tell } from "@/lib/statements/tell.commands";
import { recountThread } from "@/lib/threads/counters.commands";
import { hotRank } from "@/lib/threads/ranking";

const HIDDEN = failure("conflict", "What is hidden can't be put back: show it first.");

/** Makes a thread of its own of a reply and all that stands under it. Every permalink stays. */
export async function splitBranch(
  actor: Viewer,
  { id, title, ...why }: { id: number; title: string } & Why,
): Promise<Result<Moderated>> {
  if (!actor.signedIn) return SIGN_IN_TO_MODERATE;
  return inTransaction(async (tx) => {
    const threadId = await lockPostAndThread(tx, id);
    if (threadId === null) return NOTHING_HERE;
    const thread = await lockModerated(tx, actor, threadId);
    if (!thread.ok) return thread;
    const post = await tx.post.findUniqueOrThrow({ where: { id } });
    // Also what the same form finds that was sent before.
    if (post.parentId === null) {
      return failure("conflict", "This post opens a thread of its own already.");
    }
    if (
      thread.value.hideActionId !== null ||
      post.hideActionId !== null ||
      post.deletedAt !== null
    ) {
      return failure("conflict", "What is hidden or deleted can't open a thread.");
    }
    const reason = await statedReason(tx, why);
    if (!reason.ok) return reason;
    const branch = await branchOf(tx, id);
    const made = await tx.thread.create({
      data: {
        ...{ boardId: thread.value.boardId, authorId: post.authorId, kind: "text", title },
        ...{ createdAt: post.createdAt, lastPostAt: post.createdAt, score: post.score },
        hotRank: hotRank(post.score, post.createdAt),
      },
      select: { id: true },
    });
    const actionId = await recordAction(tx, {
      ...{ kind: "split", actorId: actor.id, on: { threadId, postId: id }, branch: true },
      ...{ ruleId: why.ruleId, reason: reason.value, note: why.note },
      ...{ otherThreadId: made.id, touched: branch.length },
    });
    await movePosts(tx, actionId, branch, { threadId: made.id, top: id, parentId: null });
    await recountThread(tx, threadId);
    await recountThread(tx, made.id);
    const author = { userId: post.authorId, role: "author" } as const;
    await tell(tx, { actionId, actorId: actor.id }, [author]);
    return success({ threadId: made.id, postId: null, actionId });
  });
}

/**
 * Takes back a merge or a split: what was moved goes back where it was, with all that was written under
 * it since. Done twice, it is done once.
 */
export async function undoMoving(
  actor: Viewer,
  { action: id, note = "" }: { action: number; note?: string },
): Promise<Result<Moderated>> {
  if (!actor.signedIn) return SIGN_IN_TO_MODERATE;
  return inTransaction((tx) => undoMovingIn(tx, actor, { action: id, note }));
}

/** The same as a part of a larger transaction. */
export async function undoMovingIn(
  tx: Transaction,
  actor: Member,
  { action: id, note }: { action: number; note: string },
): Promise<Result<Moderated>> {
  const action = await tx.moderationAction.findUnique({
    where: { id },
    select: { id: true, kind: true, threadId: true, postId: true, otherThreadId: true },
  });
  if (action === null || action.otherThreadId === null) return NOTHING_HERE;
  const { threadId } = action;
  const top = threadId === null ? null : await topOf(tx, action);
  if (threadId === null || top === null) return NOTHING_HERE;
  return putBack(tx, actor, { ...action, threadId }, { top, note });
}

/** The post whose branch was moved, with where it stood. */
function topOf(tx: Transaction, action: { id: number; kind: string; postId: number | null }) {
  const where = action.kind === "split" ? { postId: action.postId ?? 0 } : { parentId: null };
  return tx.movedPost.findFirst({ where: { actionId: action.id, ...where } });
}

async function putBack(
  tx: Transaction,
  actor: Member,
  action: { id: number; kind: string; threadId: number },
  { top, note }: { top: { postId: number; parentId: number | null }; note: string },
): Promise<Result<Moderated>> {
  const split = action.kind === "split";
  const parent = await tx.post.findUnique({ where: { id: top.parentId ?? 0 } });
  // Of a split, to where the post is now that it answered.
  const home = split ? (parent?.threadId ?? action.threadId) : action.threadId;
  const before = await whereItStands(tx, top.postId);
  for (const each of [home, before.threadId].sort((a, b) => a - b)) await lockThread(tx, each);
  const now = await whereItStands(tx, top.postId);
  if (now.threadId !== before.threadId) {
    throw new BeginAnew("The posts were moved to another thread.");
  }
  const undone = await tx.moderationAction.findFirst({ where: { undoesId: action.id } });
  for (const each of [home, now.threadId]) {
    const thread = await lockModerated(tx, actor, each);
    if (!thread.ok) return thread;
    // Its posts would be seen where they go to.
    if (undone === null && thread.value.hideActionId !== null) return HIDDEN;
  }
  if (undone !== null) return success({ threadId: home, postId: null, actionId: null });
  // An opening post is hidden with its thread, never by itself.
  if (!split && now.hideActionId !== null) return HIDDEN;
  const branch = await branchOf(tx, top.postId);
  const actionId = await recordAction(tx, {
    ...{ kind: split ? "merge" : "split", actorId: actor.id, reason: "", note },
    ...{ on: { threadId: now.threadId, postId: split ? null : top.postId }, branch: !split },
    ...{ otherThreadId: home, undoesId: action.id, touched: branch.length },
  });
  const place = { threadId: home, top: top.postId, parentId: split ? top.parentId : null };
  await movePosts(tx, actionId, branch, place);
  const left = { id: split ? now.threadId : home };
  await tx.thread.update({ where: left, data: { mergedIntoId: split ? home : null } });
  if (!split) await scoreAnew(tx, home, top.postId);
  await recountThread(tx, home);
  await recountThread(tx, now.threadId);
  return success({ threadId: home, postId: null, actionId });
}

function whereItStands(tx: Transaction, id: number) {
  return tx.post.findUniqueOrThrow({
    where: { id },
    select: { threadId: true, hideActionId: true },
  });
}

/** A thread's score is its opening post's, which was voted on as a reply meanwhile. */
async function scoreAnew(tx: Transaction, id: number, openingId: number): Promise<void> {
  const { score } = await tx.post.findUniqueOrThrow({ where: { id: openingId } });
  const { createdAt } = await tx.thread.findUniqueOrThrow({ where: { id } });
  await tx.thread.update({ where: { id }, data: { score, hotRank: hotRank(score, createdAt) } });
}

/** Moves posts to another thread, and remembers where they stood. */
async function movePosts(
  tx: Transaction,
  actionId: number,
  postIds: readonly number[],
  { threadId, top, parentId }: { threadId: number; top: number; parentId: number | null },
): Promise<void> {
  const ids = [...postIds];
  await tx.$executeRaw`
    INSERT INTO moved_posts (action_id, post_id, thread_id, parent_id)
    SELECT ${actionId}, id, thread_id, parent_id FROM posts WHERE id = ANY(${ids})`;
  await tx.$executeRaw`
    UPDATE posts SET thread_id = ${threadId},
                     parent_id = CASE WHEN id = ${top} THEN ${parentId}::int ELSE parent_id END
     WHERE id = ANY(${ids})`;
}
