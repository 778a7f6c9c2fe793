import { mailLink } from "@/lib/accounts/mail-links.commands";
import { allowMailFrom, allowMailTo } from "@/lib/accounts/rate-limit";
import { inTransaction } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/commands";
import type { JobPayload } from "@/lib/jobs/schema";
import { type Result, success } from "@/lib/result";

/** What somebody who can't sign in asks for: a new password, or a way in without one. */
export interface Forgotten {
  address: string;
  wish: "reset" | "sign-in";
  /** Made anew for each form shown. */
  formKey: string;
}

/**
 * Has a link sent to whoever has this address. The answer is the same, after the same work, whether
 * anybody has: who that is, is looked up by a job.
 *
 * @param from the network address of whoever asks, for the limit
 */
export async function askForLink(
  { address, wish, formKey }: Forgotten,
  from: string,
): Promise<Result> {
  const allowed = await allowMailFrom(from);
  if (!allowed.ok) return allowed;
  const allowedTo = await allowMailTo(address);
  if (!allowedTo.ok) return allowedTo;
  await inTransaction((tx) =>
    enqueue(tx, "find-addressee", { address, wish, key: formKey }, { key: `find:${formKey}` }),
  );
  return success();
}

/** One person may have several accounts with one address: each gets a link of its own. */
const MOST_ACCOUNTS = 10;

/** The job of it: a link to each account whose address this is, as its reader has confirmed. */
export async function findAddressee({
  address,
  wish,
  key,
}: JobPayload<"find-addressee">): Promise<void> {
  await inTransaction(async (tx) => {
    // Sent to the address as it was confirmed, never to the one that was typed.
    const found = await tx.$queryRaw<{ userId: number; email: string }[]>`
      SELECT id AS "userId", email FROM users
       WHERE lower(email) = lower(${address}) AND email_confirmed_at IS NOT NULL
         AND password_hash IS NOT NULL
       ORDER BY id LIMIT ${MOST_ACCOUNTS}`;
    const purpose = wish === "reset" ? "reset" : "sign_in";
    for (const account of found) {
      await mailLink(tx, purpose, account, `${key}:${account.userId}`);
    }
  });
}
