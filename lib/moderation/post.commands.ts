import type { Transaction } from "@/lib/db/client";
import { recordWish } from "@/lib/moderation/record.commands";
import type { Acting, Moderated } from "@/lib/moderation/wish";
import { tellOfOnceHeld } from "@/lib/notices/once-held.commands";
import { branchOf } from "@/lib/posts/branch.queries";
import { failure, type Result, success } from "@/lib/result";
import { authorsIn, quotersOf } from "@/lib/statements/concerned.queries";
import { tell } from "@/lib/statements/tell.commands";
import { recountThread } from "@/lib/threads/counters.commands";

/** A post with what was done to it. */
interface Standing {
  id: number;
  parentId: number | null;
  hideActionId: number | null;
  offTopicActionId: number | null;
  hideAction: { kind: string; postId: number | null; branch: boolean } | null;
}

/**
 * Hides or shows a reply, alone or with all under it, or says that it is off topic. Its thread and it
 * must be locked and the actor allowed.
 */
export async function changePost(
  tx: Transaction,
  threadId: number,
  acting: Acting,
): Promise<Result<Moderated>> {
  const post = await tx.post.findUniqueOrThrow({
    where: { id: acting.id },
    select: {
      ...{ id: true, parentId: true, hideActionId: true, offTopicActionId: true },
      hideAction: { select: { kind: true, postId: true, branch: true } },
    },
  });
  if (post.parentId === null) {
    return failure("conflict", "The opening post is hidden and shown with its thread.");
  }
  const actionId = await act(tx, threadId, post, acting);
  if (actionId === undefined) {
    return failure("invalid", "A single post can't be locked, pinned or slowed: its thread can.");
  }
  return success({ threadId, postId: post.id, actionId });
}

/** @returns the action's id, null where it was so already, nothing where it can't be done to a post */
async function act(
  tx: Transaction,
  threadId: number,
  post: Standing,
  acting: Acting,
): Promise<number | null | undefined> {
  switch (acting.verb) {
    case "hide":
      return hide(tx, threadId, post, acting);
    case "unhide":
      return unhide(tx, threadId, post, acting);
    case "off-topic":
    case "on-topic":
      return markOffTopic(tx, threadId, post, acting);
    default:
      return undefined;
  }
}

/**
 * With its branch: all that was not hidden yet, so that each post says which action hid it. The post
 * itself is hidden by this action even if it was by another one before, so that showing it again shows
 * its branch too.
 */
async function hide(
  tx: Transaction,
  threadId: number,
  post: Standing,
  acting: Acting,
): Promise<number | null> {
  const meant = acting.branch ? await branchOf(tx, post.id) : [post.id];
  const open = await tx.post.findMany({
    where: { id: { in: meant }, hideActionId: null },
    select: { id: true },
  });
  if (open.length === 0) return null;
  const postIds = open.map(({ id }) => id);
  const hidden = { id: { in: [post.id, ...postIds] } };
  const actionId = await recordWish(tx, acting, {
    ...{ kind: "hide", on: { threadId, postId: post.id } },
    ...{ branch: acting.branch ?? false, touched: postIds.length },
  });
  await tx.post.updateMany({ where: hidden, data: { hideActionId: actionId } });
  await recountThread(tx, threadId);
  await tellOf(tx, postIds, acting, actionId);
  return actionId;
}

/** A branch that was hidden with the post is shown again with it; otherwise the post alone. */
async function unhide(
  tx: Transaction,
  threadId: number,
  post: Standing,
  acting: Acting,
): Promise<number | null> {
  const { hideActionId, hideAction } = post;
  if (hideActionId === null || hideAction === null) return null;
  const whole = hideAction.branch && hideAction.postId === post.id;
  const shown = await tx.post.findMany({
    where: whole ? { hideActionId, threadId } : { id: post.id },
    select: { id: true },
  });
  const postIds = shown.map(({ id }) => id);
  const actionId = await recordWish(tx, acting, {
    on: { threadId, postId: post.id },
    kind: hideAction.kind === "hold" ? "approve" : "unhide",
    ...{ branch: whole, touched: postIds.length },
    // A single post of a branch, or of all that somebody wrote, leaves the rest as it is.
    undoesId: whole || !hideAction.branch ? hideActionId : null,
  });
  await tx.post.updateMany({ where: { id: { in: postIds } }, data: { hideActionId: null } });
  await recountThread(tx, threadId);
  await tellOf(tx, postIds, acting, actionId);
  await tellOfOnceHeld(tx, postIds);
  return actionId;
}

async function markOffTopic(
  tx: Transaction,
  threadId: number,
  post: Standing,
  acting: Acting,
): Promise<number | null> {
  const on = acting.verb === "off-topic";
  if ((post.offTopicActionId !== null) === on) return null;
  const actionId = await recordWish(tx, acting, {
    ...{ kind: on ? "off_topic" : "on_topic", on: { threadId, postId: post.id } },
    ...{ undoesId: on ? null : post.offTopicActionId, touched: 1 },
  });
  const offTopicActionId = on ? actionId : null;
  await tx.post.update({ where: { id: post.id }, data: { offTopicActionId } });
  const authors = await authorsIn(tx, { postIds: [post.id] });
  await tell(tx, { actionId, actorId: acting.actorId }, authors);
  return actionId;
}

async function tellOf(
  tx: Transaction,
  postIds: number[],
  { actorId }: Acting,
  actionId: number,
): Promise<void> {
  const people = [...(await authorsIn(tx, { postIds })), ...(await quotersOf(tx, { postIds }))];
  await tell(tx, { actionId, actorId }, people);
}
