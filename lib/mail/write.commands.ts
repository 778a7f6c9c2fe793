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

/**
 * Writes a mail, to be sent soon, in the transaction of its cause.
 *
 * @returns whether it is new
 */
export async function writeMail(tx: Statements, mail: NewMail): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO mails (key, kind, user_id, recipient, about, expires)
    VALUES (${mail.key}, ${mail.kind as string}, ${mail.userId}, ${mail.recipient},
            ${JSON.stringify(mail.about)}::text::jsonb,
            ${mail.expires?.toISOString() ?? null}::text::timestamptz)
    ON CONFLICT (key) DO NOTHING RETURNING id`;
  const id = rows[0]?.id;
  if (id === undefined) return false;
  await enqueue(tx, "send-mail", { mail: id });
  return true;
}
