import type { StoredAnswer } from "@/lib/answers/passages";
import type { Viewer } from "@/lib/policy/viewer";
import { type PostFacts, postSight, readable } from "@/lib/policy/visibility";
import type { QuoteStatus } from "@/lib/quotes/view";
import { rangesOf } from "@/lib/text/range";

/** An answer to a passage as it is stored, whoever may read it: lib/answers/queries.ts reads it. */
export interface AnswerRow {
  id: number;
  source_post_id: number;
  post_id: number;
  revision_id: number;
  status: QuoteStatus;
  ranges: number[];
  source_revision_id: number;
  source_current: boolean;
  run: number;
  created_at: Date;
  author_id: number;
  hidden: boolean;
  deleted: boolean;
  source_author_id: number;
  source_hidden: boolean;
  source_deleted: boolean;
  thread_author_id: number;
  board_id: number;
  thread_hidden: boolean;
  quoter_thread_author_id: number;
  quoter_board_id: number;
  quoter_thread_hidden: boolean;
  /** Equal for equal rows: lib/db/rows.ts. */
  state: string;
}

/** Whether the viewer may read both the answer and what it answers. */
export function mayReadAnswer(viewer: Viewer, row: AnswerRow): boolean {
  return (
    readable(postSight(viewer, quoterFacts(row))) && readable(postSight(viewer, sourceFacts(row)))
  );
}

export function storedAnswer(row: AnswerRow): StoredAnswer {
  const place = row.status === "ambiguous" ? "ambiguous" : "here";
  return {
    id: row.id,
    postId: row.post_id,
    run: row.run,
    at: row.created_at,
    ranges: rangesOf(row.ranges),
    sourcePostId: row.source_post_id,
    sourceRevisionId: row.source_revision_id,
    revisionId: row.revision_id,
    status: row.status,
    standing: row.source_current ? place : "edited",
  };
}

function quoterFacts(row: AnswerRow): PostFacts {
  const { author_id, hidden, deleted } = row;
  const thread = {
    ...{ authorId: row.quoter_thread_author_id, boardId: row.quoter_board_id },
    hidden: row.quoter_thread_hidden,
  };
  return { authorId: author_id, hidden, deleted, thread };
}

function sourceFacts(row: AnswerRow): PostFacts {
  const { source_author_id, source_hidden, source_deleted } = row;
  return {
    authorId: source_author_id,
    hidden: source_hidden,
    deleted: source_deleted,
    thread: { authorId: row.thread_author_id, boardId: row.board_id, hidden: row.thread_hidden },
  };
}
