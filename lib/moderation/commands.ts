import { inTransaction, type Transaction } from "@/lib/db/client";
import { lockPost, lockThread } from "@/lib/db/locks";
import type { ModerationInput } from "@/lib/moderation/schema";
import { mayModerate } from "@/lib/policy/debate";
import { THREAD_FACTS, threadFacts } from "@/lib/policy/facts";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { failure, type Result, success } from "@/lib/result";
import { recountThread } from "@/lib/threads/counters.commands";

/** What was acted on, for going there. */
export interface Moderated {
  threadId: number;
  postId: number | null;
}

const MISSING = failure("missing", "There is nothing here that you could moderate.");

/**
 * Takes a moderator's action on a thread or a post and records who did it, when and why. Doing what
 * is already so changes nothing and records nothing.
 */
export async function moderate(actor: Viewer, input: ModerationInput): Promise<Result<Moderated>> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in to moderate.");
  return inTransaction(async (tx) => {
    const post = input.target === "post" ? await postPlace(tx, input.id) : null;
    if (input.target === "post" && post === null) return MISSING;
    const threadId = post?.threadId ?? input.id;
    if (!(await lockThread(tx, threadId))) return MISSING;
    const thread = await tx.thread.findUnique({ where: { id: threadId }, select: THREAD_FACTS });
    if (thread === null) return MISSING;
    const decision = mayModerate(actor, threadFacts(thread));
    if (!decision.allowed) return failure("denied", decision.why);
    if (post === null) return actOnThread(tx, actor, thread, input);
    if (post.parentId === null) {
      return failure("conflict", "The opening post is hidden and shown with its thread.");
    }
    return actOnPost(tx, actor, post, input);
  });
}

function postPlace(tx: Transaction, id: number) {
  return tx.post.findUnique({
    where: { id },
    select: { id: true, threadId: true, parentId: true },
  });
}

async function actOnThread(
  tx: Transaction,
  actor: Member,
  thread: { id: number; hideActionId: number | null; lockActionId: number | null },
  { verb, reason }: ModerationInput,
): Promise<Result<Moderated>> {
  const column = verb === "hide" || verb === "unhide" ? "hideActionId" : "lockActionId";
  const on = verb === "hide" || verb === "lock";
  const done = success({ threadId: thread.id, postId: null });
  if ((thread[column] !== null) === on) return done;
  const action = await record(tx, actor, verb, thread.id, null, reason);
  await tx.thread.update({ where: { id: thread.id }, data: { [column]: on ? action : null } });
  return done;
}

async function actOnPost(
  tx: Transaction,
  actor: Member,
  { id, threadId }: { id: number; threadId: number },
  { verb, reason }: ModerationInput,
): Promise<Result<Moderated>> {
  if (verb === "lock" || verb === "unlock") {
    return failure("invalid", "A single post can't be locked: lock its thread.");
  }
  await lockPost(tx, id);
  const post = await tx.post.findUnique({ where: { id }, select: { hideActionId: true } });
  if (post === null) return MISSING;
  const done = success({ threadId, postId: id });
  if ((post.hideActionId !== null) === (verb === "hide")) return done;
  const action = await record(tx, actor, verb, threadId, id, reason);
  await tx.post.update({
    where: { id },
    data: { hideActionId: verb === "hide" ? action : null },
  });
  await recountThread(tx, threadId);
  return done;
}

async function record(
  tx: Transaction,
  actor: Member,
  kind: ModerationInput["verb"],
  threadId: number,
  postId: number | null,
  reason: string,
): Promise<number> {
  const action = await tx.moderationAction.create({
    data: { kind, actorId: actor.id, threadId, postId, reason },
    select: { id: true },
  });
  return action.id;
}
