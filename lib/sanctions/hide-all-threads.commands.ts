import { withRolesByNow } from "@/lib/accounts/standing.queries";
import { inTransaction, type Transaction } from "@/lib/db/client";
import { lockThread } from "@/lib/db/locks";
import { SIGN_IN_TO_MODERATE } from "@/lib/moderation/refusals";
import { mayHideAll } from "@/lib/policy/people";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { failure, type Result, success } from "@/lib/result";
import {
  type EverythingAction,
  everythingAction,
  threadsLeft,
} from "@/lib/sanctions/hide-all.queries";
import { personFacts } from "@/lib/sanctions/people.queries";
import { NOBODY_HERE } from "@/lib/sanctions/refusals";
import { tell } from "@/lib/statements/tell.commands";
import { recountThread } from "@/lib/threads/counters.commands";

/**
 * Goes on with what lib/sanctions/hide-all.commands.ts began, a transaction for each thread, until nothing is left
 * or the time is over. Whoever calls it at the same time, or again after a crash, does the rest.
 *
 * @param enough milliseconds
 * @returns how many threads are left
 */
export async function goOnWithEverything(
  viewer: Viewer,
  actionId: number,
  enough: number,
): Promise<Result<{ username: string; left: number }>> {
  if (!viewer.signedIn) return SIGN_IN_TO_MODERATE;
  const begun = await asWhoeverMayGoOn(viewer, actionId);
  if (!begun.ok) return begun;
  const { username, threads } = begun.value;
  const end = Date.now() + enough;
  let left = threads.length;
  for (const threadId of threads) {
    if (Date.now() > end) break;
    await inTransaction((tx) => goOnIn(tx, actionId, threadId));
    left -= 1;
  }
  return success({ username, left });
}

function asWhoeverMayGoOn(
  viewer: Member,
  actionId: number,
): Promise<Result<{ username: string; threads: number[] }>> {
  return inTransaction(async (tx) => {
    const action = await everythingAction(tx, actionId);
    const actor = await withRolesByNow(tx, viewer);
    const person = action === null ? null : await personFacts(actor, action.personId, tx);
    if (action === null || person === null) return NOBODY_HERE;
    const decision = mayHideAll(actor, person);
    if (!decision.allowed) return failure("denied", decision.why);
    return success({ username: person.username, threads: await threadsLeft(action, tx) });
  });
}

/**
 * One thread. Holds the person's row against an undoing that is about to be recorded: it waits for
 * this, or this finds that it was, and then shows in place of hiding.
 */
async function goOnIn(tx: Transaction, actionId: number, threadId: number): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM users WHERE id = (SELECT user_id FROM moderation_actions WHERE id = ${actionId})
       FOR SHARE`;
  const action = await everythingAction(tx, actionId);
  if (action === null || !(await lockThread(tx, threadId))) return;
  if (action.undone) await showIn(tx, action, threadId);
  else await hideIn(tx, action, threadId);
  await recountThread(tx, threadId);
}

async function hideIn(
  tx: Transaction,
  { id, actorId, personId, createdAt }: EverythingAction,
  threadId: number,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE threads t SET hide_action_id = ${id}
      FROM posts p
     WHERE t.id = ${threadId} AND t.hide_action_id IS NULL AND p.thread_id = t.id
       AND p.parent_id IS NULL AND p.author_id = ${personId} AND p.created_at <= ${createdAt}
       AND NOT EXISTS (SELECT FROM moderation_actions later
                        WHERE later.id > ${id} AND later.kind IN ('unhide', 'approve')
                          AND later.thread_id = t.id
                          AND (later.branch OR later.post_id IS NULL))`;
  await tx.$executeRaw`
    UPDATE posts p SET hide_action_id = ${id}
     WHERE p.thread_id = ${threadId} AND p.parent_id IS NOT NULL AND p.hide_action_id IS NULL
       AND p.author_id = ${personId} AND p.created_at <= ${createdAt}
       AND NOT EXISTS (SELECT FROM moderation_actions later
                        WHERE later.id > ${id} AND later.kind IN ('unhide', 'approve')
                          AND later.thread_id = p.thread_id
                          AND (later.branch OR later.post_id = p.id))`;
  const quoters = await tx.$queryRaw<{ userId: number }[]>`
    SELECT DISTINCT quoter.author_id AS "userId"
      FROM posts s JOIN threads t ON t.id = s.thread_id
      JOIN quotes q ON q.source_post_id = s.id
      JOIN posts quoter ON quoter.id = q.post_id AND quoter.current_revision_id = q.revision_id
     WHERE s.thread_id = ${threadId} AND s.author_id = ${personId}
       AND (s.hide_action_id = ${id} OR s.parent_id IS NULL AND t.hide_action_id = ${id})
       AND quoter.author_id <> ${personId} AND quoter.deleted_at IS NULL`;
  await tell(
    tx,
    { actionId: id, actorId },
    quoters.map(({ userId }) => ({ userId, role: "quoter" })),
  );
}

async function showIn(tx: Transaction, { id }: EverythingAction, threadId: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE threads SET hide_action_id = NULL WHERE id = ${threadId} AND hide_action_id = ${id}`;
  await tx.$executeRaw`
    UPDATE posts SET hide_action_id = NULL WHERE thread_id = ${threadId} AND hide_action_id = ${id}`;
}
