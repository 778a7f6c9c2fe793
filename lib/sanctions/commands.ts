import { withRolesByNow } from "@/lib/accounts/standing.queries";
import { inTransaction, type Transaction } from "@/lib/db/client";
import { recordAction } from "@/lib/moderation/record.commands";
import { SIGN_IN_TO_MODERATE } from "@/lib/moderation/refusals";
import type { Decision } from "@/lib/policy/decision";
import { mayBan, mayLift, maySuspend, mayWarn } from "@/lib/policy/people";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { type Failure, failure, fieldFailure, type Result, success } from "@/lib/result";
import { titleOfRule } from "@/lib/rules/reason.queries";
import { lockPeople } from "@/lib/sanctions/locks.commands";
import { type PersonRow, personFacts } from "@/lib/sanctions/people.queries";
import { NOBODY_HERE } from "@/lib/sanctions/refusals";
import type { PersonVerb } from "@/lib/sanctions/verbs";
import { tell } from "@/lib/statements/tell.commands";

/** Who was acted on. */
export interface ActedOn {
  username: string;
  /** Null where nothing was to do. */
  actionId: number | null;
}

/** What a moderator does to a person. */
export interface PersonInput {
  verb: PersonVerb;
  personId: number;
  /** Unset for `lift`, which goes by the rule of what it takes back. */
  ruleId?: number;
  /** To the person alone. */
  note: string;
  /** When a suspension ends. */
  until?: Date;
  /** Of `lift`: the suspension or ban that is meant, where another one may be in force by now. */
  undoes?: number;
  /** The newest action on the person when the form was shown; 0 where there was none. */
  seen?: number;
  basis?: "own" | "report" | "automatic";
}

const ALLOWS = {
  warn: mayWarn,
  suspend: maySuspend,
  ban: mayBan,
  lift: mayLift,
} as const satisfies Record<PersonVerb, (viewer: Viewer, person: PersonRow) => Decision>;

/**
 * Warns, suspends or bans a person, or lifts what is on them; records who did it, when and why, and
 * tells the person. It holds from the person's next request on; a ban ends all of their sessions. What
 * is so already, and a form sent twice, changes nothing and records nothing.
 */
export async function actOnPerson(viewer: Viewer, input: PersonInput): Promise<Result<ActedOn>> {
  if (!viewer.signedIn) return SIGN_IN_TO_MODERATE;
  return inTransaction((tx) => actOnPersonIn(tx, viewer, input));
}

/** The same as a part of a larger transaction, such as the decision about an appeal. */
export async function actOnPersonIn(
  tx: Transaction,
  viewer: Member,
  input: PersonInput,
): Promise<Result<ActedOn>> {
  // Writes of the person that are under way end first, and those that follow see what is done here.
  await lockPeople(tx, [viewer.id, input.personId]);
  const actor = await withRolesByNow(tx, viewer);
  const person = await personFacts(actor, input.personId, tx);
  if (person === null) return NOBODY_HERE;
  const decision = ALLOWS[input.verb](actor, person);
  if (!decision.allowed) return failure("denied", decision.why);
  const sent = await sentBefore(tx, actor, input);
  if (sent || isSo(person, input)) return done(person, null);
  return input.verb === "lift"
    ? lift(tx, actor, person, input)
    : act(tx, actor, person, { ...input, verb: input.verb });
}

function done({ username }: PersonRow, actionId: number | null): Result<ActedOn> {
  return success({ username, actionId });
}

/** Whether the same form has made an action already: since it was shown, with the same words. */
async function sentBefore(
  tx: Transaction,
  actor: Member,
  { verb, personId, note, seen, ruleId }: PersonInput,
): Promise<boolean> {
  if (seen === undefined) return false;
  const same = { kind: verb, userId: personId, actorId: actor.id, note, id: { gt: seen } };
  const rule = ruleId === undefined ? {} : { ruleId };
  return (await tx.moderationAction.count({ where: { ...same, ...rule } })) > 0;
}

function isSo({ restricted }: PersonRow, { verb, until, undoes }: PersonInput): boolean {
  if (verb === "lift") {
    return restricted === null || restricted.actionId !== (undoes ?? restricted.actionId);
  }
  if (verb === "ban") return restricted?.kind === "ban";
  if (verb !== "suspend" || restricted?.kind !== "suspend") return false;
  return restricted.until?.getTime() === until?.getTime();
}

async function act(
  tx: Transaction,
  actor: Member,
  person: PersonRow,
  { verb, ruleId, note, until, basis }: PersonInput & { verb: Exclude<PersonVerb, "lift"> },
): Promise<Result<ActedOn>> {
  const refusal = refuse(person, verb, until);
  if (refusal !== null) return refusal;
  const reason = await titleOfRule(tx, ruleId ?? 0);
  if (!reason.ok) return reason;
  const actionId = await recordAction(tx, {
    ...{ kind: verb, actorId: actor.id, on: { userId: person.id } },
    ...{ ruleId: ruleId ?? null, reason: reason.value, note, basis: basis ?? "own" },
    until: verb === "suspend" ? (until ?? null) : null,
  });
  await tell(tx, { actionId, actorId: actor.id }, [{ userId: person.id, role: "person" }]);
  if (verb !== "warn") {
    await tx.user.update({ where: { id: person.id }, data: { restrictActionId: actionId } });
  }
  if (verb === "ban") await tx.session.deleteMany({ where: { userId: person.id } });
  return done(person, actionId);
}

function refuse(
  { username, restricted }: PersonRow,
  verb: PersonVerb,
  until: Date | undefined,
): Failure | null {
  if (verb !== "suspend") return null;
  if (until === undefined) {
    return fieldFailure("invalid", "length", "Please choose how long it is to last.");
  }
  if (restricted?.kind !== "ban") return null;
  return failure("conflict", `${username} is banned: lift the ban first.`);
}

async function lift(
  tx: Transaction,
  actor: Member,
  person: PersonRow,
  { note, basis }: PersonInput,
): Promise<Result<ActedOn>> {
  const standing = await tx.moderationAction.findUniqueOrThrow({
    where: { id: person.restricted?.actionId ?? 0 },
    select: { id: true, ruleId: true, reason: true },
  });
  const actionId = await recordAction(tx, {
    ...{ kind: "lift", actorId: actor.id, on: { userId: person.id }, undoesId: standing.id },
    ...{ ruleId: standing.ruleId, reason: standing.reason, note, basis: basis ?? "own" },
  });
  await tell(tx, { actionId, actorId: actor.id }, [{ userId: person.id, role: "person" }]);
  await tx.user.update({ where: { id: person.id }, data: { restrictActionId: null } });
  return done(person, actionId);
}
