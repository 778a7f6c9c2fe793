import { inTransaction } from "@/lib/db/client";
import type { JobPayload } from "@/lib/jobs/schema";
import { writeMail } from "@/lib/mail/write.commands";

/** A notice that is read soon after it was made is not mailed: its owner is just here (milliseconds). */
const GRACE = 60_000;

/** How many notices are gone through in one transaction: a post may tell thousands. */
const AT_A_TIME = 500;

interface Mailable {
  id: number;
  userId: number;
  email: string;
}

/**
 * The job that writes a mail for each new notice whose owner wants that at once. What it says, and whether
 * its owner still may know it and has not read it, is looked at when it is sent.
 */
export async function mailNotices({ notices }: JobPayload<"mail-notices">): Promise<void> {
  for (let from = 0; from < notices.length; from += AT_A_TIME) {
    await mailSome(notices.slice(from, from + AT_A_TIME));
  }
}

function mailSome(notices: readonly number[]): Promise<void> {
  return inTransaction(async (tx) => {
    // As lib/notices/settings.ts has it: the most urgent of a notice's reasons counts.
    const found = await tx.$queryRaw<Mailable[]>`
      SELECT n.id, n.user_id AS "userId", u.email
        FROM notices n
        JOIN users u ON u.id = n.user_id AND u.email_confirmed_at IS NOT NULL
        LEFT JOIN notice_settings s ON s.user_id = n.user_id
        LEFT JOIN mail_wishes w ON w.user_id = n.user_id
       WHERE n.id = ANY(${[...notices]}::int[]) AND n.read_at IS NULL
         AND w.rhythm IS DISTINCT FROM 'never'
         AND CASE n.kind
               WHEN 'post' THEN (s.mail_reply = 'at_once' AND 'reply' = ANY(n.reasons))
                             OR (s.mail_quote = 'at_once' AND 'quote' = ANY(n.reasons))
                             OR (s.mail_mention = 'at_once' AND 'mention' = ANY(n.reasons))
                             OR (s.mail_watch = 'at_once' AND 'watch' = ANY(n.reasons))
               WHEN 'changed' THEN s.mail_changed = 'at_once'
               ELSE coalesce(s.mail_decision, 'at_once') = 'at_once'
             END
       ORDER BY n.id`;
    const notBefore = new Date(Date.now() + GRACE);
    for (const { id, userId, email } of found) {
      const mail = { key: `notice:${id}`, kind: "notice" as const, userId, recipient: email };
      await writeMail(tx, { ...mail, about: { notice: id } }, notBefore);
    }
  });
}
