import { db } from "@/lib/db/client";
import { mayModerate } from "@/lib/policy/debate";
import type { Viewer } from "@/lib/policy/viewer";
import { POST_FACTS, THREAD_FACTS, threadFacts } from "@/lib/threads/facts";

/** What a moderator's action would touch, shown before it is taken. */
export interface Reach {
  threadId: number;
  postId: number | null;
  title: string;
  author: string;
  excerpt: string;
  hidden: boolean;
  locked: boolean;
  /** Replies under it. */
  replies: number;
  /** Quotes taken from it, in posts that are not themselves part of it. */
  quotes: number;
  /** The reason that was stated when it was hidden or locked, if it is. */
  reason: string | null;
}

const ACTION = { select: { reason: true } } as const;

/** The reach of acting on a whole thread; null for who may not, as for what does not exist. */
export async function reachOfThread(viewer: Viewer, id: number): Promise<Reach | null> {
  const thread = await db().thread.findUnique({
    where: { id },
    select: {
      ...THREAD_FACTS,
      title: true,
      author: { select: { username: true } },
      hideAction: ACTION,
      lockAction: ACTION,
      posts: {
        where: { parentId: null },
        select: { currentRevision: { select: { ownText: true } } },
      },
    },
  });
  if (thread === null || !mayModerate(viewer, threadFacts(thread)).allowed) return null;
  const replies = await db().post.count({ where: { threadId: id, parentId: { not: null } } });
  const quotes = await db().quote.count({
    where: { sourcePost: { threadId: id }, revision: { currentOf: { deletedAt: null } } },
  });
  return {
    threadId: id,
    postId: null,
    title: thread.title,
    author: thread.author.username,
    excerpt: thread.posts[0]?.currentRevision?.ownText ?? "",
    hidden: thread.hideActionId !== null,
    locked: thread.lockActionId !== null,
    replies,
    quotes,
    reason: thread.hideAction?.reason ?? thread.lockAction?.reason ?? null,
  };
}

/** The reach of acting on one post. The opening post is acted on with its thread: null. */
export async function reachOfPost(viewer: Viewer, id: number): Promise<Reach | null> {
  const post = await db().post.findUnique({
    where: { id },
    select: {
      ...POST_FACTS,
      author: { select: { username: true } },
      hideAction: ACTION,
      currentRevision: { select: { ownText: true } },
      thread: { select: { ...THREAD_FACTS, title: true } },
    },
  });
  if (post === null || post.parentId === null) return null;
  if (!mayModerate(viewer, threadFacts(post.thread)).allowed) return null;
  const quotes = await db().quote.count({
    where: { sourcePostId: id, revision: { currentOf: { deletedAt: null } } },
  });
  return {
    threadId: post.threadId,
    postId: id,
    title: post.thread.title,
    author: post.author.username,
    excerpt: post.deletedAt === null ? (post.currentRevision?.ownText ?? "") : "",
    hidden: post.hideActionId !== null,
    locked: post.thread.lockActionId !== null,
    replies: await countUnder(id),
    quotes,
    reason: post.hideAction?.reason ?? null,
  };
}

/** All posts under a post, to any depth. UNION (not ALL) ends even if parents ran in a circle. */
async function countUnder(postId: number): Promise<number> {
  const rows = await db().$queryRaw<{ replies: number }[]>`
    WITH RECURSIVE under AS (
      SELECT id FROM posts WHERE parent_id = ${postId}
      UNION
      SELECT p.id FROM posts p JOIN under ON p.parent_id = under.id
    )
    SELECT count(*)::int AS replies FROM under`;
  return rows[0]?.replies ?? 0;
}
