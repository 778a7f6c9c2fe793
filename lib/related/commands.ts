import { inTransaction, type Transaction } from "@/lib/db/client";
import { type Candidate, candidatesFor } from "@/lib/related/candidates.queries";
import { MOST_RELATED } from "@/lib/related/reason";

/**
 * Finds the threads that are related to one, and names it under those in turn where it is nearer to them
 * than what is named there. Not in anybody's way: a job does it after a thread is opened or changed.
 * Done twice, it changes nothing more; pages change only where their list does.
 */
export async function findRelated(threadId: number): Promise<void> {
  await inTransaction(async (tx) => {
    // Two that find each other at the same moment would count the same room twice.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('related-threads', 0))`;
    const candidates = await candidatesFor(tx, threadId);
    const named = candidates.slice(0, MOST_RELATED);
    await keep(tx, threadId, named);
    for (const { relatedId, reason, weight } of named) {
      // A site alone is no reason to change what stands under older threads.
      if (reason === "same site") continue;
      const there = await tx.relatedThread.findMany({ where: { threadId: relatedId } });
      const others = there.filter((each) => each.relatedId !== threadId) as Candidate[];
      await keep(tx, relatedId, best([...others, { relatedId: threadId, reason, weight }]));
    }
  });
}

function best(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort((a, b) => b.weight - a.weight || b.relatedId - a.relatedId);
  return sorted.slice(0, MOST_RELATED);
}

/** Makes the list what is given, touching only rows that differ: each that is touched is a new page. */
async function keep(tx: Transaction, threadId: number, named: readonly Candidate[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM related_threads
     WHERE thread_id = ${threadId} AND NOT related_id = ANY(${named.map((each) => each.relatedId)}::int[])`;
  for (const { relatedId, reason, weight } of named) {
    await tx.$executeRaw`
      INSERT INTO related_threads AS known (thread_id, related_id, reason, weight)
      VALUES (${threadId}, ${relatedId}, ${reason}, ${weight})
      ON CONFLICT (thread_id, related_id) DO UPDATE SET reason = excluded.reason, weight = excluded.weight
       WHERE (known.reason, known.weight) IS DISTINCT FROM (excluded.reason, excluded.weight)`;
  }
}
