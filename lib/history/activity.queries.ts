import { Prisma } from "@/lib/db/generated/client";
import { rowsOf } from "@/lib/db/rows";
import { type Activity, activityOf, firstDay } from "@/lib/history/activity";
import type { Viewer } from "@/lib/policy/viewer";

/** When somebody wrote, as far as the viewer may know: one query, whatever they wrote. */
export async function readActivity(viewer: Viewer, authorId: number, now: Date): Promise<Activity> {
  const rows = await rowsOf<{ day: string; posts: number }>(Prisma.sql`
    SELECT to_char(p.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::int AS posts
      FROM posts p JOIN threads t ON t.id = p.thread_id
     WHERE p.author_id = ${authorId} AND p.created_at >= ${firstDay(now)} AND ${listed(viewer)}
     GROUP BY 1`);
  return activityOf(new Map(rows.map(({ day, posts }) => [day, posts])), now);
}

/** `listedPosts` of lib/policy/visibility.ts as SQL, for posts `p` in threads `t`; a test compares them. */
function listed(viewer: Viewer): Prisma.Sql {
  const member = viewer.signedIn ? viewer : { id: 0, admin: false, moderates: [] };
  const seesHidden = Prisma.sql`${member.admin} OR t.board_id = ANY(${[...member.moderates]}::int[])`;
  return Prisma.sql`p.deleted_at IS NULL AND t.merged_into_id IS NULL
       AND (t.hide_action_id IS NULL OR t.author_id = ${member.id} OR ${seesHidden})
       AND (p.hide_action_id IS NULL OR p.author_id = ${member.id} OR ${seesHidden})`;
}
