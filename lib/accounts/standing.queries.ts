import { z } from "zod";
import type { Statements, Transaction } from "@/lib/db/client";
import type { Member, Restriction } from "@/lib/policy/viewer";

/** A suspension or a ban as plain SQL hands it over. */
export const restrictionRow = z
  .object({
    kind: z.enum(["suspend", "ban"]),
    until: z.date().nullable(),
    reason: z.string(),
    actionId: z.number(),
    statementId: z.number().nullable(),
  })
  .nullable();

/**
 * The actor as they stand at this moment of the transaction, for its policies to ask about: a session
 * may be older than a suspension. Holds the actor's row, so that a suspension which comes later waits
 * until this write is done; one that came first is seen here.
 */
export async function asTheyStand(tx: Statements, actor: Member): Promise<Member> {
  const rows = await tx.$queryRaw<{ restrictActionId: number | null }[]>`
    SELECT restrict_action_id AS "restrictActionId" FROM users WHERE id = ${actor.id} FOR KEY SHARE`;
  return underRestriction(tx, actor, rows[0]?.restrictActionId ?? null);
}

/**
 * The same with the roles that the actor has by now: for what a role allows. A moderator who was
 * dismissed since the session was read is none here.
 */
export async function withRolesByNow(tx: Transaction, actor: Member): Promise<Member> {
  const standing = await asTheyStand(tx, actor);
  const now = await tx.user.findUnique({
    where: { id: actor.id },
    select: { role: true, moderates: { select: { boardId: true } } },
  });
  const moderates = now?.moderates.map(({ boardId }) => boardId) ?? [];
  return { ...standing, admin: now?.role === "admin", moderates };
}

/**
 * The same where a statement has read already which action restricts the actor, and holds their row:
 * nearly nobody is under one, and then nothing more is asked.
 */
export async function underRestriction(
  tx: Statements,
  actor: Member,
  actionId: number | null,
): Promise<Member> {
  const restricted = actionId === null ? null : await restrictionBy(tx, actionId, actor.id);
  return { ...actor, restricted };
}

/** The suspension or ban that an action put on a person, while it is in force. */
export async function restrictionBy(
  tx: Statements,
  actionId: number,
  userId: number,
): Promise<Restriction | null> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT a.kind::text AS kind, a.until, a.reason, a.id AS "actionId", s.id AS "statementId"
      FROM moderation_actions a
      LEFT JOIN statements s ON s.action_id = a.id AND s.user_id = ${userId}
     WHERE a.id = ${actionId} AND (a.until IS NULL OR a.until > ${new Date()})`;
  return restrictionRow.parse(rows[0] ?? null);
}
