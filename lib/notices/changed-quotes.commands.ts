import type { Statements } from "@/lib/db/client";

/**
 * Tells those who quoted a post that an edit took quoted words away; in the transaction of the edit,
 * right after lib/quotes/move.commands.ts has marked their quotes, which it is as large as. An edit that
 * leaves the words, or quotes that were told of before, tell nobody.
 */
export async function tellOfChangedQuotes(
  tx: Statements,
  edited: { postId: number; revisionId: number },
): Promise<void> {
  // Marked in this transaction: now() is its beginning all the while.
  await tx.$executeRaw`
    INSERT INTO notices (user_id, kind, subject_id, post_id)
    SELECT DISTINCT q.changed_for, 'changed'::notice_kind, ${edited.revisionId}::int, source.id
      FROM quotes q
      JOIN posts quoter ON quoter.id = q.post_id AND quoter.current_revision_id = q.revision_id
      JOIN posts source ON source.id = q.source_post_id
     WHERE q.source_post_id = ${edited.postId}
       AND q.changed_at = now()::timestamptz(3) AND q.settled_at IS NULL
       AND quoter.deleted_at IS NULL AND q.changed_for <> source.author_id
       AND NOT EXISTS (SELECT FROM blocks b
                        WHERE b.user_id = q.changed_for AND b.blocked_id = source.author_id)
       AND NOT EXISTS (SELECT FROM thread_mutes m
                        WHERE m.user_id = q.changed_for AND m.thread_id = source.thread_id)
     ORDER BY 1
    ON CONFLICT DO NOTHING`;
}
