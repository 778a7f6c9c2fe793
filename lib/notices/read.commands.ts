import { db, inTransaction } from "@/lib/db/client";
import { pool } from "@/lib/db/pool";
import { listedNotices } from "@/lib/policy/notices";
import type { Member, Viewer } from "@/lib/policy/viewer";

// What was read is nobody's secret and harms nobody: nothing is locked, and all of it bears being
// done twice. Each touches the reader's own notices alone, and of these only what they can see: what
// is hidden from them meanwhile is news when it is shown again.

/**
 * A notice was opened. One of a post takes along those of the same thread that stood on its line.
 *
 * @param through the newest notice on the line; unset for one that was opened by itself
 */
export async function readNotice(viewer: Member, id: number, through?: number): Promise<void> {
  const opened = await db().notice.findFirst({
    where: { id, userId: viewer.id },
    select: { post: { select: { threadId: true } } },
  });
  const post = opened?.post ?? null;
  const line =
    post === null || through === undefined
      ? []
      : [{ id: { gte: id, lte: through }, kind: "post" as const, post }];
  await db().notice.updateMany({
    where: { AND: [listedNotices(viewer), { readAt: null }, { OR: [{ id }, ...line] }] },
    data: { readAt: new Date() },
  });
}

/** Posts were shown: what there is to tell of them is no news any more. */
export async function readNoticesOf(viewer: Viewer, postIds: readonly number[]): Promise<void> {
  if (!viewer.signedIn || postIds.length === 0) return;
  await pool().query({
    name: "read-notices-of-posts",
    text: `UPDATE notices SET read_at = now()
            WHERE user_id = $1 AND read_at IS NULL AND kind = 'post' AND post_id = ANY($2::int[])`,
    values: [viewer.id, [...postIds]],
  });
}

/**
 * All notices are read, and the statements among them.
 *
 * @param through the newest one that was shown: what came since stays unread
 */
export async function readAllNotices(viewer: Viewer, through: number): Promise<void> {
  if (!viewer.signedIn) return;
  const { id: userId } = viewer;
  await inTransaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE statements s SET read_at = now() FROM notices n
       WHERE n.user_id = ${userId} AND n.read_at IS NULL AND n.id <= ${through}
         AND n.kind = 'statement' AND s.id = n.subject_id AND s.user_id = ${userId}
         AND s.read_at IS NULL`;
    await tx.notice.updateMany({
      where: { AND: [listedNotices(viewer), { readAt: null, id: { lte: through } }] },
      data: { readAt: new Date() },
    });
  });
}
