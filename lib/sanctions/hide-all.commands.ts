import { withRolesByNow } from "@/lib/accounts/standing.queries";
import { inTransaction, type Transaction } from "@/lib/db/client";
import { recordAction } from "@/lib/moderation/record.commands";
import { SIGN_IN_TO_MODERATE } from "@/lib/moderation/refusals";
import { mayHideAll } from "@/lib/policy/people";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { failure, type Result, success } from "@/lib/result";
import { titleOfRule } from "@/lib/rules/reason.queries";
import {
  countShown,
  everythingAction,
  newestEverything,
  threadsLeft,
} from "@/lib/sanctions/hide-all.queries";
import { lockPeople } from "@/lib/sanctions/locks.commands";
import { personFacts } from "@/lib/sanctions/people.queries";
import { NOBODY_HERE } from "@/lib/sanctions/refusals";
import { tell } from "@/lib/statements/tell.commands";

/** The action by which all that somebody wrote is hidden; null where there was nothing to hide. */
export interface EverythingBegun {
  username: string;
  actionId: number | null;
}

/**
 * Records that all that a person wrote is hidden, and tells them; what it hides is then hidden thread
 * by thread, by `goOnWithEverything`, so that nobody waits long for one lock and a server that is
 * killed can go on. Where such an action is under way already, it is that one that goes on.
 */
export async function hideAll(
  viewer: Viewer,
  input: { personId: number; ruleId: number; note: string },
): Promise<Result<EverythingBegun>> {
  if (!viewer.signedIn) return SIGN_IN_TO_MODERATE;
  return inTransaction(async (tx) => {
    const allowed = await whomToHide(tx, viewer, input.personId);
    if (!allowed.ok) return allowed;
    const { id, username } = allowed.value;
    const before = await newestEverything(tx, id);
    if (before !== null && !before.undone && (await threadsLeft(before, tx)).length > 0) {
      return success({ username, actionId: before.id });
    }
    const touched = await countShown(tx, id);
    if (touched === 0) return success({ username, actionId: null });
    const reason = await titleOfRule(tx, input.ruleId);
    if (!reason.ok) return reason;
    const { ruleId, note } = input;
    const actionId = await recordAction(tx, {
      ...{ kind: "hide", actorId: viewer.id, on: { userId: id }, branch: true, touched },
      ...{ ruleId, reason: reason.value, note },
    });
    await tell(tx, { actionId, actorId: viewer.id }, [{ userId: id, role: "person" }]);
    return success({ username, actionId });
  });
}

/**
 * Records that such an action is taken back: what it hid, and nothing else, is then shown again by
 * `goOnWithEverything`. Done twice, it is done once.
 */
export async function showAll(
  viewer: Viewer,
  input: { actionId: number; note: string },
): Promise<Result<EverythingBegun>> {
  if (!viewer.signedIn) return SIGN_IN_TO_MODERATE;
  return inTransaction((tx) => showAllIn(tx, viewer, input));
}

/** The same as a part of a larger transaction, such as the decision about an appeal. */
export async function showAllIn(
  tx: Transaction,
  viewer: Member,
  { actionId, note }: { actionId: number; note: string },
): Promise<Result<EverythingBegun>> {
  const found = await everythingAction(tx, actionId);
  if (found === null) return NOBODY_HERE;
  const allowed = await whomToHide(tx, viewer, found.personId);
  if (!allowed.ok) return allowed;
  const { id, username } = allowed.value;
  const action = await everythingAction(tx, actionId);
  if (action === null || action.undone) return success({ username, actionId });
  const undoingId = await recordAction(tx, {
    ...{ kind: "unhide", actorId: viewer.id, on: { userId: id }, branch: true },
    ...{ reason: action.reason, note, undoesId: action.id },
  });
  await tell(tx, { actionId: undoingId, actorId: viewer.id }, [{ userId: id, role: "person" }]);
  return success({ username, actionId });
}

/** The person, locked, if the viewer may hide all that they wrote, or show it again. */
async function whomToHide(
  tx: Transaction,
  viewer: Member,
  personId: number,
): Promise<Result<{ id: number; username: string }>> {
  await lockPeople(tx, [viewer.id, personId]);
  const actor = await withRolesByNow(tx, viewer);
  const person = await personFacts(actor, personId, tx);
  if (person === null) return NOBODY_HERE;
  const decision = mayHideAll(actor, person);
  return decision.allowed ? success(person) : failure("denied", decision.why);
}
