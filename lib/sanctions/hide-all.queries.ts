import { db, type Statements } from "@/lib/db/client";
import { mayHideAll } from "@/lib/policy/people";
import type { Viewer } from "@/lib/policy/viewer";
import type { EverythingProgress, HideAllReach } from "@/lib/sanctions/hide-all";
import { personFacts } from "@/lib/sanctions/people.queries";

/**
 * Posts and threads that an action on all of a person's writing has still to hide: written before it,
 * not hidden by anything, and not shown again by a moderator since, alone or with a branch. An opening post is hidden with its
 * thread, so it counts as one.
 */
async function leftToHide(client: Statements, actionId: number): Promise<number[]> {
  const rows = await client.$queryRaw<{ threadId: number }[]>`
    SELECT p.thread_id AS "threadId"
      FROM moderation_actions a
      JOIN posts p ON p.author_id = a.user_id AND p.created_at <= a.created_at
      JOIN threads t ON t.id = p.thread_id
     WHERE a.id = ${actionId}
       AND CASE WHEN p.parent_id IS NULL THEN t.hide_action_id ELSE p.hide_action_id END IS NULL
       AND NOT EXISTS (
         SELECT FROM moderation_actions later
          WHERE later.id > a.id AND later.kind IN ('unhide', 'approve')
            AND later.thread_id = p.thread_id
            AND (later.branch OR later.post_id IS NOT DISTINCT FROM
                 CASE WHEN p.parent_id IS NULL THEN NULL ELSE p.id END))
     ORDER BY p.thread_id`;
  return rows.map(({ threadId }) => threadId);
}

/** Posts and threads that an action on all of a person's writing has hidden, and that are so still. */
async function hiddenBy(client: Statements, actionId: number): Promise<number[]> {
  const rows = await client.$queryRaw<{ threadId: number }[]>`
    SELECT thread_id AS "threadId" FROM posts WHERE hide_action_id = ${actionId}
     UNION ALL
    SELECT id FROM threads WHERE hide_action_id = ${actionId}
     ORDER BY 1`;
  return rows.map(({ threadId }) => threadId);
}

/** An action that hid all that a person wrote. */
export interface EverythingAction {
  id: number;
  actorId: number | null;
  personId: number;
  createdAt: Date;
  reason: string;
  /** It was taken back, or is being taken back. */
  undone: boolean;
}

/** Null for an id that is of no such action. */
export async function everythingAction(
  client: Statements,
  actionId: number,
): Promise<EverythingAction | null> {
  const rows = await client.$queryRaw<EverythingAction[]>`
    SELECT a.id, a.actor_id AS "actorId", a.user_id AS "personId", a.created_at AS "createdAt", a.reason,
           -- Showing one of the posts again takes back no more than that: it is about the post.
           EXISTS (SELECT FROM moderation_actions u
                    WHERE u.undoes_id = a.id AND u.user_id IS NOT NULL) AS undone
      FROM moderation_actions a
     WHERE a.id = ${actionId} AND a.kind = 'hide' AND a.user_id IS NOT NULL AND a.branch`;
  return rows[0] ?? null;
}

/** The newest such action on a person; null where there is none. */
export async function newestEverything(
  client: Statements,
  personId: number,
): Promise<EverythingAction | null> {
  const rows = await client.$queryRaw<{ id: number }[]>`
    SELECT id FROM moderation_actions
     WHERE user_id = ${personId} AND kind = 'hide' AND branch ORDER BY id DESC LIMIT 1`;
  return rows[0] === undefined ? null : everythingAction(client, rows[0].id);
}

/** The threads in which an action, or its undoing, has something to do still; in the order of ids. */
export async function threadsLeft(
  { id, undone }: EverythingAction,
  client: Statements = db(),
): Promise<number[]> {
  const left = undone ? await hiddenBy(client, id) : await leftToHide(client, id);
  return [...new Set(left)];
}

/** How far an action on all of a person's writing has come. */
export async function progressOf(action: EverythingAction): Promise<EverythingProgress> {
  const hidden = (await hiddenBy(db(), action.id)).length;
  const left = action.undone ? hidden : (await leftToHide(db(), action.id)).length;
  const { id, createdAt, reason, undone } = action;
  return { actionId: id, at: createdAt, reason, undone, hidden, left };
}

/** What hiding all that a person wrote would touch now. Admins alone are shown it. */
export async function hideAllReach(viewer: Viewer, personId: number): Promise<HideAllReach | null> {
  const person = await personFacts(viewer, personId);
  if (person === null || !mayHideAll(viewer, person).allowed) return null;
  const newest = await newestEverything(db(), personId);
  const [rows, shown, progress] = await Promise.all([
    db().$queryRaw<{ threads: number; answers: number; quotes: number }[]>`
      WITH opened AS (
        SELECT id FROM threads WHERE author_id = ${personId} AND hide_action_id IS NULL)
      SELECT (SELECT count(*)::int FROM opened) AS threads,
             (SELECT count(*)::int FROM posts p JOIN opened ON p.thread_id = opened.id
               WHERE p.author_id <> ${personId}) AS answers,
             (SELECT count(*)::int FROM posts s
                JOIN quotes q ON q.source_post_id = s.id
                JOIN posts quoter ON quoter.current_revision_id = q.revision_id
               WHERE s.author_id = ${personId} AND quoter.author_id <> ${personId}
                 AND quoter.deleted_at IS NULL) AS quotes`,
    countShown(db(), personId),
    newest === null ? null : progressOf(newest),
  ]);
  return { threads: 0, answers: 0, quotes: 0, ...rows[0], shown, progress };
}

/** Posts of a person that everybody may see; opening posts with their threads. */
export async function countShown(client: Statements, personId: number): Promise<number> {
  const rows = await client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM posts p JOIN threads t ON t.id = p.thread_id
     WHERE p.author_id = ${personId}
       AND CASE WHEN p.parent_id IS NULL THEN t.hide_action_id ELSE p.hide_action_id END IS NULL`;
  return rows[0]?.count ?? 0;
}
