import { pool } from "@/lib/db/pool";
import type { Viewer } from "@/lib/policy/viewer";
import type { VoteValue } from "@/lib/votes/vote";

/** The viewer's own votes on the posts of a thread, by post id; of the others none. */
export async function ownVotes(viewer: Viewer, threadId: number): Promise<Map<number, VoteValue>> {
  if (!viewer.signedIn) return new Map();
  const { rows } = await pool().query<{ post_id: number; value: number }>({
    name: "own-votes",
    text: `SELECT v.post_id, v.value FROM votes v JOIN posts p ON p.id = v.post_id
            WHERE v.user_id = $1 AND p.thread_id = $2 AND v.value <> 0`,
    values: [viewer.id, threadId],
  });
  return new Map(rows.map(({ post_id, value }) => [post_id, value > 0 ? 1 : -1]));
}
