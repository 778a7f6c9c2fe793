import { mute } from "@/lib/blocks/commands";
import { inTransaction } from "@/lib/db/client";
import { MOST_WATCHES } from "@/lib/notices/limits";
import type { ThreadLevel } from "@/lib/notices/notice";
import { THREAD_FACTS, threadFacts } from "@/lib/policy/facts";
import { mayWatch } from "@/lib/policy/notices";
import type { Viewer } from "@/lib/policy/viewer";
import { readable, threadSight } from "@/lib/policy/visibility";
import { failure, type Result, success } from "@/lib/result";

/**
 * Says how much the actor is told of a thread: every post from now on, what concerns them, or nothing.
 * Done twice, it is done once.
 */
export async function setThreadLevel(
  actor: Viewer,
  threadId: number,
  level: ThreadLevel,
): Promise<Result> {
  const decision = mayWatch(actor);
  if (!actor.signedIn || !decision.allowed) return failure("signed-out", "Please sign in first.");
  if (level === "mute") return mute(actor, threadId);
  const { id: userId } = actor;
  return inTransaction(async (tx) => {
    // Of many forms sent at once none gets past the limit.
    await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
    // Of one that was merged into another nothing is left to be told of.
    const where = { id: threadId, mergedIntoId: null };
    const thread = await tx.thread.findUnique({ where, select: THREAD_FACTS });
    if (thread === null || !readable(threadSight(actor, threadFacts(thread)))) {
      return failure("missing", "There is no such thread.");
    }
    const others = await tx.threadWatch.count({
      where: { userId, level: "watch", threadId: { not: threadId } },
    });
    if (level === "watch" && others >= MOST_WATCHES) {
      const message = `You watch ${MOST_WATCHES} threads, the most there can be: watch another one less first.`;
      return failure("conflict", message);
    }
    await tx.threadMute.deleteMany({ where: { userId, threadId } });
    // Watched already, it stays watched from when it was.
    await tx.$executeRaw`
      INSERT INTO thread_watches AS kept (user_id, thread_id, level)
      VALUES (${userId}, ${threadId}, ${level}::text::watch_level)
      ON CONFLICT (user_id, thread_id) DO UPDATE SET level = excluded.level, created_at = now()
       WHERE kept.level <> excluded.level`;
    return success();
  });
}
