import { withRolesByNow } from "@/lib/accounts/standing.queries";
import { groundIn } from "@/lib/appeals/appeal";
import { readGround } from "@/lib/appeals/grounds.queries";
import { takeBack } from "@/lib/appeals/take-back.commands";
import { inTransaction, type Transaction } from "@/lib/db/client";
import { mayDecideAppeal } from "@/lib/policy/reports";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { failure, type Result, success } from "@/lib/result";
import { routes } from "@/lib/routes";
import { lockPeople } from "@/lib/sanctions/locks.commands";

/**
 * Decides an appeal, once, by another than who acted. Upheld, the action is taken back, or the report
 * opened again, in the same transaction.
 */
export async function decideAppeal(
  actor: Viewer,
  { appealId, upheld, answer }: { appealId: number; upheld: boolean; answer: string },
): Promise<Result> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in first.");
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM appeals WHERE id = ${appealId} FOR NO KEY UPDATE`;
    const appeal = await tx.appeal.findUnique({ where: { id: appealId } });
    const ground = appeal === null ? null : groundIn(appeal);
    const found = ground === null ? null : await readGround(tx, ground);
    if (appeal === null || found === null) return failure("missing", "There is no such appeal.");
    const { personId } = found.view;
    // Before the actor's row is held with others, or two decisions of theirs could wait in a circle.
    if (personId !== null) await lockPeople(tx, [actor.id, personId]);
    const judge = await withRolesByNow(tx, actor);
    const decision = mayDecideAppeal(judge, { ...found.facts, appellantId: appeal.userId });
    if (!decision.allowed) return failure("denied", decision.why);
    if (appeal.decidedAt !== null) {
      const message = "This appeal was decided already. Nothing was done twice.";
      return failure("conflict", message, {}, routes.appeal(appealId, "late"));
    }
    if (upheld && found.stands) {
      const { view, facts } = found;
      const undone =
        "case" in view.against
          ? await reopen(tx, actor, appealId, view.against.case, facts.actedById)
          : await takeBack(tx, actor, view);
      if (!undone.ok) return undone;
    }
    await tx.appeal.update({
      where: { id: appealId },
      data: { upheld, answer, decidedAt: new Date(), decidedById: actor.id },
    });
    return success();
  });
}

/**
 * Opens a dismissed case again, with a note that says who had dismissed it. Where the same post was
 * reported again meanwhile, that newer case waits already, and is enough.
 */
async function reopen(
  tx: Transaction,
  actor: Member,
  appealId: number,
  caseId: number,
  dismissedById: number | null,
): Promise<Result> {
  const before = dismissedById ?? 0;
  const dismisser = await tx.user.findUnique({
    where: { id: before },
    select: { username: true },
  });
  const reopened = await tx.$executeRaw`
    UPDATE report_cases c
       SET decided_at = NULL, decided_by_id = NULL, outcome = NULL, answer = '',
           taken_by_id = NULL, taken_at = NULL
     WHERE c.id = ${caseId} AND c.outcome = 'dismissed'
       AND NOT EXISTS (SELECT 1 FROM report_cases o
                        WHERE o.post_id = c.post_id AND o.decided_at IS NULL)`;
  if (reopened === 0) return success();
  const text = `Open again by appeal ${appealId}. ${dismisser?.username ?? "Somebody"} had dismissed it.`;
  await tx.caseNote.create({ data: { caseId, authorId: actor.id, text } });
  return success();
}
