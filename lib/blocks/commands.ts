import { MOST_BLOCKS, MOST_MUTES } from "@/lib/blocks/limits";
import { db, inTransaction } from "@/lib/db/client";
import { THREAD_FACTS, threadFacts } from "@/lib/policy/facts";
import { mayBlock, mayMute } from "@/lib/policy/standing";
import type { Viewer } from "@/lib/policy/viewer";
import { readable, threadSight } from "@/lib/policy/visibility";
import { failure, type Result, success } from "@/lib/result";

/** Folds a person's posts, and quotes of them, for the actor alone. Done twice, it is done once. */
export async function block(actor: Viewer, blockedId: number): Promise<Result> {
  const decision = mayBlock(actor, blockedId);
  if (!actor.signedIn) return failure("signed-out", "Please sign in first.");
  if (!decision.allowed) return failure("denied", decision.why);
  const { id: userId } = actor;
  return inTransaction(async (tx) => {
    // Of many forms sent at once none gets past the limit.
    await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
    const person = await tx.user.findUnique({ where: { id: blockedId }, select: { id: true } });
    if (person === null) return failure("missing", "There is nobody of this name.");
    const others = await tx.block.count({ where: { userId, blockedId: { not: blockedId } } });
    if (others >= MOST_BLOCKS) {
      const message = `You have blocked ${MOST_BLOCKS} people, the most there can be: unblock somebody first.`;
      return failure("conflict", message);
    }
    await tx.block.createMany({ data: [{ userId, blockedId }], skipDuplicates: true });
    return success();
  });
}

/** Shows a person's posts as before. */
export async function unblock(actor: Viewer, blockedId: number): Promise<Result> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in first.");
  await db().block.deleteMany({ where: { userId: actor.id, blockedId } });
  return success();
}

/** Takes a thread out of the actor's own lists. Done twice, it is done once. */
export async function mute(actor: Viewer, threadId: number): Promise<Result> {
  const decision = mayMute(actor);
  if (!actor.signedIn || !decision.allowed) return failure("signed-out", "Please sign in first.");
  const { id: userId } = actor;
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
    const thread = await tx.thread.findUnique({ where: { id: threadId }, select: THREAD_FACTS });
    if (thread === null || !readable(threadSight(actor, threadFacts(thread)))) {
      return failure("missing", "There is no such thread.");
    }
    const others = await tx.threadMute.count({ where: { userId, threadId: { not: threadId } } });
    if (others >= MOST_MUTES) {
      const message = `You have muted ${MOST_MUTES} threads, the most there can be: unmute one first.`;
      return failure("conflict", message);
    }
    await tx.threadMute.createMany({ data: [{ userId, threadId }], skipDuplicates: true });
    return success();
  });
}

/** Lists a thread again. */
export async function unmute(actor: Viewer, threadId: number): Promise<Result> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in first.");
  await db().threadMute.deleteMany({ where: { userId: actor.id, threadId } });
  return success();
}
