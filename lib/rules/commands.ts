import { inTransaction, type Transaction } from "@/lib/db/client";
import { mayAdminister } from "@/lib/policy/accounts";
import type { Viewer } from "@/lib/policy/viewer";
import { type Failure, failure, fieldFailure, type Result, success } from "@/lib/result";
import type { Arrangement, RuleInput } from "@/lib/rules/schema";

const MISSING = failure("missing", "There is no such rule.");

/** Adds a rule behind the others. One that says the same already is not added again. */
export async function addRule(actor: Viewer, rule: RuleInput): Promise<Result<{ id: number }>> {
  return asAdmin(actor, async (tx) => {
    const rules = await allRules(tx);
    const same = rules.find((each) => each.retiredAt === null && each.title === rule.title);
    if (same?.text === rule.text) return success({ id: same.id });
    if (same !== undefined) return titleTaken();
    const position = lastPosition(rules) + 1;
    return success(await tx.rule.create({ data: { ...rule, position }, select: { id: true } }));
  });
}

/**
 * Changes what a rule says, from now on: actions that were taken by it keep its title as it was.
 *
 * @param shown what it said when the form was shown: if it says something else now, nothing is saved
 */
export async function changeRule(
  actor: Viewer,
  id: number,
  rule: RuleInput,
  shown: RuleInput,
): Promise<Result> {
  return asAdmin(actor, async (tx) => {
    const rules = await allRules(tx);
    const before = rules.find((each) => each.id === id);
    if (before === undefined) return MISSING;
    if (before.title === rule.title && before.text === rule.text) return success();
    if (before.title !== shown.title || before.text !== shown.text) {
      return failure(
        "conflict",
        `Somebody else changed this rule since you opened it. It now says “${before.title}”. Your words stay here: open the rules in a new tab, and put the two together.`,
      );
    }
    const others = rules.filter((each) => each.id !== id && each.retiredAt === null);
    if (others.some(({ title }) => title === rule.title)) return titleTaken();
    await tx.rule.update({ where: { id }, data: rule });
    return success();
  });
}

/** Moves a rule to a place beside another, retires it, or brings it back behind the others. */
export async function arrangeRule(actor: Viewer, wish: Arrangement): Promise<Result> {
  return asAdmin(actor, async (tx) => {
    const rules = await allRules(tx);
    const rule = rules.find(({ id }) => id === wish.ruleId);
    if (rule === undefined) return MISSING;
    if (wish.verb === "retire") {
      if (rule.retiredAt !== null) return success();
      await tx.rule.update({ where: { id: rule.id }, data: { retiredAt: new Date() } });
      return success();
    }
    if (wish.verb === "restore") return restore(tx, rule, rules);
    return place(tx, rule, { ...wish, verb: wish.verb }, rules);
  });
}

type StoredRule = Awaited<ReturnType<typeof allRules>>[number];

async function restore(
  tx: Transaction,
  { id, title, retiredAt }: StoredRule,
  rules: readonly StoredRule[],
): Promise<Result> {
  if (retiredAt === null) return success();
  if (rules.some((each) => each.retiredAt === null && each.title === title)) {
    return failure("conflict", `There is a rule called “${title}” in force already.`);
  }
  const position = lastPosition(rules) + 1;
  await tx.rule.update({ where: { id }, data: { retiredAt: null, position } });
  return success();
}

/** Gives all rules in force their positions anew: there are few, and old ones may share one. */
async function place(
  tx: Transaction,
  rule: StoredRule,
  { verb, neighbourId }: { verb: "before" | "after"; neighbourId: number },
  rules: readonly StoredRule[],
): Promise<Result> {
  const order = rules.filter(({ id, retiredAt }) => retiredAt === null && id !== rule.id);
  const beside = order.findIndex(({ id }) => id === neighbourId);
  if (rule.retiredAt !== null || beside === -1) {
    return failure("conflict", "The list of rules has changed: please look at it again.");
  }
  order.splice(verb === "before" ? beside : beside + 1, 0, rule);
  for (const [index, { id, position }] of order.entries()) {
    if (position === index + 1) continue;
    await tx.rule.update({ where: { id }, data: { position: index + 1 } });
  }
  return success();
}

function lastPosition(rules: readonly StoredRule[]): number {
  return Math.max(0, ...rules.map(({ position }) => position));
}

function allRules(tx: Transaction) {
  return tx.rule.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, title: true, text: true, position: true, retiredAt: true },
  });
}

function titleTaken(): Failure {
  return fieldFailure("conflict", "title", "There is a rule of this name already.");
}

/**
 * Runs an admin's work on the list of rules, one after the other. The session may be older than a
 * dismissal: whoever is no admin any more by now is refused.
 */
async function asAdmin<Value>(
  actor: Viewer,
  work: (tx: Transaction) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const decision = mayAdminister(actor);
  if (!decision.allowed) return failure(actor.signedIn ? "denied" : "signed-out", decision.why);
  const actorId = actor.signedIn ? actor.id : 0;
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('the rules of the forum', 0))`;
    const still = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM users WHERE id = ${actorId} AND role = 'admin' FOR SHARE`;
    if (still.length === 0) return failure("denied", "You are no admin of this forum any more.");
    return work(tx);
  });
}
