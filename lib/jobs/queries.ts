import { db } from "@/lib/db/client";
import { maySeeJobs } from "@/lib/policy/mail";
import type { Viewer } from "@/lib/policy/viewer";

/** More that failed have one cause, and are not read one by one. */
export const JOBS_SHOWN = 100;

/** A job that was tried so often that it is not tried any more. */
export interface FailedJob {
  id: string;
  kind: string;
  attempts: number;
  createdAt: Date;
  lastTriedAt: Date;
  /** What went wrong the last time. */
  problem: string;
}

export interface FailedJobs {
  jobs: FailedJob[];
  /** Of all kinds: how many wait to be done, or to be tried again. */
  waiting: number;
  total: number;
}

/** The jobs that were given up, the newest first; null for who may not see them. */
export async function failedJobs(viewer: Viewer): Promise<FailedJobs | null> {
  if (!maySeeJobs(viewer).allowed) return null;
  const jobs = await db().$queryRaw<FailedJob[]>`
    SELECT id::text AS id, task_identifier AS kind, attempts::int AS attempts,
           created_at AS "createdAt", updated_at AS "lastTriedAt", last_error AS problem
      FROM graphile_worker.jobs
     WHERE attempts >= max_attempts AND locked_at IS NULL AND last_error IS NOT NULL
     ORDER BY graphile_worker.jobs.id DESC LIMIT ${JOBS_SHOWN}`;
  const [counts] = await db().$queryRaw<{ waiting: number; total: number }[]>`
    SELECT count(*) FILTER (WHERE attempts < max_attempts)::int AS waiting,
           count(*) FILTER (WHERE attempts >= max_attempts AND locked_at IS NULL
                              AND last_error IS NOT NULL)::int AS total
      FROM graphile_worker.jobs`;
  return { jobs, waiting: counts?.waiting ?? 0, total: counts?.total ?? 0 };
}
