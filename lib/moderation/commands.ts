import { withRolesByNow } from "@/lib/accounts/standing.queries";
import { inTransaction, type Transaction } from "@/lib/db/client";
import { lockPostAndThread, lockThread } from "@/lib/db/locks";
import { changePost } from "@/lib/moderation/post.commands";
import { NOTHING_HERE, SIGN_IN_TO_MODERATE } from "@/lib/moderation/refusals";
import { changeThread } from "@/lib/moderation/thread.commands";
import type { Moderated, Wish } from "@/lib/moderation/wish";
import { mayModerate } from "@/lib/policy/debate";
import { THREAD_FACTS, threadFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import { failure, type Result } from "@/lib/result";
import { statedReason } from "@/lib/rules/reason.queries";

/**
 * Takes a moderator's action on a thread, a post or a branch: records who did it, when and why, and
 * leaves a statement for whoever it concerns. Doing what is already so changes nothing and records
 * nothing.
 */
export async function moderate(actor: Viewer, wish: Wish): Promise<Result<Moderated>> {
  return inTransaction((tx) => moderateIn(tx, actor, wish));
}

/** The same as a part of a larger transaction, such as the decision about a report. */
export async function moderateIn(
  tx: Transaction,
  actor: Viewer,
  wish: Wish,
): Promise<Result<Moderated>> {
  if (!actor.signedIn) return SIGN_IN_TO_MODERATE;
  const threadId = await lockTarget(tx, wish);
  if (threadId === null) return NOTHING_HERE;
  const thread = await tx.thread.findUnique({ where: { id: threadId }, select: THREAD_FACTS });
  if (thread === null) return NOTHING_HERE;
  // Dismissed or suspended since the session was read: it holds at once.
  const decision = mayModerate(await withRolesByNow(tx, actor), threadFacts(thread));
  if (!decision.allowed) return failure("denied", decision.why);
  const reason = await statedReason(tx, wish);
  if (!reason.ok) return reason;
  const acting = { ...wish, actorId: actor.id, reason: reason.value };
  return wish.target === "thread"
    ? changeThread(tx, threadId, acting)
    : changePost(tx, threadId, acting);
}

/** Locks what is acted on; the thread that it is, or is in. */
async function lockTarget(tx: Transaction, { target, id }: Wish): Promise<number | null> {
  if (target === "thread") return (await lockThread(tx, id)) ? id : null;
  return lockPostAndThread(tx, id);
}
