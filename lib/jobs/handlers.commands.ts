import { findAddressee } from "@/lib/accounts/forgotten.commands";
import type { JobKind, JobPayload } from "@/lib/jobs/schema";
import { JOBS } from "@/lib/jobs/schema";
import { writeDigests } from "@/lib/mail/digests.commands";
import { mailNotices } from "@/lib/mail/notices.commands";
import { sendMail } from "@/lib/mail/send.commands";
import { sweepMail } from "@/lib/mail/sweep.commands";
import { newsOfEdit, newsOfPosts } from "@/lib/notices/news.commands";
import { pushNotices } from "@/lib/push/notices.commands";
import { sendPushes } from "@/lib/push/send.commands";
import { sweepPushes } from "@/lib/push/sweep.commands";
import { catchUp } from "@/lib/search/catch-up.commands";

/**
 * Does one kind of job. To throw means to be tried again, later and later; whatever was done by then
 * must bear being done again.
 */
export type Handler<Kind extends JobKind> = (payload: JobPayload<Kind>) => Promise<void>;

export type Handlers = { [Kind in JobKind]: Handler<Kind> };

/** Who does which job. */
export const HANDLERS: Handlers = {
  "send-mail": sendMail,
  "find-addressee": findAddressee,
  "sweep-mail": () => sweepMail(),
  "mail-notices": mailNotices,
  "write-digests": () => writeDigests(),
  "tell-of-posts": ({ posts }) => newsOfPosts(posts),
  "tell-of-edit": ({ revision }) => newsOfEdit(revision),
  "catch-up-search": catchUp,
  "push-notices": pushNotices,
  "send-pushes": sendPushes,
  "sweep-pushes": () => sweepPushes(),
};

/** Does a job as the queue has it: a payload that its kind does not know fails with what is wrong. */
export async function doJob<Kind extends JobKind>(
  handlers: Handlers,
  kind: Kind,
  payload: unknown,
): Promise<void> {
  await handlers[kind](JOBS[kind].parse(payload) as JobPayload<Kind>);
}
