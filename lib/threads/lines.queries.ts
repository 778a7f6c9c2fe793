import { Prisma } from "@/lib/db/generated/client";
import { rowsOf } from "@/lib/db/rows";
import { unreadIn } from "@/lib/live/reading.queries";
import { mayVote } from "@/lib/policy/debate";
import { threadFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import { readable, threadSight } from "@/lib/policy/visibility";
import type { ThreadKind, ThreadLine } from "@/lib/threads/view";

interface LineRow {
  id: number;
  authorId: number;
  boardId: number;
  hideActionId: number | null;
  lockActionId: number | null;
  pinActionId: number | null;
  kind: ThreadKind;
  title: string;
  url: string | null;
  createdAt: Date;
  score: number;
  replyCount: number;
  quoteCount: number;
  slug: string;
  board: string;
  author: string;
  postId: number;
  postAuthorId: number;
  postHidden: boolean;
  postDeleted: boolean;
  vote: number | null;
}

/**
 * What lists show of threads, in the order of their ids here, in two statements whatever their number.
 * One that the viewer may not read, or that is gone, is left out.
 */
export async function linesOf(viewer: Viewer, ids: readonly number[]): Promise<ThreadLine[]> {
  if (ids.length === 0) return [];
  const viewerId = viewer.signedIn ? viewer.id : 0;
  const [rows, unread] = await Promise.all([
    rowsOf<LineRow>(Prisma.sql`
      SELECT t.id, t.author_id AS "authorId", t.board_id AS "boardId",
             t.hide_action_id AS "hideActionId", t.lock_action_id AS "lockActionId",
             t.pin_action_id AS "pinActionId", t.kind, t.title, t.url, t.created_at AS "createdAt",
             t.score, t.reply_count AS "replyCount", t.quote_count AS "quoteCount",
             b.slug, b.name AS board, u.username AS author,
             p.id AS "postId", p.author_id AS "postAuthorId",
             p.hide_action_id IS NOT NULL AS "postHidden", p.deleted_at IS NOT NULL AS "postDeleted",
             v.value AS vote
        FROM threads t
        JOIN boards b ON b.id = t.board_id
        JOIN users u ON u.id = t.author_id
        JOIN posts p ON p.thread_id = t.id AND p.parent_id IS NULL
        LEFT JOIN votes v ON v.post_id = p.id AND v.user_id = ${viewerId}
       WHERE t.id = ANY (${[...ids]}::int[]) AND t.merged_into_id IS NULL`),
    unreadIn(viewer, ids),
  ]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = found.get(id);
    // It may have been hidden since it was found.
    if (row === undefined || !readable(threadSight(viewer, threadFacts(row)))) return [];
    return [{ ...lineOf(viewer, row), unread: unread.get(id) ?? 0 }];
  });
}

function lineOf(viewer: Viewer, row: LineRow): Omit<ThreadLine, "unread"> {
  const { id, kind, title, url, createdAt, score, replyCount, quoteCount } = row;
  const thread = threadFacts(row);
  const opening = {
    authorId: row.postAuthorId,
    hidden: row.postHidden,
    deleted: row.postDeleted,
    thread,
  };
  const vote = row.vote ?? 0;
  return {
    ...{ id, kind, title, url, createdAt, score, replyCount, quoteCount },
    postId: row.postId,
    board: { slug: row.slug, name: row.board },
    author: row.postDeleted ? null : row.author,
    ownVote: vote > 0 ? 1 : vote < 0 ? -1 : 0,
    mayVote: mayVote(viewer, opening).allowed,
    ...{ hidden: thread.hidden, locked: thread.locked, pinned: row.pinActionId !== null },
  };
}
