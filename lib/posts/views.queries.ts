import { answerRows } from "@/lib/answers/queries";
import { type AnswerRow, storedAnswer } from "@/lib/answers/stored";
import { Prisma } from "@/lib/db/generated/client";
import { rowsOf } from "@/lib/db/rows";
import { groupBy } from "@/lib/group";
import type { DebateFacts } from "@/lib/policy/debate";
import type { Viewer } from "@/lib/policy/viewer";
import { type PostRow, StoredPost } from "@/lib/posts/stored";
import type { PostView } from "@/lib/posts/view";
import { passageOf, storedQuotes } from "@/lib/quotes/queries";
import type { PassageMark } from "@/lib/text/passage";
import { ownVotes } from "@/lib/votes/queries";

/**
 * All posts of a thread in the order in which they were written, to be shown to whoever asks as far
 * as they may see them; in a fixed number of queries.
 *
 * @param known posts that were read before: those that are still the same are taken from there, with
 *   all that was made of them
 */
export async function storedPosts(
  threadId: number,
  known: ReadonlyMap<number, StoredPost> = new Map(),
): Promise<StoredPost[]> {
  const rows = await postRows(Prisma.sql`p.thread_id = ${threadId}`);
  const revisions = rows.map((row) => row.revision_id);
  const unread = rows.filter((row) => known.get(row.id)?.revisionId !== row.revision_id);
  const [texts, quotes, answers] = await Promise.all([
    textsOf(unread),
    storedQuotes(revisions),
    answerRows({ threadId }),
  ]);
  const standing = groupBy(answers.filter(stands), (row) => row.source_revision_id);
  return rows.map((row) => {
    const id = row.revision_id;
    const html = texts.get(id);
    if (html !== undefined) return new StoredPost(row, html, quotes.get(id), standing.get(id));
    const before = known.get(row.id) ?? new StoredPost(row, []);
    return before.renewed(row, quotes.get(id), standing.get(id));
  });
}

/** Whether what was answered stands in its post as it is now, at one known place. */
function stands(row: AnswerRow): boolean {
  return storedAnswer(row).standing === "here";
}

/**
 * Posts as the viewer sees them.
 *
 * @param thread the facts of the thread that they are in
 * @param arrival where a link led to, to be marked
 */
export async function seenPosts(
  viewer: Viewer,
  thread: DebateFacts & { id: number },
  posts: readonly StoredPost[],
  arrival: Arrival | null = null,
): Promise<PostView[]> {
  const votes = await ownVotes(viewer, thread.id);
  return posts.map((post) => {
    const marks = arrival?.postId === post.id ? arrival.marks : [];
    return post.seenBy(viewer, thread, votes.get(post.id) ?? 0, marks);
  });
}

/**
 * A single post as the viewer sees it, for a page about it: without the answers to it, which are on
 * the page of the thread.
 */
export async function seenPost(
  viewer: Viewer,
  thread: DebateFacts & { id: number },
  postId: number,
): Promise<PostView | null> {
  const [row] = await postRows(Prisma.sql`p.id = ${postId}`);
  if (row === undefined) return null;
  const id = row.revision_id;
  const [texts, quotes] = await Promise.all([textsOf([row]), storedQuotes([id])]);
  const post = new StoredPost(row, texts.get(id) ?? [], quotes.get(id));
  const [view] = await seenPosts(viewer, thread, [post]);
  return view ?? null;
}

function postRows(condition: Prisma.Sql): Promise<PostRow[]> {
  return rowsOf(Prisma.sql`
    SELECT p.id, p.thread_id, p.parent_id, p.author_id, u.username, p.created_at, p.deleted_at,
           h.created_at AS hidden_at, h.reason AS hide_reason, p.score, p.best_rank,
           r.id AS revision_id, r.number AS revision_number, r.created_at AS revised_at
      FROM posts p
      JOIN users u ON u.id = p.author_id
      JOIN revisions r ON r.id = p.current_revision_id
      LEFT JOIN moderation_actions h ON h.id = p.hide_action_id
     WHERE ${condition}
     ORDER BY p.id`);
}

/** The runs of HTML of the current revisions of some posts, by revision: they never change. */
async function textsOf(posts: readonly PostRow[]): Promise<Map<number, string[]>> {
  const ids = posts.map((post) => post.revision_id);
  const rows = await rowsOf<{ id: number; html_parts: string[] }>(
    Prisma.sql`SELECT id, html_parts FROM revisions WHERE id = ANY(${ids})`,
  );
  return new Map(rows.map(({ id, html_parts }) => [id, html_parts]));
}

/** Marks of the characters that a link led to. */
export interface Arrival {
  postId: number;
  marks: PassageMark[];
}

/**
 * Where a quote's words stand that a link led to, as marks in the post they were taken from.
 *
 * @param quoteId the quote's identity, if a link asked for one
 */
export async function arrivalMarks(quoteId: number | undefined): Promise<Arrival | null> {
  const passage = quoteId === undefined ? null : await passageOf(quoteId);
  if (passage === null) return null;
  return {
    postId: passage.postId,
    // The link leads to the first of the marked characters.
    marks: passage.ranges.map((range, index) => {
      return { ...range, className: "passage", ...(index === 0 ? { id: "passage" } : {}) };
    }),
  };
}
