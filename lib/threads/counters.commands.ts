import type { Statements } from "@/lib/db/client";

/**
 * Counts a thread's replies, quotes and newest post anew, from the posts themselves. Takes part in
 * the transaction of whatever changed them; the thread's row must be locked.
 * What is hidden or deleted counts nowhere.
 */
export async function recountThread(tx: Statements, threadId: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE threads t SET
      reply_count = (
        SELECT count(*) FROM posts p
         WHERE p.thread_id = t.id AND p.parent_id IS NOT NULL
           AND p.deleted_at IS NULL AND p.hide_action_id IS NULL),
      quote_count = (
        SELECT count(*) FROM posts p
          JOIN quotes q ON q.revision_id = p.current_revision_id
          JOIN posts s ON s.id = q.source_post_id
         WHERE p.thread_id = t.id
           AND p.deleted_at IS NULL AND p.hide_action_id IS NULL
           AND s.deleted_at IS NULL AND s.hide_action_id IS NULL),
      last_post_at = coalesce((
        SELECT max(p.created_at) FROM posts p
         WHERE p.thread_id = t.id
           AND p.deleted_at IS NULL AND p.hide_action_id IS NULL), t.created_at)
    WHERE t.id = ${threadId}`;
}

/**
 * Counts a reply that was just written, with the quotes of its revision: what recountThread would
 * count, without going through the whole thread. Part of the transaction that writes the reply.
 */
export async function countReply(
  tx: Statements,
  threadId: number,
  reply: { revisionId: number; createdAt: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE threads t SET
      reply_count = reply_count + 1,
      quote_count = quote_count + (
        SELECT count(*) FROM quotes q
          JOIN posts s ON s.id = q.source_post_id
         WHERE q.revision_id = ${reply.revisionId}
           AND s.deleted_at IS NULL AND s.hide_action_id IS NULL),
      last_post_at = greatest(last_post_at, ${reply.createdAt})
    WHERE t.id = ${threadId}`;
}
