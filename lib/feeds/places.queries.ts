import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { rowsOf } from "@/lib/db/rows";
import { ENTRIES_PER_FEED, type FeedPlace, type FeedScope } from "@/lib/feeds/scope";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { listedPosts, listedThreads } from "@/lib/policy/visibility";
import { searchPostIds } from "@/lib/search/queries";
import { cursorOf, parseCursor } from "@/lib/threads/cursor";

/** The posts of one page of a feed, the newest first. */
export interface FeedPage {
  places: FeedPlace[];
  /** The cursor with which the next page begins; null on the last. */
  next: string | null;
}

/**
 * Which posts a feed has, as everybody sees it who is signed out: programs that read feeds bring no
 * session, and an address may be passed on. It reads no words.
 *
 * @param before the cursor that the page before ended with; one that can't be read starts anew
 */
export function placesIn(scope: FeedScope, before?: string): Promise<FeedPage> {
  if (scope.of === "site") return openings({}, before);
  if (scope.of === "board") return openings({ boardId: scope.boardId }, before);
  if (scope.of === "thread") return postsById({ threadId: scope.threadId }, before);
  if (scope.of === "person") return postsByTime(scope.authorId, before);
  if (scope.of === "search") return found(scope.text, scope.owner, before);
  return quoters(scope.userId, before);
}

const LIMIT = ENTRIES_PER_FEED + 1;

async function openings(where: { boardId?: number }, before?: string): Promise<FeedPage> {
  const rows = await db().thread.findMany({
    where: { AND: [where, listedThreads(SIGNED_OUT), olderThan(before)] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: LIMIT,
    select: {
      id: true,
      createdAt: true,
      posts: { where: { parentId: null }, take: 1, select: { id: true } },
    },
  });
  return pageOf(rows, {
    placesOf: ({ id, posts }) => posts.map((post) => ({ postId: post.id, threadId: id })),
    cursor: ({ createdAt, id }) => cursorOf(createdAt, id),
  });
}

async function postsByTime(authorId: number, before?: string): Promise<FeedPage> {
  const rows = await db().post.findMany({
    where: { AND: [{ authorId }, listedPosts(SIGNED_OUT), olderThan(before)] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: LIMIT,
    select: { id: true, threadId: true, createdAt: true },
  });
  return pageOf(rows, { placesOf, cursor: ({ createdAt, id }) => cursorOf(createdAt, id) });
}

async function postsById(where: Prisma.PostWhereInput, before?: string): Promise<FeedPage> {
  const cursor = parseCursor(before, "id");
  const older = cursor === null ? {} : { id: { lt: cursor.id } };
  const rows = await db().post.findMany({
    where: { AND: [where, listedPosts(SIGNED_OUT), older] },
    orderBy: { id: "desc" },
    take: LIMIT,
    select: { id: true, threadId: true },
  });
  return pageOf(rows, { placesOf, cursor: ({ id }) => cursorOf(id, id) });
}

/** So many of the newest posts that quote somebody are looked at for those that everybody may read. */
const CONSIDERED = 10 * ENTRIES_PER_FEED;

/** What the person blocked or muted is left out, and so is what quotes hidden words. */
async function quoters(userId: number, before?: string): Promise<FeedPage> {
  const cursor = parseCursor(before, "id");
  const newest = cursor === null ? 2_147_483_647 : cursor.id;
  const rows = await rowsOf<{ id: number }>(Prisma.sql`
    SELECT DISTINCT p.id
      FROM posts sp
      JOIN threads st ON st.id = sp.thread_id
      JOIN quotes q ON q.source_post_id = sp.id
      JOIN posts p ON p.id = q.post_id AND p.current_revision_id = q.revision_id
     WHERE sp.author_id = ${userId} AND sp.hide_action_id IS NULL AND sp.deleted_at IS NULL
       AND st.hide_action_id IS NULL AND p.author_id <> ${userId} AND p.id < ${newest}
     ORDER BY p.id DESC LIMIT ${CONSIDERED}`);
  const ids = rows.map(({ id }) => id);
  return postsById({ AND: [{ id: { in: ids } }, wantedBy(userId)] }, before);
}

/** A feed can't fold. */
function wantedBy(userId: number): Prisma.PostWhereInput {
  return {
    author: { blockedBy: { none: { userId } } },
    thread: { mutes: { none: { userId } } },
  };
}

/**
 * The newest posts that a search finds, by somebody who is its owner and may do nothing more than
 * others; what only they may read is left out. A search that can't be made any more, such as in a board
 * that is gone, finds nothing.
 */
async function found(
  text: string,
  owner: { id: number; username: string },
  before?: string,
): Promise<FeedPage> {
  const viewer = { ...owner, signedIn: true as const, admin: false, moderates: [] };
  const page = await searchPostIds(viewer, { text, order: "newest", after: before }, new Date());
  if (page.found !== "ids") return { places: [], next: null };
  const rows = await db().post.findMany({
    where: {
      AND: [{ id: { in: page.postIds } }, listedPosts(SIGNED_OUT), wantedBy(owner.id)],
    },
    select: { id: true, threadId: true },
  });
  const threads = new Map(rows.map(({ id, threadId }) => [id, threadId]));
  const places = page.postIds.flatMap((postId) => {
    const threadId = threads.get(postId);
    return threadId === undefined ? [] : [{ postId, threadId }];
  });
  return { places, next: page.next };
}

/** Rows behind a cursor in the order "created last, then by id". */
function olderThan(before: string | undefined) {
  const cursor = parseCursor(before, "createdAt");
  if (cursor === null) return {};
  const createdAt = new Date(Number(cursor.value));
  return {
    createdAt: { lte: createdAt },
    OR: [{ createdAt: { lt: createdAt } }, { id: { lt: cursor.id } }],
  };
}

function placesOf({ id, threadId }: { id: number; threadId: number }): FeedPlace[] {
  return [{ postId: id, threadId }];
}

function pageOf<Row>(
  rows: readonly Row[],
  to: { placesOf: (row: Row) => FeedPlace[]; cursor: (row: Row) => string },
): FeedPage {
  const shown = rows.slice(0, ENTRIES_PER_FEED);
  const last = shown.at(-1);
  const more = rows.length > ENTRIES_PER_FEED && last !== undefined;
  return { places: shown.flatMap(to.placesOf), next: more ? to.cursor(last) : null };
}
