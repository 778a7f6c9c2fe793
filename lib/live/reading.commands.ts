import { pool } from "@/lib/db/pool";
import { mayFollow } from "@/lib/live/followed.queries";
import { isWorthNoting, type Visit } from "@/lib/live/visit";
import { mayRemember } from "@/lib/policy/standing";
import type { Viewer } from "@/lib/policy/viewer";
import { failure, type Result, success } from "@/lib/result";

/**
 * Notes that the viewer looks at a thread which they may read. Twice at the same moment is once, and of
 * two at one moment none takes anything back.
 *
 * @param before what was noted last
 */
export async function noteVisit(
  viewer: Viewer,
  threadId: number,
  before: Visit | null,
  visit: Visit,
): Promise<void> {
  if (!viewer.signedIn || !isWorthNoting(before, visit)) return;
  await pool().query({
    name: "note-visit",
    text: `INSERT INTO thread_visits AS kept (user_id, thread_id, seen_post_id, shown_post_id, visited_at)
           VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (user_id, thread_id) DO UPDATE
             SET seen_post_id = greatest(kept.seen_post_id, excluded.seen_post_id),
                 shown_post_id = greatest(kept.shown_post_id, excluded.shown_post_id),
                 visited_at = greatest(kept.visited_at, excluded.visited_at)`,
    values: [viewer.id, threadId, visit.seen, visit.shown, visit.at],
  });
}

/** So many branches of one thread are remembered as folded by one person: more than it takes. */
const MOST_FOLDS = 2_000;

/**
 * Remembers which branches of a thread the actor folded or opened. Ids of posts that are not in the
 * thread are passed over in silence.
 */
export async function keepFolds(
  actor: Viewer,
  threadId: number,
  folds: readonly (readonly [postId: number, folded: boolean])[],
): Promise<Result> {
  const decision = mayRemember(actor);
  if (!actor.signedIn || !decision.allowed) return failure("signed-out", "Please sign in first.");
  if (!(await mayFollow(actor, threadId))) return failure("missing", "There is no such thread.");
  // The last word on each counts.
  const last = new Map(folds);
  await pool().query({
    name: "keep-folds",
    text: `INSERT INTO folds (user_id, post_id, thread_id, folded)
           SELECT $1, p.id, p.thread_id, asked.folded
             FROM unnest($3::int[], $4::boolean[]) AS asked(id, folded)
             JOIN posts p ON p.id = asked.id AND p.thread_id = $2
            WHERE (SELECT count(*) FROM folds WHERE user_id = $1 AND thread_id = $2) < ${MOST_FOLDS}
               OR EXISTS (SELECT 1 FROM folds WHERE user_id = $1 AND post_id = p.id)
            ORDER BY p.id
           ON CONFLICT (user_id, post_id) DO UPDATE
             SET folded = excluded.folded, thread_id = excluded.thread_id`,
    values: [actor.id, threadId, [...last.keys()], [...last.values()]],
  });
  return success();
}

/** Turns keys of one letter on or off for the actor. */
export async function setKeys(actor: Viewer, keys: boolean): Promise<Result> {
  const decision = mayRemember(actor);
  if (!actor.signedIn || !decision.allowed) return failure("signed-out", "Please sign in first.");
  await pool().query(
    `INSERT INTO reading_settings (user_id, keys) VALUES ($1, $2)
     ON CONFLICT (user_id) DO UPDATE SET keys = excluded.keys`,
    [actor.id, keys],
  );
  return success();
}
