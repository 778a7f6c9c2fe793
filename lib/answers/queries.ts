import type { StoredAnswer } from "@/lib/answers/passages";
import { type AnswerRow, mayReadAnswer, storedAnswer } from "@/lib/answers/stored";
import { Prisma } from "@/lib/db/generated/client";
import { rowsOf, statesOf, withStates } from "@/lib/db/rows";
import type { Viewer } from "@/lib/policy/viewer";

/** Which posts are asked about: all of a thread, or some. */
export type Sources = { threadId: number } | { postIds: readonly number[] };

/**
 * What answers some posts by quoting them, as far as the viewer may read both the post and the one
 * that answers, in a fixed number of queries. Only quotes of the quoter's current revision that
 * stand in no other quote, and under which something is written.
 */
export async function answersTo(viewer: Viewer, sources: Sources): Promise<StoredAnswer[]> {
  const rows = await answerRows(sources);
  return rows.filter((row) => mayReadAnswer(viewer, row)).map(storedAnswer);
}

/** The answers as they are stored, for whoever asks `mayReadAnswer` of each before it is shown. */
export function answerRows(sources: Sources): Promise<AnswerRow[]> {
  return rowsOf(withStates(answerStatement(sources)));
}

/** The states of the answers to the posts of a thread, by revision answered: see lib/db/rows.ts. */
export function answerStates(threadId: number): Promise<Map<number, string>> {
  return statesOf(answerStatement({ threadId }), Prisma.sql`source_revision_id`);
}

function answerStatement(sources: Sources): Prisma.Sql {
  const condition =
    "threadId" in sources
      ? Prisma.sql`sp.thread_id = ${sources.threadId}`
      : Prisma.sql`sp.id = ANY(${[...sources.postIds]})`;
  return Prisma.sql`
    SELECT q.id, q.source_post_id, q.post_id, q.revision_id, q.status::text AS status,
           q.ranges, q.source_revision_id, sp.current_revision_id = q.source_revision_id AS source_current,
           q.answer_run AS run, qp.created_at, qp.author_id, qp.hide_action_id IS NOT NULL AS hidden,
           qp.deleted_at IS NOT NULL AS deleted, sp.author_id AS source_author_id,
           sp.hide_action_id IS NOT NULL AS source_hidden,
           sp.deleted_at IS NOT NULL AS source_deleted, t.author_id AS thread_author_id,
           t.board_id, t.hide_action_id IS NOT NULL AS thread_hidden,
           qt.author_id AS quoter_thread_author_id, qt.board_id AS quoter_board_id,
           qt.hide_action_id IS NOT NULL AS quoter_thread_hidden
      FROM posts sp
      JOIN quotes q ON q.source_post_id = sp.id AND q.answer_run IS NOT NULL
      JOIN posts qp ON qp.id = q.post_id AND qp.current_revision_id = q.revision_id
      JOIN threads t ON t.id = sp.thread_id
      -- Another one only where a thread was split.
      JOIN threads qt ON qt.id = qp.thread_id
     WHERE ${condition}
     ORDER BY q.id`;
}
