import { withRolesByNow } from "@/lib/accounts/standing.queries";
import { inTransaction, type Transaction } from "@/lib/db/client";
import { lockThread } from "@/lib/db/locks";
import { recordAction } from "@/lib/moderation/record.commands";
import { NOTHING_HERE, SIGN_IN_TO_MODERATE } from "@/lib/moderation/refusals";
import type { Moderated } from "@/lib/moderation/wish";
import { watchMerged } from "@/lib/notices/moved-watches.commands";
import { mayModerate } from "@/lib/policy/debate";
import { THREAD_FACTS, threadFacts } from "@/lib/policy/facts";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { failure, fieldFailure, type Result, success } from "@/lib/result";
import { statedReason } from "@/lib/rules/reason.queries";
import { tell } from "@/lib/statements/tell.commands";
import { recountThread } from "@/lib/threads/counters.commands";

/** Why it is done. */
export interface Why {
  ruleId?: number;
  /** For those alone whom it concerns. */
  note?: string;
}

/** Takes a thread to another board. What is there already stays, and nothing is recorded. */
export async function moveThread(
  actor: Viewer,
  { board: slug, ...thread }: { id: number; board: string } & Why,
): Promise<Result<Moderated>> {
  if (!actor.signedIn) return SIGN_IN_TO_MODERATE;
  return inTransaction(async (tx) => {
    const board = await tx.board.findUnique({ where: { slug }, select: { id: true } });
    // Whoever may not moderate the thread learns of that before they learn of boards.
    return moveThreadIn(tx, actor, { ...thread, toBoardId: board?.id ?? null });
  });
}

/**
 * The same as a part of a larger transaction.
 *
 * @param undoesId the move that this one takes back
 */
export async function moveThreadIn(
  tx: Transaction,
  actor: Member,
  { id, toBoardId, undoesId, ...why }: { id: number; toBoardId: number | null } & Moving,
): Promise<Result<Moderated>> {
  const thread = await lockModerated(tx, actor, id);
  if (!thread.ok) return thread;
  if (toBoardId === null) return wrong("board", "There is no such board: please choose one.");
  const { boardId: fromBoardId, authorId } = thread.value;
  if (fromBoardId === toBoardId) return success({ threadId: id, postId: null, actionId: null });
  const reason = await statedReason(tx, why);
  if (!reason.ok) return reason;
  const actionId = await recordAction(tx, {
    ...{ kind: "move", actorId: actor.id, on: { threadId: id, postId: null } },
    ...{ ruleId: why.ruleId, reason: reason.value, note: why.note },
    ...{ fromBoardId, toBoardId, undoesId },
    touched: await tx.post.count({ where: { threadId: id } }),
  });
  await tx.thread.update({ where: { id }, data: { boardId: toBoardId } });
  await tell(tx, { actionId, actorId: actor.id }, [{ userId: authorId, role: "author" }]);
  return success({ threadId: id, postId: null, actionId });
}

type Moving = Why & { undoesId?: number };

/**
 * Puts all posts of a thread under the opening post of another one. The address of the thread, and
 * those of its posts, lead there from now on.
 */
export async function mergeThread(
  actor: Viewer,
  { id, into, ...why }: { id: number; into: number } & Why,
): Promise<Result<Moderated>> {
  if (!actor.signedIn) return SIGN_IN_TO_MODERATE;
  if (id === into) return wrong("into", "A thread can't be merged into itself.");
  return inTransaction(async (tx) => {
    // In the order of their ids, so that two merges never wait for one another in a circle.
    for (const each of [id, into].sort((a, b) => a - b)) {
      if (!(await lockThread(tx, each))) return each === into ? NO_THREAD : NOTHING_HERE;
    }
    const thread = await lockModerated(tx, actor, id);
    if (!thread.ok) return thread;
    if (thread.value.mergedIntoId === into) {
      return success({ threadId: into, postId: null, actionId: null });
    }
    const other = await lockModerated(tx, actor, into);
    if (!other.ok) return other.kind === "missing" ? NO_THREAD : other;
    for (const { hideActionId, mergedIntoId } of [thread.value, other.value]) {
      if (hideActionId !== null)
        return wrong("into", "What is hidden can't be merged: show it first.");
      if (mergedIntoId !== null) return wrong("into", "It was merged into another thread already.");
    }
    const opening = await tx.post.findFirstOrThrow({ where: { threadId: into, parentId: null } });
    const reason = await statedReason(tx, why);
    if (!reason.ok) return reason;
    const actionId = await recordAction(tx, {
      ...{ kind: "merge", actorId: actor.id, on: { threadId: id, postId: null } },
      ...{ ruleId: why.ruleId, reason: reason.value, note: why.note, otherThreadId: into },
      touched: await tx.post.count({ where: { threadId: id } }),
    });
    await tx.$executeRaw`
      INSERT INTO moved_posts (action_id, post_id, thread_id, parent_id)
      SELECT ${actionId}, id, thread_id, parent_id FROM posts WHERE thread_id = ${id}`;
    await tx.$executeRaw`
      UPDATE posts SET thread_id = ${into}, parent_id = coalesce(parent_id, ${opening.id})
       WHERE thread_id = ${id}`;
    await tx.thread.update({ where: { id }, data: { mergedIntoId: into, pinActionId: null } });
    await recountThread(tx, id);
    await recountThread(tx, into);
    await watchMerged(tx, id, into);
    const { authorId } = thread.value;
    await tell(tx, { actionId, actorId: actor.id }, [{ userId: authorId, role: "author" }]);
    return success({ threadId: into, postId: null, actionId });
  });
}

const NO_THREAD = wrong("into", "There is no such thread.");

function wrong(field: string, message: string) {
  return fieldFailure("invalid", field, message);
}

/** The thread, locked, if the actor may moderate it. */
export async function lockModerated(tx: Transaction, actor: Member, id: number) {
  if (!(await lockThread(tx, id))) return NOTHING_HERE;
  const thread = await tx.thread.findUnique({
    where: { id },
    select: { ...THREAD_FACTS, mergedIntoId: true },
  });
  if (thread === null) return NOTHING_HERE;
  const decision = mayModerate(await withRolesByNow(tx, actor), threadFacts(thread));
  return decision.allowed ? success(thread) : failure("denied", decision.why);
}
