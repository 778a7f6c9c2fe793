import { db, type Statements } from "@/lib/db/client";
import type { EverythingProgress } from "@/lib/moderation/hide-all";

/**
 * Posts and threads that an action on all of a person's writing has still to hide: written before it,
 * not hidden by anything, and not shown again one by one since. An opening post is hidden with its
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
          WHERE later.id > a.id AND later.kind = 'unhide' AND later.thread_id = p.thread_id
            AND later.post_id IS NOT DISTINCT FROM
                CASE WHEN p.parent_id IS NULL THEN NULL ELSE p.id END)
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
    SELECT a.id, a.user_id AS "personId", a.created_at AS "createdAt", a.reason,
           EXISTS (SELECT FROM moderation_actions u WHERE u.undoes_id = a.id) AS undone
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

/** Posts of a person that everybody may see; opening posts with their threads. */
export async function countShown(client: Statements, personId: number): Promise<number> {
  const rows = await client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM posts p JOIN threads t ON t.id = p.thread_id
     WHERE p.author_id = ${personId}
       AND CASE WHEN p.parent_id IS NULL THEN t.hide_action_id ELSE p.hide_action_id END IS NULL`;
  return rows[0]?.count ?? 0;
}
