import "./environment";
import { expect } from "@playwright/test";
import { db } from "@/lib/db/client";

export interface ReadMail {
  id: number;
  subject: string;
  text: string;
  html: string;
}

/** The newest mail to an address with such a subject, as soon as the worker has written it. */
export async function mailTo(address: string, subject: RegExp): Promise<ReadMail> {
  let found: ReadMail | undefined;
  await expect
    .poll(
      async () => {
        const mails = await db().mail.findMany({
          where: { recipient: address, sentAt: { not: null } },
          orderBy: { id: "desc" },
          select: { id: true, subject: true, text: true, html: true },
        });
        found = mails.find((mail) => subject.test(mail.subject ?? "")) as ReadMail | undefined;
        return found !== undefined;
      },
      { timeout: 20_000, message: `a mail to ${address}` },
    )
    .toBe(true);
  if (found === undefined) throw new Error("There is no such mail.");
  return found;
}

/** The path of the link in a mail to such a page of the forum. */
export function linkIn({ text }: { text: string }, path: string): string {
  const line = text.split("\n").find((each) => each.includes(path));
  if (line === undefined) throw new Error(`There is no ${path} in: ${text}`);
  const { pathname, search } = new URL(line);
  return `${pathname}${search}`;
}

/** How many mails were written to an address, sent or not. */
export function mailsTo(address: string): Promise<number> {
  return db().mail.count({ where: { recipient: address } });
}

export async function confirmEmail(userId: number): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { emailConfirmedAt: new Date() } });
}

/** A job that is not tried any more. */
export async function failedJob(problem = "It could not be done."): Promise<void> {
  await db().$executeRaw`
    WITH job AS (
      SELECT id FROM graphile_worker.add_job('sweep-mail', run_at => now() + interval '1 year'))
    SELECT FROM job, graphile_worker.permanently_fail_jobs(ARRAY[job.id], ${problem}::text)`;
}

/** Until every job is done that is due by now; those that other tests ask for meanwhile are theirs. */
export async function jobsDone(): Promise<void> {
  const [newest] = await db().$queryRaw<{ id: bigint }[]>`
    SELECT coalesce(max(id), 0)::bigint AS id FROM graphile_worker.jobs`;
  await expect
    .poll(
      async () => {
        const [row] = await db().$queryRaw<{ left: number }[]>`
          SELECT count(*)::int AS left FROM graphile_worker.jobs
           WHERE id <= ${newest?.id ?? 0n}
             AND (attempts < max_attempts AND run_at <= now() OR locked_at IS NOT NULL)`;
        return row?.left;
      },
      { timeout: 20_000 },
    )
    .toBe(0);
}
