import { type Answer, answerKey, type StoredAnswer } from "@/lib/answers/passages";
import type { AnswerView } from "@/lib/answers/points";
import { shortened } from "@/lib/answers/points-page";
import { db } from "@/lib/db/client";
import { isBlocked } from "@/lib/policy/standing";
import type { Viewer } from "@/lib/policy/viewer";
import { type PostFacts, postSight, readable } from "@/lib/policy/visibility";
import type { Hues } from "@/lib/threads/hues";

interface AnswerRow {
  post_id: number;
  run: number;
  html: string;
  thread_id: number;
  author_id: number;
  username: string;
  created_at: Date;
  score: number;
  hidden: boolean;
  hide_reason: string | null;
  deleted: boolean;
  thread_author_id: number;
  board_id: number;
  thread_hidden: boolean;
}

/** What some answers say, as the viewer may read it, in one query; by `answerKey`. */
export async function readAnswerTexts(
  viewer: Viewer,
  answers: readonly Answer<StoredAnswer>[],
  hues: Hues,
): Promise<Map<string, AnswerView>> {
  if (answers.length === 0) return new Map();
  const wanted = [...new Map(answers.map((answer) => [answerKey(answer), answer])).values()];
  const rows = await db().$queryRaw<AnswerRow[]>`
    SELECT p.id AS post_id, wanted.run, r.html_parts[wanted.run + 1] AS html, p.thread_id,
           p.author_id, u.username, p.created_at, p.score, h.id IS NOT NULL AS hidden,
           h.reason AS hide_reason, p.deleted_at IS NOT NULL AS deleted,
           t.author_id AS thread_author_id, t.board_id,
           t.hide_action_id IS NOT NULL AS thread_hidden
      FROM unnest(${wanted.map(({ quotes }) => quotes[0]?.revisionId ?? 0)}::int[],
                  ${wanted.map(({ run }) => run)}::int[]) AS wanted(revision, run)
      JOIN revisions r ON r.id = wanted.revision
      JOIN posts p ON p.id = r.post_id AND p.current_revision_id = r.id
      JOIN users u ON u.id = p.author_id
      JOIN threads t ON t.id = p.thread_id
      LEFT JOIN moderation_actions h ON h.id = p.hide_action_id`;
  // Asked again, since a post may have been hidden between two queries.
  const shown = rows.filter((row) => readable(postSight(viewer, answererFacts(row))));
  return new Map(
    shown.map((row) => [
      answerKey({ postId: row.post_id, run: row.run }),
      answerView(viewer, row, hues),
    ]),
  );
}

function answererFacts(row: AnswerRow): PostFacts {
  const { author_id: authorId, hidden, deleted } = row;
  const thread = {
    ...{ authorId: row.thread_author_id, boardId: row.board_id },
    hidden: row.thread_hidden,
  };
  return { authorId, hidden, deleted, thread };
}

function answerView(viewer: Viewer, row: AnswerRow, hues: Hues): AnswerView {
  return {
    postId: row.post_id,
    threadId: row.thread_id,
    author: row.username,
    hue: hues[row.author_id] ?? null,
    createdAt: row.created_at.toISOString(),
    score: row.score,
    hidden: row.hidden ? (row.hide_reason ?? "") : null,
    status: "verbatim",
    words: null,
    ...shortened(row.html),
    ...(isBlocked(viewer, row.author_id) ? { blocked: true } : {}),
  };
}
