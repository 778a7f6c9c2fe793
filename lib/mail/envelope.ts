import { createHmac } from "node:crypto";
import { env } from "@/lib/env";
import { html } from "@/lib/mail/html";
import { plainText } from "@/lib/mail/plain";
import type { Composed, StoredMail } from "@/lib/mail/stored";
import { routes } from "@/lib/routes";

/** A mail as it goes to the mail server. */
export interface Outgoing {
  from: string | { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  messageId: string;
  references?: string;
  inReplyTo?: string;
  headers: Record<string, string>;
}

/**
 * A mail with all of its headers. The same mail always has the same Message-ID: should it have to be
 * sent again after a crash, the receiving side can tell.
 */
export function outgoing(mail: StoredMail, { letter, unsubscribe, threadId }: Composed): Outgoing {
  const host = new URL(env().REJOINDER_ORIGIN).hostname;
  const thread = threadId === undefined ? undefined : `<thread-${threadId}@${host}>`;
  return {
    from: env().MAIL_FROM || { name: env().REJOINDER_NAME, address: `forum@${host}` },
    to: { name: mail.user.username, address: mail.recipient },
    subject: letter.subject,
    text: plainText(letter),
    html: html(letter),
    messageId: `<mail-${mail.id}.${fingerprint(mail.id)}@${host}>`,
    ...(thread === undefined ? {} : { inReplyTo: thread, references: thread }),
    headers: { ...AUTOMATIC, ...(unsubscribe === undefined ? {} : stop(unsubscribe)) },
  };
}

/** No vacation notices in answer (RFC 3834). */
const AUTOMATIC = { "Auto-Submitted": "auto-generated" };

/** RFC 8058: one request without any session, by the mail program itself. */
function stop(key: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${env().REJOINDER_ORIGIN}${routes.unsubscribeAtOnce(key)}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

/** Ids begin anew with a new database: this tells its mails from those of the one before. */
function fingerprint(id: number): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`message ${id}`).digest("hex").slice(0, 12);
}
