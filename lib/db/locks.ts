import { BeginAnew } from "@/lib/db/anew";
import type { Statements, Transaction } from "@/lib/db/client";

/**
 * Locks the thread's row for the rest of the transaction. Every write that touches a thread's
 * counters takes this lock first and a post's lock second; one order for all, so no deadlocks.
 *
 * @returns whether there is such a thread
 */
export async function lockThread(tx: Statements, threadId: number): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM threads WHERE id = ${threadId} FOR NO KEY UPDATE`;
  return rows.length === 1;
}

/** Locks the thread that a post is in. Returns its id, or null where there is no such post. */
export async function lockThreadOf(tx: Statements, postId: number): Promise<number | null> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM threads WHERE id = (SELECT thread_id FROM posts WHERE id = ${postId})
       FOR NO KEY UPDATE`;
  return rows[0]?.id ?? null;
}

/** Locks the post's row for the rest of the transaction. */
export async function lockPost(tx: Statements, postId: number): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM posts WHERE id = ${postId} FOR NO KEY UPDATE`;
  return rows.length === 1;
}

/**
 * Locks a post and, before it, the thread that it is in.
 *
 * @returns the thread's id, or null where there is no such post
 */
export async function lockPostAndThread(tx: Transaction, postId: number): Promise<number | null> {
  const threadId = await lockThreadOf(tx, postId);
  if (threadId === null || !(await lockPost(tx, postId))) return null;
  const place = await tx.post.findUnique({ where: { id: postId }, select: { threadId: true } });
  if (place?.threadId !== threadId) throw new BeginAnew("The post was moved to another thread.");
  return threadId;
}
