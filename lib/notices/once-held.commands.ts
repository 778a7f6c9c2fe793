import type { Statements } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/commands";

/**
 * Asks to tell of posts that are shown again, if an automatic rule once held them: nobody was told of
 * those when they were written, also where a moderator kept them hidden first. In the transaction that
 * shows them. Whoever was told before is not told again.
 */
export async function tellOfOnceHeld(tx: Statements, postIds: readonly number[]): Promise<void> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT p.id FROM posts p
     WHERE p.id = ANY(${[...postIds]}::int[]) AND EXISTS (
       SELECT FROM moderation_actions a
        WHERE a.kind = 'hold'
          AND (a.post_id = p.id
               OR a.post_id IS NULL AND p.parent_id IS NULL AND a.thread_id = p.thread_id))
     ORDER BY p.id`;
  if (rows.length > 0) await enqueue(tx, "tell-of-posts", { posts: rows.map(({ id }) => id) });
}
