import { notMuted } from "@/lib/blocks/queries";
import { db, type Transaction } from "@/lib/db/client";
import { mayModerate, mayVote } from "@/lib/policy/debate";
import { THREAD_FACTS, threadFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import { listedThreads, readable, threadSight } from "@/lib/policy/visibility";
import { pagesOf, pageWith } from "@/lib/posts/paging";
import type { FlatPost } from "@/lib/posts/tree";
import type { PostView } from "@/lib/posts/view";
import { arrivalMarks, seenPosts } from "@/lib/posts/views.queries";
import type { PostOrder, ThreadOrder } from "@/lib/routes";
import { outlineOf } from "@/lib/text/render";
import { threadContent } from "@/lib/threads/content.queries";
import { type Cursor, cursorOf, parseCursor } from "@/lib/threads/cursor";
import { huesOf } from "@/lib/threads/hues";
import type { ThreadLine, ThreadPage, ThreadPaging } from "@/lib/threads/view";

/** Which page of a thread is asked for, and how. */
export interface ThreadWish {
  order?: PostOrder;
  /** From 1; one that there is not is not found. */
  page?: number;
  /** Rather the page that this post is on. */
  at?: number;
  /** Rather the page with the passage of this quote, marked in its source. */
  quoteId?: number;
}

/** Everything the page of a thread shows, in a fixed number of queries whatever its length. */
export async function readThread(
  viewer: Viewer,
  id: number,
  wish: ThreadWish = {},
): Promise<ThreadPage> {
  const content = await threadContent(id);
  if (content === null) return { found: "nothing" };
  const { row, facts } = content;
  const hidden = row.hideAction && { at: row.hideAction.createdAt, reason: row.hideAction.reason };
  if (!readable(threadSight(viewer, facts))) {
    return hidden ? { found: "tombstone", hidden } : { found: "nothing" };
  }
  const arrival = await arrivalMarks(wish.quoteId);
  const posts = await seenPosts(viewer, facts, content.posts, arrival);
  const opening = posts.find((post) => post.parentId === null);
  if (opening === undefined) return { found: "nothing" };
  const rows = content.orders.of(posts, wish.order ?? "best");
  const paging = pagingOf(rows, { ...wish, at: arrival?.postId ?? wish.at });
  if (paging === null) return { found: "nothing" };
  const htmlParts = opening.body.flatMap((part) => (part.kind === "own" ? [part.html] : []));
  return {
    found: "thread",
    thread: {
      id: row.id,
      kind: row.kind,
      title: row.title,
      url: row.url,
      board: row.board,
      createdAt: row.createdAt,
      replyCount: row.replyCount,
      quoteCount: row.quoteCount,
      hidden,
      locked: row.lockAction && { at: row.lockAction.createdAt, reason: row.lockAction.reason },
      opening,
      replies: rows.slice(paging.first - 1, paging.last),
      paging,
      hues: huesOf(posts.map((post) => post.author?.id)),
      graph: content.graph.get(),
      outline: row.kind === "article" ? outlineOf(htmlParts) : [],
      mayModerate: mayModerate(viewer, facts).allowed,
    },
  };
}

/** @returns null if there is no such page */
function pagingOf(
  rows: readonly FlatPost<PostView>[],
  { page = 1, at }: { page?: number; at?: number },
): ThreadPaging | null {
  const pages = pagesOf(rows.map(({ depth }) => depth));
  const place = at === undefined ? -1 : rows.findIndex(({ post }) => post.id === at);
  const number = at === undefined ? page : pageWith(pages, place);
  const stretch = pages[number - 1];
  if (stretch === undefined) return null;
  const { start, end } = stretch;
  return { page: number, pages: pages.length, first: start + 1, last: end, total: rows.length };
}

/** The title a viewer may know of a thread: for page titles, which leak too. */
export async function readThreadTitle(viewer: Viewer, id: number): Promise<string | null> {
  const content = await threadContent(id);
  if (content === null || !readable(threadSight(viewer, content.facts))) return null;
  return content.row.title;
}

/** How many threads a page of a list shows. */
export const THREADS_PER_PAGE = 30;

const COLUMNS = {
  hot: "hotRank",
  new: "createdAt",
  top: "score",
  active: "lastPostAt",
} as const satisfies Record<ThreadOrder, string>;

/**
 * A page of threads that the viewer finds in lists, in a fixed number of queries.
 *
 * @param options.after the cursor that the page before ended with; one that can't be read starts anew
 */
export async function listThreads(
  viewer: Viewer,
  options: { order: ThreadOrder; boardId?: number; authorId?: number; after?: string },
): Promise<{ lines: ThreadLine[]; next: string | null }> {
  const column = COLUMNS[options.order];
  const after = parseCursor(options.after, column);
  const rows = await db().thread.findMany({
    where: {
      AND: [
        listedThreads(viewer),
        notMuted(viewer),
        options.boardId === undefined ? {} : { boardId: options.boardId },
        options.authorId === undefined ? {} : { authorId: options.authorId },
        after === null ? {} : beyond(column, after),
      ],
    },
    orderBy: [{ [column]: "desc" }, { id: "desc" }],
    take: THREADS_PER_PAGE + 1,
    select: {
      ...THREAD_FACTS,
      kind: true,
      title: true,
      url: true,
      createdAt: true,
      lastPostAt: true,
      score: true,
      hotRank: true,
      replyCount: true,
      quoteCount: true,
      board: { select: { slug: true, name: true } },
      author: { select: { username: true } },
      posts: {
        where: { parentId: null },
        take: 1,
        select: {
          id: true,
          authorId: true,
          hideActionId: true,
          deletedAt: true,
          votes: {
            where: { userId: viewer.signedIn ? viewer.id : 0 },
            select: { value: true },
          },
        },
      },
    },
  });
  const shown = rows.slice(0, THREADS_PER_PAGE);
  const lines = shown.map((row): ThreadLine => {
    const facts = threadFacts(row);
    const opening = row.posts[0];
    const vote = opening?.votes[0]?.value ?? 0;
    return {
      id: row.id,
      postId: opening?.id ?? 0,
      kind: row.kind,
      title: row.title,
      url: row.url,
      board: row.board,
      author: opening?.deletedAt ? null : row.author.username,
      createdAt: row.createdAt,
      score: row.score,
      ownVote: vote > 0 ? 1 : vote < 0 ? -1 : 0,
      mayVote:
        opening !== undefined &&
        mayVote(viewer, {
          authorId: opening.authorId,
          hidden: opening.hideActionId !== null,
          deleted: opening.deletedAt !== null,
          thread: facts,
        }).allowed,
      replyCount: row.replyCount,
      quoteCount: row.quoteCount,
      hidden: facts.hidden,
      locked: facts.locked,
    };
  });
  const last = shown.at(-1);
  const more = rows.length > THREADS_PER_PAGE && last !== undefined;
  return { lines, next: more ? cursorOf(last[column], last.id) : null };
}

/**
 * Rows after the cursor, in the order "column descending, id descending". That the column is not
 * greater stands by itself, so that an index begins there however far down the list it is.
 */
function beyond(column: (typeof COLUMNS)[ThreadOrder], cursor: Cursor) {
  return {
    [column]: { lte: cursor.value },
    OR: [{ [column]: { lt: cursor.value } }, { id: { lt: cursor.id } }],
  };
}

/** A link posted again within so many days leads to the thread that exists. */
const SAME_LINK_DAYS = 30;

/** The newest thread with this address that the actor may see and that is not too old. */
export async function threadWithAddress(
  tx: Transaction,
  viewer: Viewer,
  urlKey: string,
  now: Date,
): Promise<number | null> {
  const since = new Date(now.getTime() - SAME_LINK_DAYS * 24 * 3_600_000);
  const thread = await tx.thread.findFirst({
    where: { AND: [{ urlKey, createdAt: { gt: since } }, listedThreads(viewer)] },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return thread?.id ?? null;
}
