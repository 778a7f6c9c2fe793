import { db } from "@/lib/db/client";

const DAY = 24 * 60 * 60 * 1000;

/** How long a mail that is done with is kept, in milliseconds: to look up whether it was sent. */
export const MAIL_KEPT = 30 * DAY;

/** The daily job that takes away mails that are done with, and links that work no more. */
export async function sweepMail(now = new Date()): Promise<void> {
  const old = new Date(now.getTime() - MAIL_KEPT);
  await db().mail.deleteMany({
    where: {
      createdAt: { lt: old },
      OR: [{ sentAt: { not: null } }, { droppedAt: { not: null } }],
    },
  });
  await db().mailLink.deleteMany({ where: { expires: { lt: new Date(now.getTime() - DAY) } } });
}
