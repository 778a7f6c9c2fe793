import { BOOKMARKS_PER_PAGE } from "@/lib/bookmarks/limits";
import type { BookmarkedPost, BookmarkLine } from "@/lib/bookmarks/view";
import { db } from "@/lib/db/client";
import { POST_FACTS, postFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import { postSight, readable } from "@/lib/policy/visibility";
import { snippet } from "@/lib/text/snippet";
import { cursorOf, parseCursor } from "@/lib/threads/cursor";

const POST = {
  ...POST_FACTS,
  thread: { select: { ...POST_FACTS.thread.select, title: true } },
  author: { select: { username: true } },
  currentRevision: { select: { ownText: true } },
} as const;

/** As much of a post as tells which one it is, in code points. */
const EXCERPT_LENGTH = 200;

/** What stands for other characters in a pattern of SQL, unless a backslash stands before it. */
const WILDCARDS = /[\\%_]/g;

/**
 * A page of the viewer's bookmarks, those made last first, in a fixed number of queries. Of a post that
 * the viewer may not read any more nothing is told but that it is gone.
 *
 * @param search.words only those whose note has these words, in any case; empty for all
 * @param search.before the cursor that the page before ended with; one that can't be read starts anew
 */
export async function listBookmarks(
  viewer: Viewer,
  search: { words: string; before?: string | undefined },
): Promise<{ lines: BookmarkLine[]; next: string | null }> {
  if (!viewer.signedIn) return { lines: [], next: null };
  const contains = search.words.replace(WILDCARDS, "\\$&");
  const note = contains === "" ? {} : { note: { contains, mode: "insensitive" as const } };
  const rows = await db().bookmark.findMany({
    where: { AND: [{ userId: viewer.id }, note, madeBefore(search.before)] },
    orderBy: [{ createdAt: "desc" }, { postId: "desc" }],
    take: BOOKMARKS_PER_PAGE + 1,
    select: { postId: true, note: true, createdAt: true, post: { select: POST } },
  });
  const shown = rows.slice(0, BOOKMARKS_PER_PAGE);
  const last = shown.at(-1);
  const more = rows.length > BOOKMARKS_PER_PAGE && last !== undefined;
  return {
    lines: shown.map(({ post, ...line }) => ({ ...line, post: seenPost(viewer, post) })),
    next: more ? cursorOf(last.createdAt, last.postId) : null,
  };
}

type PostRow = NonNullable<Awaited<ReturnType<typeof readPostRow>>>;

function readPostRow(postId: number) {
  return db().post.findUnique({ where: { id: postId }, select: POST });
}

function seenPost(viewer: Viewer, row: PostRow): BookmarkedPost {
  const sight = postSight(viewer, postFacts(row));
  if (!readable(sight)) return { sight: sight === "deleted" ? "deleted" : "hidden" };
  return {
    sight: "readable",
    title: row.thread.title,
    author: row.author.username,
    excerpt: snippet(row.currentRevision?.ownText ?? "", EXCERPT_LENGTH),
  };
}

/** A post as far as bookmarking it goes. */
export interface PostToBookmark {
  post: BookmarkedPost;
  /** Of the viewer's bookmark; null where there is none. */
  note: string | null;
}

/** The post and the viewer's own bookmark of it; null where there is neither one to be read. */
export async function postToBookmark(
  viewer: Viewer,
  postId: number,
): Promise<PostToBookmark | null> {
  if (!viewer.signedIn) return null;
  const [row, kept] = await Promise.all([
    readPostRow(postId),
    db().bookmark.findUnique({
      where: { userId_postId: { userId: viewer.id, postId } },
      select: { note: true },
    }),
  ]);
  if (row === null) return null;
  const post = seenPost(viewer, row);
  return post.sight === "readable" || kept !== null ? { post, note: kept?.note ?? null } : null;
}

/** Bookmarks behind a cursor. That they are not younger stands by itself for the index to begin there. */
function madeBefore(before: string | undefined) {
  const cursor = parseCursor(before, "createdAt");
  if (cursor === null) return {};
  const createdAt = new Date(Number(cursor.value));
  return {
    createdAt: { lte: createdAt },
    OR: [{ createdAt: { lt: createdAt } }, { postId: { lt: cursor.id } }],
  };
}
