import { withRolesByNow } from "@/lib/accounts/standing.queries";
import { inTransaction, type Transaction } from "@/lib/db/client";
import { recordAction } from "@/lib/moderation/record.commands";
import { mayHideAll } from "@/lib/policy/people";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { failure, type Result, success } from "@/lib/result";
import {
  countShown,
  everythingAction,
  newestEverything,
  threadsLeft,
} from "@/lib/sanctions/hide-all.queries";
import { lockPeople } from "@/lib/sanctions/locks.commands";
import { personFacts } from "@/lib/sanctions/people.queries";
import { tell } from "@/lib/statements/tell.commands";

/** The action by which all that somebody wrote is hidden; null where there was nothing to hide. */
export interface EverythingBegun {
  username: string;
  actionId: number | null;
}

const MISSING = failure("missing", "There is nobody here whom you could act on.");
const SIGN_IN = failure("signed-out", "Please sign in to moderate.");

/**
 * Records that all that a person wrote is hidden, and tells them; what it hides is then hidden thread
 * by thread, by `goOnWithEverything`, so that nobody waits long for one lock and a server that is
 * killed can go on. Where such an action is under way already, it is that one that goes on.
 */
export async function hideAll(
  viewer: Viewer,
  input: { personId: number; ruleId: number; note: string },
): Promise<Result<EverythingBegun>> {
  if (!viewer.signedIn) return SIGN_IN;
  return asWhoeverMay(viewer, input.personId, async (tx, actor, { id, username }) => {
    const before = await newestEverything(tx, id);
    if (before !== null && !before.undone && (await threadsLeft(before, tx)).length > 0) {
      return success({ username, actionId: before.id });
    }
    const touched = await countShown(tx, id);
    if (touched === 0) return success({ username, actionId: null });
    const rule = await tx.rule.findUnique({
      where: { id: input.ruleId },
      select: { title: true },
    });
    if (rule === null) {
      const fields = { rule: "There is no such rule any more: please choose another." };
      return failure("invalid", "Please mend what is marked below.", fields);
    }
    const { ruleId, note } = input;
    const actionId = await recordAction(tx, {
      ...{ kind: "hide", actorId: actor.id, on: { userId: id }, branch: true, touched },
      ...{ ruleId, reason: rule.title, note },
    });
    await tell(tx, { actionId, actorId: actor.id }, [{ userId: id, role: "person" }]);
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
  if (!viewer.signedIn) return SIGN_IN;
  const found = await inTransaction((tx) => everythingAction(tx, input.actionId));
  if (found === null) return MISSING;
  return asWhoeverMay(viewer, found.personId, async (tx, actor, { id, username }) => {
    const action = await everythingAction(tx, input.actionId);
    if (action === null || action.undone) return success({ username, actionId: input.actionId });
    const undoingId = await recordAction(tx, {
      ...{ kind: "unhide", actorId: actor.id, on: { userId: id }, branch: true },
      ...{ reason: action.reason, note: input.note, undoesId: action.id },
    });
    await tell(tx, { actionId: undoingId, actorId: actor.id }, [{ userId: id, role: "person" }]);
    return success({ username, actionId: action.id });
  });
}

async function asWhoeverMay(
  viewer: Member,
  personId: number,
  work: (
    tx: Transaction,
    actor: Member,
    person: { id: number; username: string },
  ) => Promise<Result<EverythingBegun>>,
): Promise<Result<EverythingBegun>> {
  return inTransaction(async (tx) => {
    await lockPeople(tx, [viewer.id, personId]);
    const actor = await withRolesByNow(tx, viewer);
    const person = await personFacts(actor, personId, tx);
    if (person === null) return MISSING;
    const decision = mayHideAll(actor, person);
    if (!decision.allowed) return failure("denied", decision.why);
    return work(tx, actor, person);
  });
}
