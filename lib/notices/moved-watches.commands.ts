import type { Statements } from "@/lib/db/client";

/**
 * Whoever watches a thread that is merged into another watches that one from now on; a choice that they
 * made for it stays. In the transaction that merges.
 */
export async function watchMerged(tx: Statements, id: number, into: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO thread_watches (user_id, thread_id, level)
    SELECT user_id, ${into}, level FROM thread_watches
     WHERE thread_id = ${id} AND level = 'watch' ORDER BY user_id
    ON CONFLICT DO NOTHING`;
}
