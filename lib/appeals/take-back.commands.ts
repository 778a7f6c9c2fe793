import type { GroundView } from "@/lib/appeals/view";
import type { Transaction } from "@/lib/db/client";
import { moderateIn } from "@/lib/moderation/commands";
import { moveThreadIn } from "@/lib/moderation/moving.commands";
import { undoMovingIn } from "@/lib/moderation/splitting.commands";
import type { StateVerb } from "@/lib/moderation/verbs";
import type { Member } from "@/lib/policy/viewer";
import { type Result, success } from "@/lib/result";
import { actOnPersonIn } from "@/lib/sanctions/commands";
import { showAllIn } from "@/lib/sanctions/hide-all.commands";
import { withdrawWarningIn } from "@/lib/sanctions/warnings.commands";

/** What everybody may read where something came back. */
const UPHELD = "Upheld on appeal";

/** States of threads and posts, by what ends them. */
const ENDED_BY: Partial<Record<GroundView["kind"], StateVerb>> = {
  hide: "unhide",
  hold: "unhide",
  lock: "unlock",
  off_topic: "on-topic",
  slow: "slow",
};

/** Takes back the action that an appeal was upheld against, in the transaction of the decision. */
export async function takeBack(
  tx: Transaction,
  actor: Member,
  ground: GroundView,
): Promise<Result> {
  const done = await takenBack(tx, actor, ground);
  return done.ok ? success() : done;
}

async function takenBack(
  tx: Transaction,
  actor: Member,
  { against, kind, threadId, postId, personId }: GroundView,
): Promise<Result<unknown>> {
  const action = "action" in against ? against.action : 0;
  if (personId !== null && kind === "warn") {
    return withdrawWarningIn(tx, actor, { actionId: action, note: UPHELD });
  }
  if (personId !== null) return fromPerson(tx, actor, kind, { action, personId });
  if (kind === "merge" || kind === "split")
    return undoMovingIn(tx, actor, { action, note: UPHELD });
  if (kind === "move") return movedBack(tx, actor, action);
  const verb = ENDED_BY[kind];
  const id = postId ?? threadId;
  if (verb === undefined || id === null) return success();
  const target = postId === null ? "thread" : "post";
  return moderateIn(tx, actor, { verb, target, id, reason: UPHELD, minutes: 0 });
}

async function fromPerson(
  tx: Transaction,
  actor: Member,
  kind: GroundView["kind"],
  { action, personId }: { action: number; personId: number },
): Promise<Result<unknown>> {
  if (kind === "hide") return showAllIn(tx, actor, { actionId: action, note: UPHELD });
  if (kind !== "suspend" && kind !== "ban") return success();
  return actOnPersonIn(tx, actor, { verb: "lift", undoes: action, personId, note: UPHELD });
}

async function movedBack(
  tx: Transaction,
  actor: Member,
  actionId: number,
): Promise<Result<unknown>> {
  const { threadId, fromBoardId } = await tx.moderationAction.findUniqueOrThrow({
    where: { id: actionId },
    select: { threadId: true, fromBoardId: true },
  });
  if (threadId === null || fromBoardId === null) return success();
  const back = { toBoardId: fromBoardId, undoesId: actionId, note: UPHELD };
  return moveThreadIn(tx, actor, { id: threadId, ...back });
}
