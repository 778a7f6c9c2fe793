import type { Statements } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/commands";
import type { MailAbout, MailKind } from "@/lib/mail/kinds";

export interface NewMail {
  /** Of its cause: a second mail of the same key is not written. */
  key: string;
  kind: MailKind;
  userId: number;
  recipient: string;
  about: MailAbout;
  /** Not to be sent after this: what it says would be of no use. */
  expires?: Date;
}

/** So many mails are handed over at the same time, however slow the mail server is. */
const QUEUES = 2;

/**
 * Writes a mail, to be sent soon, in the transaction of its cause.
 *
 * @param runAt not to be sent before
 * @returns whether it is new
 */
export async function writeMail(tx: Statements, mail: NewMail, runAt?: Date): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO mails (key, kind, user_id, recipient, about, expires)
    VALUES (${mail.key}, ${mail.kind as string}, ${mail.userId}, ${mail.recipient},
            ${JSON.stringify(mail.about)}::text::jsonb,
            ${mail.expires?.toISOString() ?? null}::text::timestamptz)
    ON CONFLICT (key) DO NOTHING RETURNING id`;
  const id = rows[0]?.id;
  if (id === undefined) return false;
  const queue = `mail-${id % QUEUES}`;
  await enqueue(tx, "send-mail", { mail: id }, { queue, ...(runAt ? { runAt } : {}) });
  return true;
}
