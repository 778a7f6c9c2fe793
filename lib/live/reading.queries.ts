import { z } from "zod";
import { pool } from "@/lib/db/pool";
import { COUNTED_UNREAD, type Memory, NO_MEMORY } from "@/lib/live/reading";
import type { Viewer } from "@/lib/policy/viewer";

const memoryRow = z.object({
  seen: z.number().nullable(),
  shown: z.number().nullable(),
  at: z.date().nullable(),
  folds: z.array(z.object({ post: z.number(), folded: z.boolean() })),
});

/** What is remembered of the viewer's reading of a thread: one statement, since every page asks it. */
export async function memoryOf(viewer: Viewer, threadId: number): Promise<Memory> {
  if (!viewer.signedIn) return NO_MEMORY;
  const { rows } = await pool().query({
    name: "reading-memory",
    text: `SELECT v.seen_post_id AS seen, v.shown_post_id AS shown, v.visited_at AS at,
                  coalesce((SELECT json_agg(json_build_object('post', post_id, 'folded', folded))
                              FROM folds WHERE user_id = $1 AND thread_id = $2), '[]') AS folds
             FROM (SELECT) AS one
             LEFT JOIN thread_visits v ON v.user_id = $1 AND v.thread_id = $2`,
    values: [viewer.id, threadId],
  });
  const { seen, shown, at, folds } = memoryRow.parse(rows[0]);
  return {
    visit: seen === null || shown === null || at === null ? null : { seen, shown, at },
    folds: new Map(folds.map(({ post, folded }) => [post, folded])),
  };
}

const unreadRow = z.object({ threadId: z.number(), count: z.number() });

/**
 * How many replies of some threads the viewer has not been shown yet, of those everybody may read: one
 * statement for a whole list. Of threads never visited, and of those without any, nothing is said.
 */
export async function unreadIn(
  viewer: Viewer,
  threadIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (!viewer.signedIn || threadIds.length === 0) return new Map();
  const { rows } = await pool().query({
    name: "unread-replies",
    text: `SELECT v.thread_id AS "threadId", found.count
             FROM thread_visits v
             JOIN threads t ON t.id = v.thread_id AND t.hide_action_id IS NULL
            CROSS JOIN LATERAL (
              SELECT count(*)::int AS count FROM (
                SELECT 1 FROM posts p
                 WHERE p.thread_id = v.thread_id AND p.id > v.shown_post_id
                   AND p.hide_action_id IS NULL AND p.deleted_at IS NULL
                   AND p.author_id <> $1 AND p.author_id <> ALL ($3::int[])
                 LIMIT ${COUNTED_UNREAD + 1}) AS unread) AS found
            WHERE v.user_id = $1 AND v.thread_id = ANY ($2::int[]) AND found.count > 0`,
    values: [viewer.id, [...threadIds], [...(viewer.blocks ?? [])]],
  });
  const counted = z.array(unreadRow).parse(rows);
  return new Map(counted.map(({ threadId, count }) => [threadId, count]));
}
