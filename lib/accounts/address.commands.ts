import { forgetLinks, LINK_IS_OVER, mailLink, useLink } from "@/lib/accounts/mail-links.commands";
import { verifyPassword } from "@/lib/accounts/password";
import {
  allowLink,
  allowMailBy,
  allowMailTo,
  allowPasswordChange,
} from "@/lib/accounts/rate-limit";
import { db, inTransaction } from "@/lib/db/client";
import { writeMail } from "@/lib/mail/write.commands";
import { mayChangeSettings } from "@/lib/policy/accounts";
import type { Viewer } from "@/lib/policy/viewer";
import { failure, fieldFailure, type Result, success } from "@/lib/result";

/** Sends the question for the actor's present address, or the one that waits, once more. */
export async function askAgain(
  actor: Viewer,
  { email, formKey }: { email: string; formKey: string },
): Promise<Result> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in first.");
  const allowed = await allowAsking(actor.id, email);
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id: actor.id } });
    const waiting = await tx.mailLink.count({
      where: { userId: actor.id, purpose: "confirm", email, usedAt: null },
    });
    const own = user.email === email && user.emailConfirmedAt === null;
    if (!own && waiting === 0) return failure("conflict", "This address waits for nothing.");
    await mailLink(tx, "confirm", { userId: actor.id, email }, formKey);
    return success();
  });
}

/**
 * Has another address ask to become the actor's: the present one stays until it is confirmed.
 */
export async function changeAddress(
  actor: Viewer,
  { email, currentPassword, formKey }: { email: string; currentPassword: string; formKey: string },
): Promise<Result> {
  const decision = mayChangeSettings(actor);
  if (!actor.signedIn || !decision.allowed) return failure("signed-out", "Please sign in first.");
  const user = await db().user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { email: true, emailConfirmedAt: true, passwordHash: true },
  });
  const tries = await allowPasswordChange(actor.id);
  if (!tries.ok) return tries;
  if (!(await verifyPassword(currentPassword, user.passwordHash))) {
    return fieldFailure("denied", "currentPassword", "This is not your current password.");
  }
  if (user.email === email && user.emailConfirmedAt !== null) {
    return fieldFailure("conflict", "email", "This is your address already, and confirmed.");
  }
  const allowed = await allowAsking(actor.id, email);
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    // Only the address that was asked for last can take the place of the present one.
    await tx.mailLink.deleteMany({
      where: { userId: actor.id, purpose: "confirm", usedAt: null, email: { not: email } },
    });
    await mailLink(tx, "confirm", { userId: actor.id, email }, formKey);
    return success();
  });
}

/**
 * Confirms an address by a link: it is the account's from now on. The address that it replaces is told
 * so. The form sent twice does it once, and both are told so.
 *
 * @param from the network address of whoever has the link, for the limit
 */
export async function confirmAddress(
  token: string,
  from: string,
): Promise<Result<{ username: string; email: string }>> {
  const allowed = await allowLink(from);
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const link = await useLink(tx, "confirm", token);
    if (link === null) return LINK_IS_OVER;
    const { userId, email } = link;
    const user = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { username: true, email: true, emailConfirmedAt: true },
    });
    const done = user.email === email && user.emailConfirmedAt !== null;
    if (done) return success({ username: user.username, email });
    if (link.usedAt !== null) return LINK_IS_OVER;
    await tx.user.update({ where: { id: userId }, data: { email, emailConfirmedAt: new Date() } });
    await forgetLinks(tx, userId, ["confirm", "reset", "sign_in"]);
    if (user.email !== null && user.email !== email && user.emailConfirmedAt !== null) {
      const key = `address-changed:${link.id}`;
      const mail = { key, kind: "address-changed" as const, userId, recipient: user.email };
      await writeMail(tx, { ...mail, about: {} });
    }
    return success({ username: user.username, email });
  });
}

async function allowAsking(userId: number, email: string): Promise<Result> {
  const byAccount = await allowMailBy(userId);
  return byAccount.ok ? allowMailTo(email) : byAccount;
}
