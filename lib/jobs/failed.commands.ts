import { db } from "@/lib/db/client";
import { maySeeJobs } from "@/lib/policy/mail";
import type { Viewer } from "@/lib/policy/viewer";
import { failure, type Result, success } from "@/lib/result";

/** Has jobs that were given up done after all: all of them at once, for what was wrong was one thing. */
export async function tryJobsAgain(actor: Viewer): Promise<Result<{ count: number }>> {
  const may = maySeeJobs(actor);
  if (!may.allowed) return failure(actor.signedIn ? "denied" : "signed-out", may.why);
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM graphile_worker.reschedule_jobs(
      ARRAY(SELECT id FROM graphile_worker.jobs
             WHERE attempts >= max_attempts AND locked_at IS NULL AND last_error IS NOT NULL),
      run_at => now(), attempts => 0)`;
  return success({ count: row?.count ?? 0 });
}
