import { db } from "@/lib/db/client";
import type { FeedPost } from "@/lib/feeds/post";
import type { FeedPlace } from "@/lib/feeds/scope";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { listedPosts } from "@/lib/policy/visibility";
import { bodyOf } from "@/lib/quotes/body";
import { quotesOf } from "@/lib/quotes/queries";

/**
 * The posts of some places in their order, in a fixed number of queries; those that were hidden or
 * deleted since the places were found are left out, and the words of hidden ones in quotes.
 */
export async function readFeedPosts(places: readonly FeedPlace[]): Promise<FeedPost[]> {
  const ids = places.map(({ postId }) => postId);
  const rows = await db().post.findMany({
    where: { AND: [{ id: { in: ids } }, listedPosts(SIGNED_OUT)] },
    select: {
      id: true,
      parentId: true,
      createdAt: true,
      author: { select: { username: true } },
      thread: { select: { title: true, url: true, board: { select: { slug: true, name: true } } } },
      currentRevision: { select: { id: true, createdAt: true, htmlParts: true } },
    },
  });
  const revisionIds = rows.flatMap(({ currentRevision }) => currentRevision?.id ?? []);
  const quotes = await quotesOf(SIGNED_OUT, revisionIds);
  const posts = new Map(
    rows.flatMap(({ currentRevision: revision, author, ...row }): [number, FeedPost][] => {
      if (revision === null) return [];
      const body = bodyOf(revision.htmlParts, quotes.get(revision.id) ?? []);
      const made = { author: author.username, revisedAt: revision.createdAt, body };
      return [[row.id, { ...row, ...made }]];
    }),
  );
  return ids.flatMap((id) => posts.get(id) ?? []);
}
