import { answerRows, answerStates, type Sources } from "@/lib/answers/queries";
import { Prisma } from "@/lib/db/generated/client";
import { rowsOf, withStates } from "@/lib/db/rows";
import { groupBy } from "@/lib/group";
import type { DebateFacts } from "@/lib/policy/debate";
import type { Viewer } from "@/lib/policy/viewer";
import { type PostRow, postState, StoredPost } from "@/lib/posts/stored";
import type { PostView } from "@/lib/posts/view";
import { passageOf, quoteStates, storedQuotes } from "@/lib/quotes/queries";
import type { WithState } from "@/lib/state";
import type { PassageMark } from "@/lib/text/passage";
import { ownVotes } from "@/lib/votes/queries";

/**
 * All posts of a thread in the order in which they were written, to be shown to whoever asks as far
 * as they may see them; in a fixed number of queries.
 *
 * @param known posts that were read before: those that are still the same are taken from there, with
 *   all that was made of them, and only the others are read
 */
export async function storedPosts(
  threadId: number,
  known: ReadonlyMap<number, StoredPost> = new Map(),
): Promise<StoredPost[]> {
  if (known.size === 0) return readPosts({ threadId });
  // What is read after the states is as new as they are, or newer: then it is read again next time.
  const states = await postStates(threadId);
  const changed = states.flatMap(({ id, state }) => (known.get(id)?.state === state ? [] : [id]));
  const read = changed.length === 0 ? [] : await readPosts({ postIds: changed });
  const fresh = new Map(read.map((post) => [post.id, post]));
  return states.flatMap(({ id }) => fresh.get(id) ?? known.get(id) ?? []);
}

async function readPosts(which: Sources): Promise<StoredPost[]> {
  const condition =
    "threadId" in which
      ? Prisma.sql`p.thread_id = ${which.threadId}`
      : Prisma.sql`p.id = ANY(${[...which.postIds]})`;
  const [rows, answers] = await Promise.all([
    rowsOf<PostRow>(withStates(postRows(condition))),
    answerRows(which),
  ]);
  const ids = rows.map((row) => row.revision_id);
  const [texts, quotes] = await Promise.all([textsOf(ids), storedQuotes(ids)]);
  const byRevision = groupBy(answers, (row) => row.source_revision_id);
  return rows.map((row) => {
    const id = row.revision_id;
    const made = { html: texts.get(id), quotes: quotes.get(id), answers: byRevision.get(id) };
    return new StoredPost(row, made);
  });
}

/** What `StoredPost.state` of each post of a thread would be now, in the order of the posts. */
async function postStates(threadId: number): Promise<WithState[]> {
  const [rows, quotes, answers] = await Promise.all([
    rowsOf<WithState & { revision_id: number }>(Prisma.sql`
      SELECT id, revision_id, state FROM (${withStates(postRows(Prisma.sql`p.thread_id = ${threadId}`))}) AS post`),
    quoteStates(threadId),
    answerStates(threadId),
  ]);
  return rows.map(({ id, revision_id, state }) => {
    const parts = [state, quotes.get(revision_id), answers.get(revision_id)];
    return { id, state: postState(parts) };
  });
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
  const [row] = await rowsOf<PostRow>(withStates(postRows(Prisma.sql`p.id = ${postId}`)));
  if (row === undefined) return null;
  const id = row.revision_id;
  const [texts, quotes] = await Promise.all([textsOf([id]), storedQuotes([id])]);
  const post = new StoredPost(row, { html: texts.get(id), quotes: quotes.get(id) });
  const [view] = await seenPosts(viewer, thread, [post]);
  return view ?? null;
}

function postRows(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT p.id, p.thread_id, p.parent_id, p.author_id, u.username, p.created_at, p.deleted_at,
           h.created_at AS hidden_at, h.reason AS hide_reason,
           h.kind IS NOT DISTINCT FROM 'hold' AS held,
           o.created_at AS off_topic_at, o.reason AS off_topic_reason, p.score, p.best_rank,
           r.id AS revision_id, r.number AS revision_number, r.created_at AS revised_at
      FROM posts p
      JOIN users u ON u.id = p.author_id
      JOIN revisions r ON r.id = p.current_revision_id
      LEFT JOIN moderation_actions h ON h.id = p.hide_action_id
      LEFT JOIN moderation_actions o ON o.id = p.off_topic_action_id
     WHERE ${condition}
     ORDER BY p.id`;
}

/** The runs of HTML of some revisions: they never change, so they are no part of a post's state. */
async function textsOf(revisionIds: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await rowsOf<{ id: number; html_parts: string[] }>(
    Prisma.sql`SELECT id, html_parts FROM revisions WHERE id = ANY(${[...revisionIds]})`,
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
