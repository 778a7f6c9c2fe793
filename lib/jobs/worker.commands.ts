import { setTimeout as sleep } from "node:timers/promises";
import { Logger, parseCronItems, run, type TaskList } from "graphile-worker";
import pg from "pg";
import { poolFor } from "@/lib/db/pool";
import { doJob, HANDLERS, type Handlers } from "@/lib/jobs/handlers.commands";
import { JOBS, type JobKind, SCHEDULE } from "@/lib/jobs/schema";

/** Jobs done at the same time: most wait for a mail server or for PostgreSQL. */
const AT_ONCE = 4;

/** Of what the library has to say, that which went wrong. */
const FAULTS_ONLY = new Logger(() => (level, message) => {
  if (level === "error") console.log(`Job: ${message.split("\n")[0]}`);
});

/** Says nothing: for tests of what goes wrong. */
export const QUIET = new Logger(() => () => {});

/** How often one that waits looks whether the one that works is gone (milliseconds). */
const STANDBY = 2_000;

/**
 * Does jobs until it is told to stop; then it finishes those that it has begun. One process of a
 * forum does them at a time, others stand by: whoever begins knows that what is still marked as being
 * done was left by one that died, and takes it up at once.
 *
 * @param url the forum's database
 * @throws when the database is lost: to be started again
 */
export async function work(
  url: string,
  stop: AbortSignal,
  handlers: Handlers = HANDLERS,
): Promise<void> {
  const leader = new pg.Client({ connectionString: url, keepAlive: true });
  const lost = new Promise<never>((_, reject) => {
    leader.on("error", reject);
    leader.on("end", () => reject(new Error("The connection to the database ended.")));
  });
  lost.catch(() => {});
  await leader.connect();
  try {
    if (!(await Promise.race([becomeLeader(leader, stop), lost]))) return;
    await takeUpWhatWasLeft(leader);
    await doJobs(url, stop, handlers, lost);
  } finally {
    await leader.end().catch(() => {});
  }
}

async function becomeLeader(leader: pg.Client, stop: AbortSignal): Promise<boolean> {
  while (!stop.aborted) {
    const { rows } = await leader.query<{ mine: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended('rejoinder-jobs', 0)) AS mine",
    );
    if (rows[0]?.mine) return true;
    await sleep(STANDBY, undefined, { signal: stop }).catch(() => {});
  }
  return false;
}

async function takeUpWhatWasLeft(leader: pg.Client): Promise<void> {
  await leader.query(`
    SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
      FROM graphile_worker.jobs WHERE locked_by IS NOT NULL`);
}

async function doJobs(
  url: string,
  stop: AbortSignal,
  handlers: Handlers,
  lost: Promise<never>,
): Promise<void> {
  const pool = poolFor(url, AT_ONCE + 2);
  const runner = await run({
    pgPool: pool,
    concurrency: AT_ONCE,
    noHandleSignals: true,
    logger: FAULTS_ONLY,
    taskList: taskList(handlers),
    parsedCronItems: parseCronItems(
      SCHEDULE.map(({ kind, at, madeUpFor }) => ({
        task: kind,
        match: at,
        options: { backfillPeriod: madeUpFor },
      })),
    ),
  });
  const end = () => void runner.stop().catch(() => {});
  stop.addEventListener("abort", end, { once: true });
  if (stop.aborted) end();
  try {
    await Promise.race([runner.promise, lost]);
  } catch (error) {
    await runner.kill().catch(() => {});
    throw error;
  } finally {
    await pool.end().catch(() => {});
  }
}

/** As the library wants it: what to do for each kind. */
export function taskList(handlers: Handlers): TaskList {
  return Object.fromEntries(
    Object.keys(JOBS).map((kind) => [
      kind,
      (payload: unknown) => doJob(handlers, kind as JobKind, withoutCron(payload)),
    ]),
  );
}

/** What the schedule adds to a payload is the library's own. */
function withoutCron(payload: unknown): unknown {
  if (typeof payload !== "object" || payload === null) return payload;
  const { _cron, ...rest } = payload as Record<string, unknown>;
  return rest;
}
