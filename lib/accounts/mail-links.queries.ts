import type { LinkPurpose } from "@/lib/accounts/mail-link";
import { hashToken } from "@/lib/accounts/token";
import { db } from "@/lib/db/client";

/** What the page that a link leads to says, to whoever has the link. */
export interface LinkView {
  username: string;
  email: string;
}

/** What a link is for, while it works; looking does not use it up, for programs follow links in mails. */
export async function openedLink(purpose: LinkPurpose, token: string): Promise<LinkView | null> {
  const link = await db().mailLink.findUnique({
    where: { tokenHash: hashToken(token), purpose, usedAt: null, expires: { gt: new Date() } },
    select: { email: true, user: { select: { username: true } } },
  });
  return link === null ? null : { email: link.email, username: link.user.username };
}

/** A member's address as their settings show it. */
export interface AddressView {
  email: string | null;
  confirmed: boolean;
  /** Another one that waits to be confirmed. */
  waiting: string | null;
}

/** The viewer's own address. */
export async function ownAddress(viewerId: number): Promise<AddressView> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: viewerId },
    select: {
      email: true,
      emailConfirmedAt: true,
      mailLinks: {
        where: { purpose: "confirm", usedAt: null, expires: { gt: new Date() } },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { email: true },
      },
    },
  });
  const waiting = user.mailLinks[0]?.email ?? null;
  return {
    email: user.email,
    confirmed: user.emailConfirmedAt !== null,
    waiting: waiting === user.email ? null : waiting,
  };
}
