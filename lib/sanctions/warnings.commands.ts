import { withRolesByNow } from "@/lib/accounts/standing.queries";
import { inTransaction, type Transaction } from "@/lib/db/client";
import { recordAction } from "@/lib/moderation/record.commands";
import { SIGN_IN_TO_MODERATE } from "@/lib/moderation/refusals";
import { mayWithdrawWarning } from "@/lib/policy/people";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { failure, type Result, success } from "@/lib/result";
import { lockPeople } from "@/lib/sanctions/locks.commands";
import { personFacts } from "@/lib/sanctions/people.queries";
import { NOBODY_HERE } from "@/lib/sanctions/refusals";
import { tell } from "@/lib/statements/tell.commands";

/** Which warning is taken back, and what the person is told. */
interface Withdrawal {
  actionId: number;
  note: string;
}

/**
 * Takes a warning back: an action says so, and the person is told. Done twice, it is done once.
 *
 * @returns whose it was
 */
export async function withdrawWarning(
  viewer: Viewer,
  withdrawal: Withdrawal,
): Promise<Result<{ username: string }>> {
  if (!viewer.signedIn) return SIGN_IN_TO_MODERATE;
  return inTransaction((tx) => withdrawWarningIn(tx, viewer, withdrawal));
}

/** The same as a part of a larger transaction, such as the decision that it was wrong. */
export async function withdrawWarningIn(
  tx: Transaction,
  viewer: Member,
  { actionId, note }: Withdrawal,
): Promise<Result<{ username: string }>> {
  const warned = await tx.moderationAction.findUnique({
    where: { id: actionId, kind: "warn" },
    select: { actorId: true, userId: true, ruleId: true, reason: true },
  });
  if (warned?.userId == null) return NOBODY_HERE;
  const { userId, actorId, ruleId, reason } = warned;
  await lockPeople(tx, [viewer.id, userId]);
  const actor = await withRolesByNow(tx, viewer);
  const person = await personFacts(actor, userId, tx);
  if (person === null) return NOBODY_HERE;
  const decision = mayWithdrawWarning(actor, person, { actorId });
  if (!decision.allowed) return failure("denied", decision.why);
  const { username } = person;
  const undone = await tx.moderationAction.count({ where: { undoesId: actionId } });
  if (undone > 0) return success({ username });
  const undoingId = await recordAction(tx, {
    ...{ kind: "lift", actorId: actor.id, on: { userId }, undoesId: actionId },
    ...{ ruleId, reason, note },
  });
  await tell(tx, { actionId: undoingId, actorId: actor.id }, [{ userId, role: "person" }]);
  return success({ username });
}
