import { randomUUID } from "node:crypto";
import { LINK_LIFE, type LinkPurpose, linkToken } from "@/lib/accounts/mail-link";
import { hashToken } from "@/lib/accounts/token";
import type { Transaction } from "@/lib/db/client";
import type { MailKind } from "@/lib/mail/kinds";
import { writeMail } from "@/lib/mail/write.commands";
import { type Failure, failure } from "@/lib/result";

/** The account that a mail is about, and the address that it goes to. */
export interface Addressee {
  userId: number;
  email: string;
}

const KIND_OF: Record<LinkPurpose, MailKind> = {
  confirm: "confirm",
  reset: "reset",
  sign_in: "sign-in",
};

/**
 * Writes a mail with a link that does something once.
 *
 * @param key of the cause: asked for twice by one cause, there is one mail
 */
export async function mailLink(
  tx: Transaction,
  purpose: LinkPurpose,
  { userId, email }: Addressee,
  key: string,
): Promise<void> {
  const id = randomUUID();
  const expires = new Date(Date.now() + LINK_LIFE[purpose].milliseconds);
  const kind = KIND_OF[purpose];
  const mail = { key: `${kind}:${key}`, kind, userId, recipient: email, about: { link: id } };
  if (!(await writeMail(tx, { ...mail, expires }))) return;
  const tokenHash = hashToken(linkToken(id, purpose));
  await tx.mailLink.create({ data: { id, purpose, userId, email, tokenHash, expires } });
}

export interface UsedLink extends Addressee {
  id: string;
  /** When it was used before, if it was. */
  usedAt: Date | null;
}

/**
 * Uses a link up, holding its row and its person's: of two at once the second finds it used.
 *
 * @returns the link as it was, also one that was used before, or null where there is none, or none
 *   that still works
 */
export async function useLink(
  tx: Transaction,
  purpose: LinkPurpose,
  token: string,
): Promise<UsedLink | null> {
  const now = new Date();
  const found = await tx.mailLink.findUnique({ where: { tokenHash: hashToken(token) } });
  if (found === null || found.purpose !== purpose) return null;
  await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${found.userId} FOR NO KEY UPDATE`;
  const link = await tx.mailLink.findUnique({ where: { id: found.id } });
  if (link === null || link.expires <= now) return null;
  if (link.usedAt === null) {
    await tx.mailLink.update({ where: { id: link.id }, data: { usedAt: now } });
  }
  return { id: link.id, userId: link.userId, email: link.email, usedAt: link.usedAt };
}

/** Takes all other links from a person: those to an address they no longer have, or to a new password. */
export async function forgetLinks(
  tx: Transaction,
  userId: number,
  purposes: readonly LinkPurpose[],
): Promise<void> {
  await tx.mailLink.deleteMany({
    where: { userId, purpose: { in: [...purposes] }, usedAt: null },
  });
}

export const LINK_IS_OVER: Failure = failure(
  "denied",
  "This link does not work any more: it was used, a newer one took its place, or it is too old.",
);
