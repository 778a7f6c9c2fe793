import { db } from "@/lib/db/client";
import type { Viewer } from "@/lib/policy/viewer";
import { listedPosts } from "@/lib/policy/visibility";

/** A vote of the viewer's own, on a post that they may read. */
export interface OwnVote {
  postId: number;
  value: 1 | -1;
  votedAt: Date;
  title: string;
  author: string;
  excerpt: string;
}

const VOTES_PER_PAGE = 50;

/**
 * The viewer's own votes, those on the newest posts first.
 *
 * @param before only those on posts older than the one of this id
 */
export async function listOwnVotes(
  viewer: Viewer,
  before?: number,
): Promise<{ lines: OwnVote[]; next: number | null }> {
  if (!viewer.signedIn) return { lines: [], next: null };
  const rows = await db().vote.findMany({
    where: {
      userId: viewer.id,
      value: { not: 0 },
      ...(before === undefined ? {} : { postId: { lt: before } }),
      post: listedPosts(viewer),
    },
    orderBy: { postId: "desc" },
    take: VOTES_PER_PAGE + 1,
    select: {
      postId: true,
      value: true,
      createdAt: true,
      post: {
        select: {
          author: { select: { username: true } },
          thread: { select: { title: true } },
          currentRevision: { select: { ownText: true } },
        },
      },
    },
  });
  const lines = rows.slice(0, VOTES_PER_PAGE).map(({ postId, value, createdAt, post }): OwnVote => {
    return {
      ...{ postId, value: value > 0 ? 1 : -1, votedAt: createdAt },
      ...{ title: post.thread.title, author: post.author.username },
      excerpt: post.currentRevision?.ownText ?? "",
    };
  });
  return { lines, next: rows.length > VOTES_PER_PAGE ? (lines.at(-1)?.postId ?? null) : null };
}
