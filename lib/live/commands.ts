import type { Statements } from "@/lib/db/client";
import { pool } from "@/lib/db/pool";
import { PRUNED } from "@/lib/live/changes.queries";
import type { PersonalEvent } from "@/lib/live/event";

/**
 * Tells the open pages of a person, in every web process, that something of theirs is new, once the
 * transaction is committed. It carries no content: pages that hear it ask again for what they show. In
 * SQL the same is `SELECT tell_person(user_id, 'notices')`, for many people at once.
 */
export async function tellPerson(
  tx: Statements,
  userId: number,
  event: PersonalEvent,
): Promise<void> {
  await tx.$executeRaw`SELECT tell_person(${userId}::int, ${event})`;
}

/** For this long a browser that was away is told what it missed; after that it loads the page anew. */
const KEPT_DAYS = 2;

/** Throws away changes that are too old to be asked for. */
export async function pruneChanges(now: Date): Promise<void> {
  const until = new Date(now.getTime() - KEPT_DAYS * 24 * 3_600_000);
  await pool().query(
    `WITH pruned AS (DELETE FROM live_changes WHERE created_at < $1 RETURNING version)
     INSERT INTO settings AS kept (key, value)
     SELECT $2, max(version)::text FROM pruned HAVING count(*) > 0
     ON CONFLICT (key) DO UPDATE
       SET value = greatest(kept.value::bigint, excluded.value::bigint)::text`,
    [until, PRUNED],
  );
}
