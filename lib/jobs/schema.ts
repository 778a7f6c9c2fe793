import { z } from "zod";

/** A row's id in a payload; those of PostgreSQL's integer columns. */
const id = z.int().positive();

/**
 * Every kind of job, with what it is told. A job names rows and never repeats what stands in them:
 * whoever does it reads them anew, as they are by then.
 */
export const JOBS = {
  /** Makes one mail's text and hands it over. */
  "send-mail": z.object({ mail: id }),
  /** Writes to whoever has this address, if anybody has: asked for by somebody who may not know. */
  "find-addressee": z.object({
    address: z.string(),
    wish: z.enum(["reset", "sign-in"]),
    /** Of the form: sent twice, it is one wish. */
    key: z.string(),
  }),
  /** Takes away what is too old to be of use. */
  "sweep-mail": z.object({}),
  /** Writes mails of those notices that are to be mailed at once; asked for by the database itself. */
  "mail-notices": z.object({ notices: z.array(id) }),
  /** Writes the digests for which it is time. */
  "write-digests": z.object({}),
  /** Tells whom they concern of posts that everybody can see from now on. */
  "tell-of-posts": z.object({ posts: z.array(id) }),
  /** Tells those whom an edit calls or quotes anew. */
  "tell-of-edit": z.object({ revision: id }),
  /** Takes up what was written since the last time: words to suggest, related threads. */
  "catch-up-search": z.object({}),
  /** Has those notices pushed that are to be; asked for by the database itself. */
  "push-notices": z.object({ notices: z.array(id) }),
  /** Hands pushes to the push services of their devices. */
  "send-pushes": z.object({ pushes: z.array(id) }),
  /** Takes away pushes of long ago, and devices that can't be told any more. */
  "sweep-pushes": z.object({}),
} as const satisfies Record<string, z.ZodType>;

export type JobKind = keyof typeof JOBS;

export type JobPayload<Kind extends JobKind> = z.infer<(typeof JOBS)[Kind]>;

/** A job without a payload that comes again and again. */
export interface Scheduled {
  kind: JobKind;
  /** When, as cron writes it: minute, hour, day, month, day of the week; UTC. */
  at: string;
  /** One that was missed while no worker ran is made up for, if it is not older (milliseconds). */
  madeUpFor: number;
}

const DAY = 24 * 60 * 60 * 1000;

export const SCHEDULE: readonly Scheduled[] = [
  { kind: "write-digests", at: "7 * * * *", madeUpFor: DAY },
  { kind: "sweep-mail", at: "17 4 * * *", madeUpFor: 7 * DAY },
  { kind: "catch-up-search", at: "* * * * *", madeUpFor: 0 },
  { kind: "sweep-pushes", at: "37 4 * * *", madeUpFor: 7 * DAY },
];
