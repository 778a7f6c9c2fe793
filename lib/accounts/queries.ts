import { z } from "zod";
import { browserOf } from "@/lib/accounts/session";
import { restrictionRow } from "@/lib/accounts/standing.queries";
import { db } from "@/lib/db/client";
import { pool } from "@/lib/db/pool";
import type { Member, Viewer } from "@/lib/policy/viewer";

/** The session that a request came with, and whose it is. */
export interface CurrentSession {
  id: number;
  expires: Date;
  member: Member;
}

const sessionRow = z.object({
  id: z.number(),
  expires: z.date(),
  user_id: z.number(),
  username: z.string(),
  admin: z.boolean(),
  moderates: z.array(z.number()),
  blocks: z.array(z.number()),
  restriction: restrictionRow,
});

/**
 * Who is looking, with what they moderate, whom they block and what keeps them from writing: one
 * statement by indexes, since every page asks it. A session of somebody banned is none.
 */
export async function sessionByTokenHash(
  tokenHash: string,
  now: Date,
): Promise<CurrentSession | null> {
  const { rows } = await pool().query({
    name: "session-by-token-hash",
    text: `SELECT s.id, s.expires, u.id AS user_id, u.username, u.role = 'admin' AS admin,
                  ARRAY(SELECT board_id FROM board_moderators
                         WHERE user_id = u.id ORDER BY board_id) AS moderates,
                  ARRAY(SELECT blocked_id FROM blocks
                         WHERE user_id = u.id ORDER BY blocked_id) AS blocks,
                  a.id AS action_id, a.kind::text AS kind, a.until, a.reason,
                  (SELECT id FROM statements
                    WHERE action_id = a.id AND user_id = u.id) AS statement_id
             FROM sessions s JOIN users u ON u.id = s.user_id
             LEFT JOIN moderation_actions a
                    ON a.id = u.restrict_action_id AND (a.until IS NULL OR a.until > $2)
            WHERE s.token_hash = $1 AND s.expires > $2 AND a.kind IS DISTINCT FROM 'ban'`,
    values: [tokenHash, now],
  });
  if (rows[0] === undefined) return null;
  const row = sessionRow.parse({ ...rows[0], restriction: restrictionIn(rows[0]) });
  return {
    id: row.id,
    expires: row.expires,
    member: {
      signedIn: true,
      id: row.user_id,
      username: row.username,
      admin: row.admin,
      moderates: row.moderates,
      blocks: row.blocks,
      restricted: row.restriction,
    },
  };
}

/** Of its columns beside those of the session: null where nothing restricts the person. */
function restrictionIn(row: Record<string, unknown>): unknown {
  if (row.action_id === null) return null;
  const { kind, until, reason, action_id: actionId, statement_id: statementId } = row;
  return { kind, until, reason, actionId, statementId };
}

/** A signed-in browser, as its owner sees it. */
export interface SessionView {
  id: number;
  browser: string;
  since: Date;
  isThis: boolean;
}

/** The browsers in which the viewer is signed in: this one first, then the newest. */
export async function sessionsOf(viewer: Viewer, currentId: number): Promise<SessionView[]> {
  if (!viewer.signedIn) return [];
  const rows = await db().session.findMany({
    where: { userId: viewer.id, expires: { gt: new Date() } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, userAgent: true, createdAt: true },
  });
  const views = rows.map((row) => ({
    id: row.id,
    browser: browserOf(row.userAgent),
    since: row.createdAt,
    isThis: row.id === currentId,
  }));
  return [...views.filter((view) => view.isThis), ...views.filter((view) => !view.isThis)];
}

/** The viewer's own e-mail address; nobody else's is ever read. */
export async function ownEmail(viewer: Viewer): Promise<string | null> {
  if (!viewer.signedIn) return null;
  const row = await db().user.findUnique({ where: { id: viewer.id }, select: { email: true } });
  return row?.email ?? null;
}

/** Whether the forum has an admin; without one it has to be set up. */
export async function hasAdmin(): Promise<boolean> {
  return (await db().user.count({ where: { role: "admin" } })) > 0;
}
