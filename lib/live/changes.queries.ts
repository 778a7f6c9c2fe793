import { pool } from "@/lib/db/pool";
import { type Cursor, hasSeen } from "@/lib/live/cursor";
import { changesRow } from "@/lib/live/schema";
import type { Change } from "@/lib/live/tidings";

/** More at once is a forum in upheaval: whoever looks on is better served by the page as it is now. */
const MOST_CHANGES = 2_000;

/** Under this name a setting keeps the newest change that was thrown away. */
export const PRUNED = "live-pruned";

export interface News {
  /** Everything up to here is in `changes`, or was seen before. */
  cursor: string;
  /** In the order in which they were written; null where they are too many or no more known. */
  changes: Change[] | null;
}

/**
 * What changed on the pages of threads since a snapshot, and the snapshot after it. It holds what is
 * hidden, too: lib/live/tidings.ts says what of it a viewer is told.
 *
 * @param since null for no changes, only the present snapshot
 * @param threadId of this thread alone
 */
export async function changesSince(since: Cursor | null, threadId?: number): Promise<News> {
  const { rows } = await pool().query({
    name: "live-changes",
    text: `SELECT pg_current_snapshot()::text AS cursor,
                  (SELECT value FROM settings WHERE key = $3) AS pruned,
                  coalesce((SELECT json_agg(c ORDER BY c.id) FROM (
                    SELECT c.id, c.thread_id AS "threadId", c.post_id AS "postId", c.kind, c.before,
                           c.version::text, p.author_id AS "authorId", p.hide_action_id IS NOT NULL AS hidden,
                           p.deleted_at IS NOT NULL AS deleted,
                           coalesce(p.thread_id = c.thread_id, false) AS here,
                           t.author_id AS "threadAuthorId", t.board_id AS "boardId",
                           t.hide_action_id IS NOT NULL AS "threadHidden",
                           t.merged_into_id IS NOT NULL AS merged
                      FROM live_changes c JOIN threads t ON t.id = c.thread_id
                      LEFT JOIN posts p ON p.id = c.post_id
                     WHERE c.version >= $1 AND ($2::int IS NULL OR c.thread_id = $2)
                     ORDER BY c.id LIMIT ${MOST_CHANGES + 1}) c), '[]') AS changes`,
    values: [since?.seenBefore ?? MAX_VERSION, threadId ?? null, PRUNED],
  });
  const { cursor, pruned, changes } = changesRow.parse(rows[0]);
  if (since !== null && pruned !== null && !isBefore(pruned, since))
    return { cursor, changes: null };
  if (changes.length > MOST_CHANGES) return { cursor, changes: null };
  const unseen = changes.filter(({ version }) => since === null || !hasSeen(since, version));
  return { cursor, changes: unseen.map(changeOf) };
}

const MAX_VERSION = "9223372036854775807";

/** Whether all that was thrown away had been seen. */
function isBefore(pruned: string, since: Cursor): boolean {
  return BigInt(pruned) < since.seenBefore;
}

type Row = ReturnType<typeof changesRow.parse>["changes"][number];

function changeOf(row: Row): Change {
  const { threadId, postId, kind, before, authorId, hidden, deleted, here } = row;
  return {
    ...{ threadId, postId, kind, before },
    post: here && authorId !== null ? { authorId, hidden, deleted } : null,
    thread: {
      authorId: row.threadAuthorId,
      boardId: row.boardId,
      hidden: row.threadHidden,
      merged: row.merged,
    },
  };
}
