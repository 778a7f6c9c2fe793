import { z } from "zod";
import { restrictionBy } from "@/lib/accounts/standing.queries";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { JobPayload } from "@/lib/jobs/schema";
import { compose } from "@/lib/mail/compose.queries";
import { type Outgoing, outgoing } from "@/lib/mail/envelope";
import { MAIL_KINDS } from "@/lib/mail/kinds";
import { handOver, Refused } from "@/lib/mail/smtp";
import { isPointless, type StoredMail } from "@/lib/mail/stored";

/** How long a mail belongs to who hands it over, in milliseconds: longer than that can take. */
const CLAIM = 150_000;

/**
 * The job that sends a mail. Whoever claims it is the only one to send it; then it is marked as sent.
 * To be killed between the mail server's "yes" and that mark is the one way for a mail to go out
 * twice: with the same Message-ID, so that the receiving side can tell.
 *
 * @throws what was wrong for a while: the job is tried again
 */
export async function sendMail({ mail: id }: JobPayload<"send-mail">): Promise<void> {
  if (!(await claim(id))) {
    const left = await db().mail.count({ where: { id, sentAt: null, droppedAt: null } });
    if (left > 0) throw new Error("Somebody else is just sending this mail.");
    return;
  }
  const mail = await storedMail(id);
  const composed = await compose(mail);
  if (isPointless(composed)) return drop(id, composed.why);
  const made = outgoing(mail, composed);
  if (env().SMTP_URL === "") return keepInOutbox(id, made);
  try {
    await handOver(made);
  } catch (error) {
    const problem = (error as Error).message;
    if (error instanceof Refused) return drop(id, problem);
    await db().mail.update({ where: { id }, data: { problem, claimedUntil: null } });
    throw error;
  }
  await db().mail.update({
    where: { id },
    data: { sentAt: new Date(), claimedUntil: null, problem: null, subject: made.subject },
  });
}

async function claim(id: number): Promise<boolean> {
  const now = new Date();
  const { count } = await db().mail.updateMany({
    where: {
      id,
      sentAt: null,
      droppedAt: null,
      OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }],
    },
    data: { claimedUntil: new Date(now.getTime() + CLAIM) },
  });
  return count === 1;
}

const aboutSchema = z.object({
  link: z.string().optional(),
  notice: z.number().optional(),
  after: z.number().optional(),
  upTo: z.number().optional(),
});

async function storedMail(id: number): Promise<StoredMail> {
  const { user, ...mail } = await db().mail.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      kind: true,
      recipient: true,
      about: true,
      expires: true,
      user: {
        select: {
          id: true,
          username: true,
          email: true,
          emailConfirmedAt: true,
          restrictActionId: true,
        },
      },
    },
  });
  const { restrictActionId } = user;
  const standing =
    restrictActionId === null ? null : await restrictionBy(db(), restrictActionId, user.id);
  return {
    ...mail,
    kind: z.enum(MAIL_KINDS).parse(mail.kind),
    about: aboutSchema.parse(mail.about),
    user: {
      id: user.id,
      username: user.username,
      email: user.email,
      confirmed: user.emailConfirmedAt !== null,
      banned: standing?.kind === "ban",
    },
  };
}

async function drop(id: number, problem: string): Promise<void> {
  await db().mail.update({
    where: { id },
    data: { droppedAt: new Date(), claimedUntil: null, problem },
  });
}

/** There is no mail server: here, sending and marking are one write. */
async function keepInOutbox(id: number, { subject, text, html }: Outgoing): Promise<void> {
  await db().mail.update({
    where: { id },
    data: { sentAt: new Date(), claimedUntil: null, problem: null, subject, text, html },
  });
}
