import { LINK_LIFE, type LinkPurpose, linkToken } from "@/lib/accounts/mail-link";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import {
  addressChangedLetter,
  confirmLetter,
  passwordChangedLetter,
  resetLetter,
  signInLetter,
} from "@/lib/mail/letters";
import { composeDigest, composeNotice } from "@/lib/mail/news.queries";
import type { Composed, Pointless, StoredMail } from "@/lib/mail/stored";
import { mayBeMailed } from "@/lib/policy/mail";
import { routes } from "@/lib/routes";

/**
 * The words of a mail as they are right now, or why it would better not be sent: its account has
 * another address, nobody has confirmed it, its link was used.
 */
export async function compose(mail: StoredMail): Promise<Composed | Pointless> {
  const { kind, recipient, user } = mail;
  if (mail.expires !== null && mail.expires <= new Date()) {
    return { why: "It could not be sent in time, and what it says is of no use by now." };
  }
  const may = mayBeMailed({ ...user, kind, recipient });
  if (!may.allowed) return { why: may.why };
  if (kind === "notice") return composeNotice(mail);
  if (kind === "digest") return composeDigest(mail);
  const { REJOINDER_NAME: forum, REJOINDER_ORIGIN: origin } = env();
  const about = { forum, origin, username: user.username };
  if (kind === "address-changed") return { letter: addressChangedLetter(about) };
  if (kind === "password-changed") {
    const url = `${origin}${routes.forgotPassword()}`;
    return { letter: passwordChangedLetter({ ...about, url }) };
  }
  return linkLetter(mail, about);
}

const PURPOSES: Partial<Record<StoredMail["kind"], LinkPurpose>> = {
  confirm: "confirm",
  reset: "reset",
  "sign-in": "sign_in",
};

async function linkLetter(
  mail: StoredMail,
  about: { forum: string; origin: string; username: string },
): Promise<Composed | Pointless> {
  const purpose = PURPOSES[mail.kind];
  if (purpose === undefined) return { why: `Nobody knows how to write a mail “${mail.kind}”.` };
  const link = await db().mailLink.findUnique({
    where: { id: mail.about.link ?? "", usedAt: null },
    select: { id: true },
  });
  if (link === null) return { why: "Its link was used, or a newer one took its place." };
  const token = linkToken(link.id, purpose);
  const withLink = { ...about, life: LINK_LIFE[purpose].words };
  if (purpose === "confirm") {
    const url = `${about.origin}${routes.confirmAddress(token)}`;
    const newAccount = mail.user.email === mail.recipient;
    return { letter: confirmLetter({ ...withLink, url, newAccount }) };
  }
  if (purpose === "reset") {
    const url = `${about.origin}${routes.resetPassword(token)}`;
    return { letter: resetLetter({ ...withLink, url }) };
  }
  return {
    letter: signInLetter({ ...withLink, url: `${about.origin}${routes.signInLink(token)}` }),
  };
}
