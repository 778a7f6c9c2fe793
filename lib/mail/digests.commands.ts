import { inTransaction } from "@/lib/db/client";
import { DEFAULT_RHYTHM, DIGEST_EVERY } from "@/lib/mail/rhythm";
import { writeMail } from "@/lib/mail/write.commands";

/** How many digests are written in one transaction. */
const AT_A_TIME = 100;

interface Due {
  userId: number;
  email: string;
  after: number;
  upTo: number;
}

/**
 * The hourly job that writes a digest for everybody for whom it is time and something is unread. What is
 * in it is looked at when it is sent. Done again, or cut off, it goes on with those who have none yet.
 *
 * @param now as the schedule has it
 */
export async function writeDigests(now = new Date()): Promise<void> {
  for (let last: number | null = 0; last !== null; ) last = await writeSome(now, last);
}

/**
 * @param behind only for people with a larger id
 * @returns the last one that a digest was written for; null if that were all
 */
async function writeSome(now: Date, behind: number): Promise<number | null> {
  return inTransaction(async (tx) => {
    const daily = new Date(now.getTime() - DIGEST_EVERY.daily);
    const weekly = new Date(now.getTime() - DIGEST_EVERY.weekly);
    const due = await tx.$queryRaw<Due[]>`
      SELECT u.id AS "userId", u.email, coalesce(w.digested_to, 0) AS after, news.newest AS "upTo"
        FROM users u
        LEFT JOIN mail_wishes w ON w.user_id = u.id
       CROSS JOIN LATERAL (
         SELECT max(n.id) AS newest, min(n.created_at) AS since FROM notices n
          WHERE n.user_id = u.id AND n.id > coalesce(w.digested_to, 0) AND n.read_at IS NULL) news
       WHERE u.id > ${behind} AND u.email_confirmed_at IS NOT NULL AND news.newest IS NOT NULL
         AND CASE coalesce(w.rhythm::text, ${DEFAULT_RHYTHM})
               WHEN 'daily' THEN coalesce(w.digested_at, news.since) <= ${daily}
               WHEN 'weekly' THEN coalesce(w.digested_at, news.since) <= ${weekly}
               ELSE false END
       ORDER BY u.id LIMIT ${AT_A_TIME}`;
    for (const { userId, email, after, upTo } of due) {
      const mail = { key: `digest:${userId}:${upTo}`, kind: "digest" as const, userId };
      await writeMail(tx, { ...mail, recipient: email, about: { after, upTo } });
      const digested = { digestedAt: now, digestedTo: upTo };
      await tx.mailWish.upsert({
        where: { userId },
        create: { userId, ...digested },
        update: digested,
      });
    }
    return due.length === AT_A_TIME ? (due.at(-1)?.userId ?? null) : null;
  });
}
