import type { Transaction } from "@/lib/db/client";
import { mayModerate } from "@/lib/policy/debate";
import type { Viewer } from "@/lib/policy/viewer";
import { listedThreads, readable, threadSight } from "@/lib/policy/visibility";
import { pagesOf, pageWith } from "@/lib/posts/paging";
import type { FlatPost } from "@/lib/posts/tree";
import type { PostView } from "@/lib/posts/view";
import { arrivalMarks, seenPosts } from "@/lib/posts/views.queries";
import type { PostOrder } from "@/lib/routes";
import { outlineOf } from "@/lib/text/render";
import { threadContent } from "@/lib/threads/content.queries";
import { huesOf } from "@/lib/threads/hues";
import type { ThreadPage, ThreadPaging } from "@/lib/threads/view";

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
  const { hidden } = row;
  if (!readable(threadSight(viewer, facts))) {
    return hidden ? { found: "tombstone", hidden } : { found: "nothing" };
  }
  if (row.mergedIntoId !== null) return { found: "merged", into: row.mergedIntoId };
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
      locked: row.locked,
      pinned: row.pinned,
      slowMinutes: row.slowMinutes,
      opening,
      replies: rows.slice(paging.first - 1, paging.last),
      paging,
      hues: huesOf(posts.map((post) => post.author?.id)),
      graph: content.graph.get(),
      outline: row.kind === "article" ? outlineOf(htmlParts) : [],
      mayModerate: mayModerate(viewer, facts).allowed,
      newestId: posts.at(-1)?.id ?? opening.id,
      cursor: content.cursor,
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
  // What it was called may be hidden with the thread that took its posts.
  return content.row.mergedIntoId === null ? content.row.title : null;
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
