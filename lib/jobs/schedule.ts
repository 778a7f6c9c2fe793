import type { JobKind } from "@/lib/jobs/schema";

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
];
