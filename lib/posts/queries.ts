import { db } from "@/lib/db/client";
import { pool } from "@/lib/db/pool";
import { POST_FACTS, postFacts, threadFacts } from "@/lib/policy/facts";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { listedPosts, postSight, readable } from "@/lib/policy/visibility";
import { REPLIES_PER_PAGE } from "@/lib/posts/paging";
import type { PostView, StatedReason } from "@/lib/posts/view";
import { seenPost } from "@/lib/posts/views.queries";
import { markdownOf } from "@/lib/quotes/body";
import { quotesOf } from "@/lib/quotes/queries";
import { firstTyped } from "@/lib/quotes/sources.queries";
import { failure, type Result, success } from "@/lib/result";
import { routes } from "@/lib/routes";
import { quotePost } from "@/lib/text/quoting";

/** Where a written post is found. */
export interface PostPlace {
  threadId: number;
  postId: number;
}

/**
 * What a form has already made, if it was sent before. Sent again with the same text, it made that
 * post; with another text, the person is told, so that nothing typed since is dropped unseen.
 *
 * @returns null if the form was not sent before
 */
export async function madeByForm(
  actor: Member,
  formKey: string,
  markdown: string,
): Promise<Result<PostPlace> | null> {
  // Plain, since every reply asks it and nearly none was sent before.
  const { rows } = await pool().query<{ id: number; threadId: number }>({
    name: "made-by-form",
    text: `SELECT id, thread_id AS "threadId" FROM posts WHERE author_id = $1 AND form_key = $2`,
    values: [actor.id, formKey],
  });
  const post = rows[0] ?? null;
  if (post === null) return null;
  if ((await firstTyped(db(), post.id)) !== markdown) {
    return failure(
      "conflict",
      "This was published already, with the text as it was then. To change it, edit the post.",
      {},
      routes.post(post.id),
    );
  }
  return success({ threadId: post.threadId, postId: post.id });
}

/** One post with the title of its thread: for the pages of a single post. */
export interface SinglePost {
  post: PostView;
  thread: {
    id: number;
    title: string;
    kind: "link" | "text" | "article";
    locked: boolean;
    openingPost: boolean;
  };
}

/** A post that the viewer may read, or null where there is none to be read. */
export async function readPost(viewer: Viewer, postId: number): Promise<SinglePost | null> {
  const row = await db().post.findUnique({
    where: { id: postId },
    select: {
      ...POST_FACTS,
      thread: { select: { ...POST_FACTS.thread.select, title: true, kind: true } },
    },
  });
  if (row === null || !readable(postSight(viewer, postFacts(row)))) return null;
  const facts = { ...threadFacts(row.thread), id: row.threadId };
  const post = await seenPost(viewer, facts, postId);
  if (post === null) return null;
  const { id, title, kind, lockActionId } = row.thread;
  const locked = lockActionId !== null;
  return { post, thread: { id, title, kind, locked, openingPost: row.parentId === null } };
}

/** What is at the permalink of a post, for one viewer; `long` is a thread of several pages. */
export type Permalink =
  | { found: "place"; place: PostPlace & { long: boolean } }
  | { found: "tombstone"; hidden: StatedReason }
  | { found: "nothing" };

/**
 * Where a post's permalink leads: to its place in the thread, which says what may be seen of it
 * there; or, where a moderator hid it from this viewer, to no more than that and why.
 */
export async function findPost(viewer: Viewer, postId: number): Promise<Permalink> {
  const row = await db().post.findUnique({
    where: { id: postId },
    select: { ...POST_FACTS, hideAction: { select: { createdAt: true, reason: true } } },
  });
  if (row === null) return { found: "nothing" };
  if (row.hideAction !== null && postSight(viewer, postFacts(row)) === "hidden") {
    const { createdAt, reason } = row.hideAction;
    return { found: "tombstone", hidden: { at: createdAt, reason } };
  }
  const { threadId } = row;
  const replies = { threadId, parentId: { not: null } };
  const long =
    (await db().post.count({ where: replies, take: REPLIES_PER_PAGE + 1 })) > REPLIES_PER_PAGE;
  return { found: "place", place: { threadId, postId: row.id, long } };
}

/** The Markdown of a post's current revision as the viewer may read it: for the edit form. */
export async function readMarkdown(viewer: Viewer, postId: number): Promise<string | null> {
  const row = await db().post.findUnique({
    where: { id: postId },
    select: { ...POST_FACTS, currentRevision: { select: { id: true, markdownParts: true } } },
  });
  if (row?.currentRevision == null || !readable(postSight(viewer, postFacts(row)))) return null;
  const quotes = await quotesOf(viewer, [row.currentRevision.id]);
  return markdownOf({
    markdownParts: row.currentRevision.markdownParts,
    quotes: quotes.get(row.currentRevision.id) ?? [],
  });
}

/** A post's own words laid out as a quote, ready to be answered; null where it can't be read. */
export async function readAsQuote(viewer: Viewer, postId: number): Promise<string | null> {
  const row = await db().post.findUnique({
    where: { id: postId },
    select: { ...POST_FACTS, currentRevision: { select: { markdownParts: true } } },
  });
  if (row?.currentRevision == null || !readable(postSight(viewer, postFacts(row)))) return null;
  return quotePost(row.currentRevision.markdownParts);
}

export interface RevisionView {
  number: number;
  createdAt: Date;
  markdown: string;
}

/** How many revisions a page of the history shows: each may be as long as an article. */
export const REVISIONS_PER_PAGE = 10;

/**
 * The revisions of a post, newest first: those of one page and the one before them, which the
 * oldest shown is compared with; null where the viewer may not read the post.
 *
 * @param before only revisions older than the one of this number
 */
export async function readHistory(
  viewer: Viewer,
  postId: number,
  before?: number,
): Promise<RevisionView[] | null> {
  const row = await db().post.findUnique({
    where: { id: postId },
    select: {
      ...POST_FACTS,
      revisions: {
        where: before === undefined ? {} : { number: { lt: before } },
        orderBy: { number: "desc" },
        take: REVISIONS_PER_PAGE + 1,
        select: { id: true, number: true, createdAt: true, markdownParts: true },
      },
    },
  });
  if (row === null || !readable(postSight(viewer, postFacts(row)))) return null;
  const quotes = await quotesOf(
    viewer,
    row.revisions.map(({ id }) => id),
  );
  return row.revisions.map(({ id, number, createdAt, markdownParts }) => ({
    number,
    createdAt,
    markdown: markdownOf({ markdownParts, quotes: quotes.get(id) ?? [] }),
  }));
}

/** A line in a list of posts, such as a person's page. */
export interface PostLine {
  id: number;
  threadId: number;
  title: string;
  opening: boolean;
  createdAt: Date;
  score: number;
  excerpt: string;
}

/** How many posts a list of them shows. */
const POSTS_PER_PAGE = 50;

/**
 * A person's newest posts that the viewer may read.
 *
 * @param before the post that the page before ended with; one that is not there starts anew
 */
export async function listPostsOf(
  viewer: Viewer,
  authorId: number,
  before?: number,
): Promise<{ lines: PostLine[]; next: number | null }> {
  const last =
    before === undefined
      ? null
      : await db().post.findFirst({
          where: { id: before, authorId },
          select: { id: true, createdAt: true },
        });
  const rows = await db().post.findMany({
    where: { AND: [{ authorId }, listedPosts(viewer), last === null ? {} : olderThan(last)] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: POSTS_PER_PAGE + 1,
    select: {
      id: true,
      threadId: true,
      parentId: true,
      createdAt: true,
      score: true,
      thread: { select: { title: true } },
      currentRevision: { select: { ownText: true } },
    },
  });
  const lines = rows.slice(0, POSTS_PER_PAGE).map((row) => ({
    id: row.id,
    threadId: row.threadId,
    title: row.thread.title,
    opening: row.parentId === null,
    createdAt: row.createdAt,
    score: row.score,
    excerpt: row.currentRevision?.ownText ?? "",
  }));
  return { lines, next: rows.length > POSTS_PER_PAGE ? (lines.at(-1)?.id ?? null) : null };
}

/** Posts behind one in that order. That they are not younger stands by itself for the index to begin there. */
function olderThan({ id, createdAt }: { id: number; createdAt: Date }) {
  return {
    createdAt: { lte: createdAt },
    OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }],
  };
}
