import { restrictionBy } from "@/lib/accounts/standing.queries";
import { db } from "@/lib/db/client";
import { restrictionInWords } from "@/lib/policy/standing";
import { type Failure, failure } from "@/lib/result";
import { routes } from "@/lib/routes";
import { statementKey } from "@/lib/statements/key";

/**
 * The refusal of somebody who is banned, with the private link to their statement of reasons, since
 * they can't sign in to read it; null for everybody else.
 */
export async function banOn(user: {
  id: number;
  restrictActionId: number | null;
}): Promise<Failure | null> {
  if (user.restrictActionId === null) return null;
  const standing = await restrictionBy(db(), user.restrictActionId, user.id);
  if (standing?.kind !== "ban") return null;
  const { statementId } = standing;
  const href =
    statementId === null ? null : routes.statementOf(statementId, statementKey(statementId));
  return failure("denied", restrictionInWords(standing), {}, href);
}
