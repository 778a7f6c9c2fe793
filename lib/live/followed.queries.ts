import { z } from "zod";
import { pool } from "@/lib/db/pool";
import type { Viewer } from "@/lib/policy/viewer";
import { readable, threadSight } from "@/lib/policy/visibility";

const row = z.object({ authorId: z.number(), boardId: z.number(), hidden: z.boolean() });

/** Whether the viewer may be told what happens in a thread. */
export async function mayFollow(viewer: Viewer, threadId: number): Promise<boolean> {
  const { rows } = await pool().query({
    name: "followed-thread",
    text: `SELECT author_id AS "authorId", board_id AS "boardId", hide_action_id IS NOT NULL AS hidden
             FROM threads WHERE id = $1`,
    values: [threadId],
  });
  return rows[0] !== undefined && readable(threadSight(viewer, row.parse(rows[0])));
}
