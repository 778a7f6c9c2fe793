import { MOST_BOOKMARKS } from "@/lib/bookmarks/limits";
import { db, inTransaction } from "@/lib/db/client";
import { POST_FACTS, postFacts } from "@/lib/policy/facts";
import { mayBookmark } from "@/lib/policy/standing";
import type { Viewer } from "@/lib/policy/viewer";
import { postSight, readable } from "@/lib/policy/visibility";
import { failure, type Result, success } from "@/lib/result";

/**
 * Keeps a post for the actor, with a note; a post that is kept already gets the new note. A note stays
 * changeable when its post was hidden since. Done twice, it is done once.
 */
export async function bookmark(
  actor: Viewer,
  { postId, note }: { postId: number; note: string },
): Promise<Result> {
  const decision = mayBookmark(actor);
  if (!actor.signedIn || !decision.allowed) return failure("signed-out", "Please sign in first.");
  const { id: userId } = actor;
  return inTransaction(async (tx) => {
    // Of many forms sent at once none gets past the limit.
    await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
    const changed = await tx.bookmark.updateMany({ where: { userId, postId }, data: { note } });
    if (changed.count > 0) return success();
    const post = await tx.post.findUnique({ where: { id: postId }, select: POST_FACTS });
    if (post === null || !readable(postSight(actor, postFacts(post)))) {
      return failure("missing", "There is no such post.");
    }
    if ((await tx.bookmark.count({ where: { userId } })) >= MOST_BOOKMARKS) {
      const most = MOST_BOOKMARKS.toLocaleString("en");
      const message = `You have ${most} bookmarks, the most there can be: remove one first.`;
      return failure("conflict", message);
    }
    await tx.bookmark.create({ data: { userId, postId, note } });
    return success();
  });
}

/** Keeps a post no longer, and forgets the note. */
export async function removeBookmark(actor: Viewer, postId: number): Promise<Result> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in first.");
  await db().bookmark.deleteMany({ where: { userId: actor.id, postId } });
  return success();
}
