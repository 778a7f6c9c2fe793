import { answerMarks } from "@/lib/answers/marks";
import type { AnsweredPassage } from "@/lib/answers/passages";
import { answeredPassages } from "@/lib/answers/queries";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import {
  type DebateFacts,
  mayDelete,
  mayEdit,
  mayModerate,
  mayReply,
  mayVote,
} from "@/lib/policy/debate";
import type { Viewer } from "@/lib/policy/viewer";
import { type PostFacts, postSight, readable } from "@/lib/policy/visibility";
import type { PostRights, PostView } from "@/lib/posts/view";
import { bodyOf } from "@/lib/quotes/body";
import { passageOf, quotesOf } from "@/lib/quotes/queries";
import type { QuoteView } from "@/lib/quotes/view";
import { markedOnce } from "@/lib/text/marked";
import type { PassageMark } from "@/lib/text/passage";

interface PostRow {
  id: number;
  thread_id: number;
  parent_id: number | null;
  author_id: number;
  username: string;
  created_at: Date;
  deleted_at: Date | null;
  hidden_at: Date | null;
  hide_reason: string | null;
  score: number;
  best_rank: number;
  revision_id: number;
  revision_number: number;
  revised_at: Date;
  html_parts: string[];
  own_vote: number | null;
}

/** Which posts to read: all of a thread, or a single one. */
type Which = { threadId: number } | { postId: number };

/**
 * Posts of one thread as the viewer sees them, in a fixed number of queries.
 *
 * @param thread the thread's facts, read by the caller
 * @param quoteId the identity of the quote whose passage is to be marked in its source, if a link asked for it
 */
export async function readPosts(
  viewer: Viewer,
  thread: DebateFacts,
  which: Which,
  quoteId?: number,
): Promise<PostView[]> {
  const rows = await postRows(viewer, which);
  const sights = rows.map((row) => postSight(viewer, factsOf(row, thread)));
  const shown = rows.filter((_, index) => readable(sights[index] ?? "hidden"));
  const quotes = await quotesOf(
    viewer,
    shown.map((row) => row.revision_id),
  );
  // The pages of a single post are forms about it; its answers are on the page of the thread.
  const answered = "threadId" in which ? await answeredPassages(viewer, which) : new Map();
  markPosts(shown, answered, quoteId === undefined ? null : await arrivalMarks(quoteId));
  return rows.map((row) => ({
    ...viewOf(viewer, thread, row, quotes.get(row.revision_id) ?? []),
    answeredPassages: answered.get(row.revision_id)?.length ?? 0,
  }));
}

function postRows(viewer: Viewer, which: Which): Promise<PostRow[]> {
  const viewerId = viewer.signedIn ? viewer.id : 0;
  const condition =
    "threadId" in which
      ? Prisma.sql`p.thread_id = ${which.threadId}`
      : Prisma.sql`p.id = ${which.postId}`;
  return db().$queryRaw<PostRow[]>`
    SELECT p.id, p.thread_id, p.parent_id, p.author_id, u.username, p.created_at, p.deleted_at,
           h.created_at AS hidden_at, h.reason AS hide_reason, p.score, p.best_rank,
           r.id AS revision_id, r.number AS revision_number, r.created_at AS revised_at,
           r.html_parts, v.value AS own_vote
      FROM posts p
      JOIN users u ON u.id = p.author_id
      JOIN revisions r ON r.id = p.current_revision_id
      LEFT JOIN moderation_actions h ON h.id = p.hide_action_id
      LEFT JOIN votes v ON v.post_id = p.id AND v.user_id = ${viewerId}
     WHERE ${condition}
     ORDER BY p.id`;
}

/** Where a quote's words stand that a link led to, as marks in the post they were taken from. */
async function arrivalMarks(quoteId: number): Promise<Arrival | null> {
  const passage = await passageOf(quoteId);
  if (passage === null) return null;
  return {
    postId: passage.postId,
    // The link leads to the first of the marked characters.
    marks: passage.ranges.map((range, index) => {
      return { ...range, className: "passage", ...(index === 0 ? { id: "passage" } : {}) };
    }),
  };
}

interface Arrival {
  postId: number;
  marks: PassageMark[];
}

/** Marks, in one pass over each post, what was answered in it and where a link led to. */
function markPosts(
  rows: readonly PostRow[],
  answered: ReadonlyMap<number, AnsweredPassage<unknown>[]>,
  arrival: Arrival | null,
): void {
  for (const row of rows) {
    const arrived = arrival?.postId === row.id ? arrival.marks : [];
    const marks = [...arrived, ...answerMarks(row.id, answered.get(row.revision_id) ?? [])];
    row.html_parts = markedOnce(row.html_parts, marks);
  }
}

function factsOf(row: PostRow, thread: DebateFacts): PostFacts {
  return {
    authorId: row.author_id,
    hidden: row.hidden_at !== null,
    deleted: row.deleted_at !== null,
    thread,
  };
}

function viewOf(
  viewer: Viewer,
  thread: DebateFacts,
  row: PostRow,
  quotes: readonly QuoteView[],
): Omit<PostView, "answeredPassages"> {
  const facts = factsOf(row, thread);
  const sight = postSight(viewer, facts);
  const seen = readable(sight);
  return {
    id: row.id,
    threadId: row.thread_id,
    parentId: row.parent_id,
    sight,
    author: seen ? { id: row.author_id, username: row.username } : null,
    createdAt: row.created_at,
    revision: row.revision_number,
    editedAt: seen && row.revision_number > 1 ? row.revised_at : null,
    deletedAt: row.deleted_at,
    hidden: row.hidden_at === null ? null : { at: row.hidden_at, reason: row.hide_reason ?? "" },
    score: seen ? row.score : 0,
    bestRank: seen ? row.best_rank : 0,
    ownVote: seen ? voteOf(row.own_vote) : 0,
    body: seen ? bodyOf(row.html_parts, quotes) : [],
    rights: rightsOf(viewer, facts, thread),
    empty: !seen,
  };
}

function voteOf(value: number | null): -1 | 0 | 1 {
  if (value === null || value === 0) return 0;
  return value > 0 ? 1 : -1;
}

function rightsOf(viewer: Viewer, post: PostFacts, thread: DebateFacts): PostRights {
  return {
    reply: mayReply(viewer, post, thread).allowed,
    vote: mayVote(viewer, post).allowed,
    edit: mayEdit(viewer, post, thread).allowed,
    delete: mayDelete(viewer, post).allowed,
    moderate: mayModerate(viewer, thread).allowed,
  };
}
