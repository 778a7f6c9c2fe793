import type { Transaction } from "@/lib/db/client";
import type { ModerationKind } from "@/lib/moderation/kinds";
import { recordWish } from "@/lib/moderation/record.commands";
import type { Acting, Moderated } from "@/lib/moderation/wish";
import { tellOfOnceHeld } from "@/lib/notices/once-held.commands";
import { failure, type Result, success } from "@/lib/result";
import { authorsIn, quotersOf } from "@/lib/statements/concerned.queries";
import { tell } from "@/lib/statements/tell.commands";

/** A state of a thread: the column that names the action which made it so, and the two ways. */
const STATES = {
  hide: { column: "hideActionId", on: true },
  unhide: { column: "hideActionId", on: false },
  lock: { column: "lockActionId", on: true },
  unlock: { column: "lockActionId", on: false },
  pin: { column: "pinActionId", on: true },
  unpin: { column: "pinActionId", on: false },
} as const;

type Column = (typeof STATES)[keyof typeof STATES]["column"];

const MERGED = failure(
  "conflict",
  "This thread was merged into another one: its posts stand there now.",
);

/** Makes a state of a thread so, or not so any more. The thread must be locked and the actor allowed. */
export async function changeThread(
  tx: Transaction,
  threadId: number,
  acting: Acting,
): Promise<Result<Moderated>> {
  const { verb } = acting;
  if (verb === "slow") return slowDown(tx, threadId, acting);
  if (verb === "off-topic" || verb === "on-topic") {
    return failure("invalid", "Only a reply can be off topic: a thread can be moved.");
  }
  const { column, on } = STATES[verb];
  const before = await stateOf(tx, threadId, column);
  if ((before.id !== null) === on) return done(threadId, null);
  if (on && before.merged) return MERGED;
  const actionId = await recordWish(tx, acting, {
    on: { threadId, postId: null },
    kind: verb === "unhide" && before.kind === "hold" ? "approve" : verb,
    // One thread of all that somebody wrote leaves the rest as it is.
    undoesId: on || before.ofPerson ? null : before.id,
    touched: verb === "hide" ? await tx.post.count({ where: { threadId } }) : 0,
  });
  await tx.thread.update({ where: { id: threadId }, data: { [column]: on ? actionId : null } });
  await tellOf(tx, threadId, acting, actionId);
  if (verb === "unhide") await tellOfOpening(tx, threadId);
  return done(threadId, actionId);
}

async function tellOfOpening(tx: Transaction, threadId: number): Promise<void> {
  const where = { threadId, parentId: null };
  const posts = await tx.post.findMany({ where, select: { id: true } });
  await tellOfOnceHeld(
    tx,
    posts.map(({ id }) => id),
  );
}

/** Minutes between two posts of one person; 0 ends it. */
async function slowDown(
  tx: Transaction,
  threadId: number,
  acting: Acting,
): Promise<Result<Moderated>> {
  const slowMinutes = acting.minutes === 0 ? null : (acting.minutes ?? null);
  const before = await tx.thread.findUniqueOrThrow({
    where: { id: threadId },
    select: { slowMinutes: true, slowActionId: true, mergedIntoId: true },
  });
  if (before.slowMinutes === slowMinutes) return done(threadId, null);
  if (slowMinutes !== null && before.mergedIntoId !== null) return MERGED;
  const actionId = await recordWish(tx, acting, {
    on: { threadId, postId: null },
    kind: "slow",
    minutes: slowMinutes,
    undoesId: slowMinutes === null ? before.slowActionId : null,
  });
  const slowActionId = slowMinutes === null ? null : actionId;
  await tx.thread.update({ where: { id: threadId }, data: { slowMinutes, slowActionId } });
  return done(threadId, actionId);
}

async function stateOf(
  tx: Transaction,
  threadId: number,
  column: Column,
): Promise<{
  id: number | null;
  kind: ModerationKind | null;
  ofPerson: boolean;
  merged: boolean;
}> {
  const thread = await tx.thread.findUniqueOrThrow({
    where: { id: threadId },
    select: {
      ...{ hideActionId: true, lockActionId: true, pinActionId: true, mergedIntoId: true },
      hideAction: { select: { kind: true, userId: true } },
    },
  });
  const { kind = null, userId = null } = thread.hideAction ?? {};
  const ofPerson = column === "hideActionId" && userId !== null;
  return { id: thread[column], kind, ofPerson, merged: thread.mergedIntoId !== null };
}

/** Hiding and showing concerns all who wrote in it and who quoted it; locking, whoever opened it. */
async function tellOf(
  tx: Transaction,
  threadId: number,
  { verb, actorId }: Acting,
  actionId: number,
): Promise<void> {
  if (verb === "hide" || verb === "unhide") {
    const where = { threadId };
    const people = [...(await authorsIn(tx, where)), ...(await quotersOf(tx, where))];
    await tell(tx, { actionId, actorId }, people);
  } else if (verb === "lock" || verb === "unlock") {
    const { authorId } = await tx.thread.findUniqueOrThrow({ where: { id: threadId } });
    await tell(tx, { actionId, actorId }, [{ userId: authorId, role: "author" }]);
  }
}

function done(threadId: number, actionId: number | null): Result<Moderated> {
  return success({ threadId, postId: null, actionId });
}
