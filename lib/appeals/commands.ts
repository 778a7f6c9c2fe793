import type { Ground } from "@/lib/appeals/appeal";
import {
  type Appellant,
  type KeyedStatement,
  newAppealOf,
  statementByKey,
} from "@/lib/appeals/entitled.queries";
import { inTransaction, isUniqueViolation } from "@/lib/db/client";
import type { Viewer } from "@/lib/policy/viewer";
import { failure, type Result, success } from "@/lib/result";

/** Appeals against a decision, once: sent again, it leads to the appeal that was made. */
export async function fileAppeal(
  actor: Viewer,
  { against, text, now }: { against: Ground; text: string; now: Date },
): Promise<Result<{ appealId: number }>> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in first.");
  return appealOf(actor, { against, text, now });
}

const NOTHING = failure("missing", "There is nothing that you could appeal against.");

/** The same by whoever has the key of a statement: somebody banned can't sign in to appeal. */
export async function fileAppealByKey({
  text,
  now,
  ...keyed
}: KeyedStatement & { text: string; now: Date }): Promise<Result<{ appealId: number }>> {
  const found = await statementByKey(keyed);
  if (found === null) return NOTHING;
  return appealOf(found.appellant, { against: found.against, text, now });
}

async function appealOf(
  appellant: Appellant,
  { against, text, now }: { against: Ground; text: string; now: Date },
): Promise<Result<{ appealId: number }>> {
  const file = () =>
    inTransaction(async (tx) => {
      const may = await newAppealOf(appellant, against, now, tx);
      if (may === null) return NOTHING;
      if (may.found === "appealed") return success({ appealId: may.appealId });
      if (may.found === "refused") return failure("denied", may.why);
      const on = "action" in against ? { actionId: against.action } : { caseId: against.case };
      const { id } = await tx.appeal.create({
        data: { ...on, userId: appellant.id, text },
        select: { id: true },
      });
      return success({ appealId: id });
    });
  try {
    return await file();
  } catch (error) {
    // The same form at the same moment: the other one made the appeal.
    if (!isUniqueViolation(error)) throw error;
    return file();
  }
}
