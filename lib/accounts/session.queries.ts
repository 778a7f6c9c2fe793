import { z } from "zod";
import { restrictionRow } from "@/lib/accounts/standing.queries";
import { pool } from "@/lib/db/pool";
import type { Member } from "@/lib/policy/viewer";

// Apart from the other questions about accounts: our own server asks it, too, which has no Prisma.

/** The session that a request came with, and whose it is. */
export interface CurrentSession {
  id: number;
  expires: Date;
  member: Member;
  /** Whether keys of one letter move through pages for them (lib/live). */
  keys: boolean;
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
  keys: z.boolean(),
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
                  coalesce((SELECT keys FROM reading_settings WHERE user_id = u.id), true) AS keys,
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
    keys: row.keys,
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
