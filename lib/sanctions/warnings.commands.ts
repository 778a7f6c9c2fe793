import type { Transaction } from "@/lib/db/client";
import { recordAction } from "@/lib/moderation/record.commands";
import { mayWarn } from "@/lib/policy/people";
import type { Member } from "@/lib/policy/viewer";
import { failure, type Result, success } from "@/lib/result";
import { lockPeople } from "@/lib/sanctions/locks.commands";
import { personFacts } from "@/lib/sanctions/people.queries";
import { NOBODY_HERE } from "@/lib/sanctions/refusals";
import { tell } from "@/lib/statements/tell.commands";

/**
 * Takes a warning back, as a part of the decision that it was wrong: an action says so, and the person
 * is told. Done twice, it is done once.
 */
export async function withdrawWarning(
  tx: Transaction,
  actor: Member,
  { actionId, personId, note }: { actionId: number; personId: number; note: string },
): Promise<Result> {
  await lockPeople(tx, [actor.id, personId]);
  const person = await personFacts(actor, personId, tx);
  if (person === null) return NOBODY_HERE;
  const decision = mayWarn(actor, person);
  if (!decision.allowed) return failure("denied", decision.why);
  const warning = await tx.moderationAction.findUnique({
    where: { id: actionId, kind: "warn", userId: personId },
    select: { ruleId: true, reason: true, undoneBy: { select: { id: true }, take: 1 } },
  });
  if (warning === null || warning.undoneBy.length > 0) return success();
  const { ruleId, reason } = warning;
  const undoingId = await recordAction(tx, {
    ...{ kind: "lift", actorId: actor.id, on: { userId: personId }, undoesId: actionId },
    ...{ ruleId, reason, note },
  });
  await tell(tx, { actionId: undoingId, actorId: actor.id }, [
    { userId: personId, role: "person" },
  ]);
  return success();
}
