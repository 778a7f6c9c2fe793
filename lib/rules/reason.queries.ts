import type { Transaction } from "@/lib/db/client";
import { failure, type Result, success } from "@/lib/result";

/** What everybody may read of why something was done: the rule's title, or the words given instead. */
export async function statedReason(
  tx: Transaction,
  { ruleId, reason = "" }: { ruleId?: number; reason?: string },
): Promise<Result<string>> {
  if (ruleId === undefined) return success(reason);
  const rule = await tx.rule.findUnique({
    where: { id: ruleId, retiredAt: null },
    select: { title: true },
  });
  if (rule !== null) return success(rule.title);
  return failure("invalid", "Please mend what is marked below.", {
    rule: "There is no such rule any more: please choose one.",
  });
}
