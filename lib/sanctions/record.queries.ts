import { db } from "@/lib/db/client";
import { mayReadRecord, mayWithdrawWarning } from "@/lib/policy/people";
import type { Viewer } from "@/lib/policy/viewer";
import { personFacts } from "@/lib/sanctions/people.queries";
import type { PersonNumbers, RecordLine } from "@/lib/sanctions/record";

/** How many actions a page of a record shows. */
export const ACTIONS_PER_PAGE = 50;

/**
 * A page of the actions on a person, their posts and their threads, newest first: with the notes, and
 * without a word of any post. Null for whoever may not read it.
 *
 * @param before only actions older than the one of this id
 */
export async function recordOf(
  viewer: Viewer,
  personId: number,
  { before, take = ACTIONS_PER_PAGE }: { before?: number | undefined; take?: number } = {},
): Promise<{ lines: RecordLine[]; next: number | null } | null> {
  if (!mayReadRecord(viewer, { id: personId }).allowed) return null;
  const person = await personFacts(viewer, personId);
  if (person === null) return null;
  const ids = await actionIds(personId, before ?? null, take + 1);
  const rows = await db().moderationAction.findMany({
    where: { id: { in: ids } },
    orderBy: { id: "desc" },
    select: {
      ...{ id: true, kind: true, createdAt: true, reason: true, note: true, until: true },
      ...{ branch: true, threadId: true, postId: true, actorId: true },
      actor: { select: { username: true } },
      undoneBy: { select: { threadId: true, postId: true } },
    },
  });
  const lines = rows.slice(0, take).map((row): RecordLine => {
    const { id, kind, reason, note, until, branch, threadId, postId } = row;
    // One of many posts that an action hid may be shown again: that takes no more back.
    const undone = row.undoneBy.some((by) => by.threadId === threadId && by.postId === postId);
    return {
      ...{ id, kind, reason, note, until, branch, at: row.createdAt },
      by: row.actor?.username ?? null,
      on: threadId === null ? null : { threadId, postId },
      undone,
      withdrawable: kind === "warn" && !undone && mayWithdrawWarning(viewer, person, row).allowed,
    };
  });
  return { lines, next: rows.length > take ? (lines.at(-1)?.id ?? null) : null };
}

async function actionIds(personId: number, before: number | null, take: number): Promise<number[]> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    SELECT id FROM (
      SELECT a.id FROM moderation_actions a WHERE a.user_id = ${personId}
      UNION ALL
      SELECT a.id FROM posts p JOIN moderation_actions a ON a.post_id = p.id
       WHERE p.author_id = ${personId}
      UNION ALL
      SELECT a.id FROM threads t JOIN moderation_actions a ON a.thread_id = t.id
       WHERE t.author_id = ${personId} AND a.post_id IS NULL) AS concerned
     WHERE ${before}::int IS NULL OR id < ${before}::int
     ORDER BY id DESC LIMIT ${take}`;
  return rows.map(({ id }) => id);
}

/** What is counted of a person; null for whoever may not read their record. */
export async function numbersOf(viewer: Viewer, personId: number): Promise<PersonNumbers | null> {
  if (!mayReadRecord(viewer, { id: personId }).allowed) return null;
  const rows = await db().$queryRaw<PersonNumbers[]>`
    SELECT (SELECT count(*)::int FROM posts WHERE author_id = ${personId}) AS posts,
           (SELECT count(*)::int FROM threads WHERE author_id = ${personId}) AS threads,
           (SELECT count(*)::int FROM posts
             WHERE author_id = ${personId} AND hide_action_id IS NOT NULL)
           + (SELECT count(*)::int FROM threads
               WHERE author_id = ${personId} AND hide_action_id IS NOT NULL) AS hidden,
           count(*) FILTER (WHERE kind = 'warn')::int AS warnings,
           count(*) FILTER (WHERE kind = 'suspend')::int AS suspensions,
           count(*) FILTER (WHERE kind = 'ban')::int AS bans
      FROM moderation_actions WHERE user_id = ${personId}`;
  return rows[0] ?? null;
}
