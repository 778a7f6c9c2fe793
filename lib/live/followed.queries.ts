import { z } from "zod";
import { pool } from "@/lib/db/pool";
import type { Viewer } from "@/lib/policy/viewer";
import { readable, threadSight } from "@/lib/policy/visibility";

const row = z.object({ authorId: z.number(), boardId: z.number(), hidden: z.boolean() });

/** Whether there is a thread that the viewer may be told of; of one that was merged nothing is left. */
export async function mayFollow(viewer: Viewer, threadId: number): Promise<boolean> {
  const { rows } = await pool().query({
    name: "followed-thread",
    text: `SELECT author_id AS "authorId", board_id AS "boardId", hide_action_id IS NOT NULL AS hidden
             FROM threads WHERE id = $1 AND merged_into_id IS NULL`,
    values: [threadId],
  });
  return rows[0] !== undefined && readable(threadSight(viewer, row.parse(rows[0])));
}
