import { randomUUID } from "node:crypto";
import { forgetLinks, LINK_IS_OVER, useLink } from "@/lib/accounts/mail-links.commands";
import { hashPassword, passwordProblem, verifyPassword } from "@/lib/accounts/password";
import { allowLink } from "@/lib/accounts/rate-limit";
import { inTransaction, type Transaction } from "@/lib/db/client";
import { writeMail } from "@/lib/mail/write.commands";
import { fieldFailure, type Result, success } from "@/lib/result";

/**
 * Sets a new password by a link, and signs the person out everywhere: whoever knew the old one is out.
 * The form sent twice does it once, and both are told so.
 *
 * @param from the network address of whoever asks, for the limit
 */
export async function resetPassword(
  { token, newPassword }: { token: string; newPassword: string },
  from: string,
): Promise<Result> {
  const allowed = await allowLink(from);
  if (!allowed.ok) return allowed;
  // Outside of the transaction, which holds a row.
  const passwordHash = await hashPassword(newPassword);
  return inTransaction(async (tx) => {
    const link = await useLink(tx, "reset", token);
    if (link === null) return LINK_IS_OVER;
    const user = await tx.user.findUniqueOrThrow({
      where: { id: link.userId },
      select: { username: true, email: true, passwordHash: true },
    });
    if (link.usedAt !== null) {
      const same = await verifyPassword(newPassword, user.passwordHash);
      return same ? success() : LINK_IS_OVER;
    }
    const problem = await passwordProblem(newPassword, user);
    if (problem !== null) {
      await tx.mailLink.update({ where: { id: link.id }, data: { usedAt: null } });
      return fieldFailure("invalid", "newPassword", problem);
    }
    await tx.user.update({ where: { id: link.userId }, data: { passwordHash } });
    await tx.session.deleteMany({ where: { userId: link.userId } });
    await forgetLinks(tx, link.userId, ["reset", "sign_in"]);
    await tellOfPassword(tx, link);
    return success();
  });
}

/** Tells a person of their new password, in case it was not them. */
export async function tellOfPassword(
  tx: Transaction,
  { userId, email }: { userId: number; email: string | null },
): Promise<void> {
  if (email === null) return;
  const key = `password-changed:${randomUUID()}`;
  await writeMail(tx, { key, kind: "password-changed", userId, recipient: email, about: {} });
}
