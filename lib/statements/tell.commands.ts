import type { Transaction } from "@/lib/db/client";
import type { Concerned } from "@/lib/statements/statement";

/**
 * Leaves a statement of reasons (DSA, Art. 17) for whoever an action concerns, in the transaction that
 * takes it: so it is there when the action takes effect. Who acted is told nothing about themselves, and
 * nobody is told twice of one action.
 *
 * @param action the recorded one; its actor is null for an automatic rule
 */
export async function tell(
  tx: Transaction,
  { actionId, actorId }: { actionId: number; actorId: number | null },
  people: readonly Concerned[],
): Promise<void> {
  const others = people.filter(({ userId }) => userId !== actorId);
  if (others.length === 0) return;
  await tx.statement.createMany({
    data: others.map(({ userId, role }) => ({ actionId, userId, role })),
    skipDuplicates: true,
  });
}
