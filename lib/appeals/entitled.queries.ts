import { appealUntil, type Ground, isAppealable } from "@/lib/appeals/appeal";
import { type DecisionFacts, readGround } from "@/lib/appeals/grounds.queries";
import type { NewAppeal } from "@/lib/appeals/view";
import { db, type Transaction } from "@/lib/db/client";
import { isStatementKey } from "@/lib/statements/key";

/** Who appeals: a member, or somebody banned who has the key of their statement. */
export interface Appellant {
  id: number;
}

/** A statement of reasons with its key, as the private link of a banned person has them. */
export interface KeyedStatement {
  statement: number;
  key: string;
}

/**
 * To whom a statement was made, and of which action; for whoever has its key, which a banned person is
 * given, since they can't sign in any more. Null for a wrong key.
 */
export async function statementByKey({
  statement: id,
  key,
}: KeyedStatement): Promise<{ appellant: Appellant; against: Ground } | null> {
  if (!isStatementKey(id, key)) return null;
  const found = await db().statement.findUnique({
    where: { id },
    select: { userId: true, actionId: true },
  });
  if (found === null) return null;
  return { appellant: { id: found.userId }, against: { action: found.actionId } };
}

/**
 * Whether somebody may appeal against a decision: whoever was told of an action by a statement of
 * reasons, or reported what was dismissed; for six months, and once.
 *
 * @returns null where the decision does not concern them, as where there is none
 */
export async function newAppealOf(
  appellant: Appellant,
  against: Ground,
  now: Date,
  client: Transaction = db(),
): Promise<NewAppeal | null> {
  const found = await readGround(client, against);
  if (found === null) return null;
  const told = await toldOf(client, appellant.id, found);
  if (told === null) return null;
  const before = await client.appeal.findFirst({
    where: {
      userId: appellant.id,
      ...("action" in against ? { actionId: against.action } : { caseId: against.case }),
    },
    select: { id: true },
  });
  if (before !== null) return { found: "appealed", appealId: before.id };
  if (!found.stands) return refused("Nothing stands that you could appeal against.");
  const until = appealUntil(found.view.at);
  if (now >= until) return refused("This was decided more than six months ago.");
  return { found: "form", ground: { ...found.view, note: told.note }, until };
}

const refused = (why: string) => ({ found: "refused" as const, why });

/** What a member was told of a decision; null for who has nothing to do with it. */
async function toldOf(
  client: Transaction,
  userId: number,
  { view }: DecisionFacts,
): Promise<{ note: string } | null> {
  const { against, kind, note } = view;
  if ("case" in against) {
    const report = await client.report.findFirst({
      where: { caseId: against.case, reporterId: userId },
      select: { id: true },
    });
    return report === null ? null : { note };
  }
  if (kind === "dismissed" || !isAppealable(kind)) return null;
  const statement = await client.statement.findUnique({
    where: { actionId_userId: { actionId: against.action, userId } },
    select: { role: true },
  });
  if (statement === null) return null;
  // What the author was told is not for those who quoted it.
  return { note: statement.role === "quoter" ? "" : note };
}
