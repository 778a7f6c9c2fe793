import { db } from "@/lib/db/client";
import type { Hues } from "@/lib/threads/hues";
import { huesOf } from "@/lib/threads/hues";

/**
 * The colours of the people of a thread, the same on every page: for pages that show one post of
 * it. The page of the whole thread has the posts at hand and needs no query.
 */
export async function readHues(threadId: number): Promise<Hues> {
  const rows = await db().$queryRaw<{ author_id: number }[]>`
    SELECT author_id FROM posts
     WHERE thread_id = ${threadId} AND deleted_at IS NULL AND hide_action_id IS NULL
     GROUP BY author_id ORDER BY min(id)`;
  return huesOf(rows.map((row) => row.author_id));
}
