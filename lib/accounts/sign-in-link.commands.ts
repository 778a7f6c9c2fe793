import { banOn } from "@/lib/accounts/ban.queries";
import { LINK_IS_OVER, useLink } from "@/lib/accounts/mail-links.commands";
import { allowLink } from "@/lib/accounts/rate-limit";
import type { Authenticated } from "@/lib/accounts/sessions.commands";
import { inTransaction } from "@/lib/db/client";
import { type Result, success } from "@/lib/result";

/**
 * Checks a link that signs in, and uses it up; lib/auth then opens the session.
 *
 * @param from the network address of whoever has it, for the limit
 */
export async function authenticateByLink(
  token: string,
  from: string,
): Promise<Result<Authenticated & { username: string }>> {
  const allowed = await allowLink(from);
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const link = await useLink(tx, "sign_in", token);
    if (link === null || link.usedAt !== null) return LINK_IS_OVER;
    const user = await tx.user.findUniqueOrThrow({
      where: { id: link.userId },
      select: { id: true, username: true, passwordHash: true, restrictActionId: true },
    });
    if (user.passwordHash === null) return LINK_IS_OVER;
    const ban = await banOn(user);
    if (ban !== null) return ban;
    return success({ userId: user.id, username: user.username, passwordHash: user.passwordHash });
  });
}
