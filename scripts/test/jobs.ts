// Doing the jobs that wait, in the process of a test.
import { runTaskListOnce } from "graphile-worker";
import { pool } from "@/lib/db/pool";
import { HANDLERS, type Handlers } from "@/lib/jobs/handlers.commands";
import { QUIET, taskList } from "@/lib/jobs/worker.commands";

/** Does every job that is due, and those that they ask for, until none is. What fails is tried once. */
export async function doDueJobs(handlers: Handlers = HANDLERS): Promise<void> {
  const client = await pool().connect();
  try {
    await runTaskListOnce({ logger: QUIET }, taskList(handlers), client);
  } finally {
    client.release();
  }
}

export interface WaitingJob {
  kind: string;
  payload: Record<string, unknown>;
  attempts: number;
  lastError: string | null;
  runAt: Date;
}

/** All jobs that are not done, the oldest first. */
export async function waitingJobs(): Promise<WaitingJob[]> {
  const { rows } = await pool().query<WaitingJob>(`
    SELECT t.identifier AS kind, j.payload, j.attempts, j.last_error AS "lastError",
           j.run_at AS "runAt"
      FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     ORDER BY j.id`);
  return rows;
}

/** As time does: jobs that wait to be tried again are due now. */
export async function laterForJobs(): Promise<void> {
  await pool().query(
    "UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()",
  );
}
