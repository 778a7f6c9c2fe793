import type { Statements } from "@/lib/db/client";

/**
 * Locks the rows of people for the rest of the transaction, in the order of their ids, so that two who
 * act on each other don't wait in a circle. It waits for writes of theirs that are under way: those hold
 * their author's row (lib/accounts/standing.queries.ts).
 */
export async function lockPeople(tx: Statements, ids: readonly number[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM users WHERE id = ANY(${[...ids]}::int[]) ORDER BY id FOR UPDATE`;
}
