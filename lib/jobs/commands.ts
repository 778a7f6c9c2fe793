import type { Statements } from "@/lib/db/client";
import type { JobKind, JobPayload } from "@/lib/jobs/schema";

export interface JobOptions {
  /**
   * Jobs of one key that wait at the same time are one: the latest payload counts. One that is being
   * done is not stopped, and the new one follows it.
   */
  key?: string;
  /** Not before this moment. */
  runAt?: Date;
  /** Jobs of one queue are done one after the other, so that slow ones leave room for others. */
  queue?: string;
}

/**
 * Asks for a job inside the transaction of its cause: it is there if and only if that is. It is done
 * soon after, by whichever worker is free; should that fail or die, it is done again, so what it does
 * must bear being done twice.
 */
export async function enqueue<Kind extends JobKind>(
  tx: Statements,
  kind: Kind,
  payload: JobPayload<Kind>,
  { key, runAt, queue }: JobOptions = {},
): Promise<void> {
  await tx.$executeRaw`
    SELECT FROM graphile_worker.add_job(
      identifier => ${kind as string}::text,
      payload => ${JSON.stringify(payload)}::text::json,
      queue_name => ${queue ?? null}::text,
      run_at => ${runAt?.toISOString() ?? null}::text::timestamptz,
      job_key => ${key ?? null}::text)`;
}
