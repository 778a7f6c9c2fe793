import { withRolesByNow } from "@/lib/accounts/standing.queries";
import { inTransaction, type Transaction } from "@/lib/db/client";
import { lockPostAndThread } from "@/lib/db/locks";
import { moderateIn } from "@/lib/moderation/commands";
import { recordAction } from "@/lib/moderation/record.commands";
import { mayJudge } from "@/lib/policy/reports";
import type { Member, Viewer } from "@/lib/policy/viewer";
import type { HeldInput } from "@/lib/reports/schema";
import { failure, type Result, success } from "@/lib/result";
import { titleOfRule } from "@/lib/rules/reason.queries";
import { tell } from "@/lib/statements/tell.commands";

const MISSING = failure("missing", "There is nothing here that you could decide on.");
const DECIDED = failure(
  "conflict",
  "Somebody else decided on this already. Nothing was done twice.",
);

/** Everybody may read it where the approval is logged. */
const APPROVED = "Read and approved";

/**
 * Decides on what an automatic rule holds: shows it to everybody, or keeps it hidden by a rule of the
 * forum. Once: whoever comes second is told so.
 */
export async function decideHeld(actor: Viewer, input: HeldInput): Promise<Result> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in first.");
  return inTransaction(async (tx) => {
    await lockPostAndThread(tx, input.post);
    const held = await heldPost(tx, input.post);
    if (held === null) return MISSING;
    const { authorId, parentId, threadId, thread } = held;
    const decision = mayJudge(await withRolesByNow(tx, actor), {
      authorId,
      boardId: thread.boardId,
    });
    if (!decision.allowed) return failure("denied", decision.why);
    const hiding = parentId === null ? thread.hideAction : held.hideAction;
    if (hiding?.kind !== "hold") return DECIDED;
    if (input.outcome === "keep") return keep(tx, actor, held, input);
    const opening = parentId === null;
    const shown = await moderateIn(tx, actor, {
      verb: "unhide",
      target: opening ? "thread" : "post",
      id: opening ? threadId : held.id,
      reason: APPROVED,
    });
    return shown.ok ? success() : shown;
  });
}

type HeldPost = NonNullable<Awaited<ReturnType<typeof heldPost>>>;

function heldPost(tx: Transaction, postId: number) {
  return tx.post.findUnique({
    where: { id: postId },
    select: {
      ...{ id: true, authorId: true, parentId: true, threadId: true },
      hideAction: { select: { kind: true } },
      thread: { select: { boardId: true, hideAction: { select: { kind: true } } } },
    },
  });
}

/** It stays hidden all the while: a moderator's action takes the place of the automatic one. */
async function keep(
  tx: Transaction,
  actor: Member,
  { id, authorId, parentId, threadId }: HeldPost,
  { rule: ruleId, note }: Extract<HeldInput, { outcome: "keep" }>,
): Promise<Result> {
  const reason = await titleOfRule(tx, ruleId);
  if (!reason.ok) return reason;
  const opening = parentId === null;
  const hideActionId = await recordAction(tx, {
    kind: "hide",
    actorId: actor.id,
    on: { threadId, postId: opening ? null : id },
    ...{ ruleId, reason: reason.value, note, touched: 1 },
  });
  if (opening) await tx.thread.update({ where: { id: threadId }, data: { hideActionId } });
  else await tx.post.update({ where: { id }, data: { hideActionId } });
  await tell(tx, { actionId: hideActionId, actorId: actor.id }, [
    { userId: authorId, role: "author" },
  ]);
  return success();
}
