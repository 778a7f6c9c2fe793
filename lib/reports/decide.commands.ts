import type { Transaction } from "@/lib/db/client";
import { moderateIn } from "@/lib/moderation/commands";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { actionsSince } from "@/lib/reports/actions-since.queries";
import { decidedFirst, type LockedCase, onCase } from "@/lib/reports/cases.commands";
import type { DecisionInput } from "@/lib/reports/schema";
import { fieldFailure, type Result, success } from "@/lib/result";

/**
 * Decides a case: hides what was reported, closes the case with an action that was taken already, or
 * dismisses the reports. Once: whoever comes second is told so, and nothing happens twice.
 */
export async function decideCase(actor: Viewer, input: DecisionInput): Promise<Result> {
  return onCase(actor, input.case, async (tx, found, member) => {
    if (found.decidedAt !== null) return decidedFirst(found.id);
    const action = await actionOf(tx, found, member, input);
    if (!action.ok) return action;
    await tx.reportCase.update({
      where: { id: found.id },
      data: {
        outcome: input.outcome === "dismissed" ? "dismissed" : "acted",
        actionId: action.value,
        answer: input.answer,
        decidedAt: new Date(),
        decidedById: member.id,
      },
    });
    return success();
  });
}

/** The action that is the outcome of a case, taken if need be; null where the case is dismissed. */
async function actionOf(
  tx: Transaction,
  found: LockedCase,
  member: Member,
  input: DecisionInput,
): Promise<Result<number | null>> {
  if (input.outcome === "dismissed") return success(null);
  if (input.outcome === "hide") return hide(tx, found, member, input);
  const { postId, openedAt, post } = found;
  const { threadId, authorId } = post;
  const actions = await actionsSince({ postId, threadId, authorId, openedAt }, tx);
  if (actions.some(({ id }) => id === input.action)) return success(input.action);
  const message = "This action is not about what was reported. Please choose another one.";
  return fieldFailure("invalid", "action", message);
}

/** Hides the post, or by an opening post the thread. What is hidden already stays as it is. */
async function hide(
  tx: Transaction,
  { postId, post }: LockedCase,
  member: Member,
  { rule: ruleId, note }: Extract<DecisionInput, { outcome: "hide" }>,
): Promise<Result<number | null>> {
  const opening = post.parentId === null;
  const hidden = await moderateIn(tx, member, {
    verb: "hide",
    target: opening ? "thread" : "post",
    id: opening ? post.threadId : postId,
    ...{ ruleId, note, basis: "report" as const },
  });
  if (!hidden.ok) return hidden;
  const now = await tx.post.findUniqueOrThrow({
    where: { id: postId },
    select: { hideActionId: true, thread: { select: { hideActionId: true } } },
  });
  return success(opening ? now.thread.hideActionId : now.hideActionId);
}
