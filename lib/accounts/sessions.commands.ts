import { isRenewalDue, sessionEnd, USER_AGENT_LENGTH } from "@/lib/accounts/session";
import { restrictionBy } from "@/lib/accounts/standing.queries";
import { hashToken, newToken } from "@/lib/accounts/token";
import { db, inTransaction, type Transaction } from "@/lib/db/client";
import { mayChangeSettings } from "@/lib/policy/accounts";
import type { Viewer } from "@/lib/policy/viewer";
import { failure, type Result, success } from "@/lib/result";

/** Somebody whose password was right a moment ago. */
export interface Authenticated {
  userId: number;
  /** The hash the password was checked against. */
  passwordHash: string;
}

/**
 * Signs a person in: makes a session and returns its token, which is stored only as a hash.
 *
 * @returns null if the password was changed since it was checked: whoever changes a password
 *   because somebody knows it must be rid of them, even if they sign in that very moment; and if the
 *   person was banned since: the ban waits for this row, or this waits for the ban
 */
export async function openSession(
  { userId, passwordHash }: Authenticated,
  userAgent: string | null,
): Promise<string | null> {
  const token = newToken();
  const now = new Date();
  return inTransaction(async (tx) => {
    const [user] = await tx.$queryRaw<
      { password_hash: string | null; restrict_action_id: number | null }[]
    >`
      SELECT password_hash, restrict_action_id FROM users WHERE id = ${userId} FOR SHARE`;
    if (user?.password_hash !== passwordHash) return null;
    const { restrict_action_id: actionId } = user;
    const standing = actionId === null ? null : await restrictionBy(tx, actionId, userId);
    if (standing?.kind === "ban") return null;
    await tx.session.deleteMany({ where: { userId, expires: { lte: now } } });
    await tx.session.create({
      data: {
        userId,
        tokenHash: hashToken(token),
        expires: sessionEnd(now),
        userAgent: userAgent?.replaceAll("\0", "").slice(0, USER_AGENT_LENGTH) ?? null,
      },
    });
    return token;
  });
}

/** Signs out the browser that has this token. */
export async function closeSession(token: string): Promise<void> {
  await db().session.deleteMany({ where: { tokenHash: hashToken(token) } });
}

/** Moves a session's end on, at most once a day. */
export async function renewSession(
  session: { id: number; expires: Date },
  now: Date,
): Promise<void> {
  if (!isRenewalDue(session.expires, now)) return;
  await db().session.updateMany({ where: { id: session.id }, data: { expires: sessionEnd(now) } });
}

/** Signs the actor out in every browser but this one. */
export async function endOtherSessions(
  actor: Viewer,
  currentId: number,
): Promise<Result<{ ended: number }>> {
  const decision = mayChangeSettings(actor);
  if (!actor.signedIn || !decision.allowed) return failure("signed-out", "Please sign in first.");
  return success(await inTransaction((tx) => removeOtherSessions(tx, actor.id, currentId)));
}

/** The same inside another command's transaction. */
export async function removeOtherSessions(
  tx: Transaction,
  userId: number,
  currentId: number,
): Promise<{ ended: number }> {
  const { count } = await tx.session.deleteMany({ where: { userId, id: { not: currentId } } });
  return { ended: count };
}
