import type { Transaction } from "@/lib/db/client";
import { fieldFailure, type Result, success } from "@/lib/result";

/**
 * The title of a rule that is in force: what everybody may read of an action taken by it.
 *
 * @param field the form's field that names the rule, for the message beside it
 */
export async function titleOfRule(
  tx: Transaction,
  ruleId: number,
  field = "rule",
): Promise<Result<string>> {
  const rule = await tx.rule.findUnique({
    where: { id: ruleId, retiredAt: null },
    select: { title: true },
  });
  if (rule !== null) return success(rule.title);
  const message = "This rule is not in force any more. Please choose another one.";
  return fieldFailure("invalid", field, message);
}

/** What everybody may read of why something was done: the rule's title, or the words given instead. */
export async function statedReason(
  tx: Transaction,
  { ruleId, reason = "" }: { ruleId?: number; reason?: string },
): Promise<Result<string>> {
  return ruleId === undefined ? success(reason) : titleOfRule(tx, ruleId);
}
