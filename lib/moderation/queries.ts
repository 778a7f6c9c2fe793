import { db } from "@/lib/db/client";
import { mayModerate } from "@/lib/policy/debate";
import { POST_FACTS, THREAD_FACTS, threadFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";

/** What a moderator's action would touch, shown before it is taken. */
export interface Reach {
  threadId: number;
  postId: number | null;
  title: string;
  /** Unset, and the excerpt empty, where the author deleted the post. */
  author: string | null;
  excerpt: string;
  hidden: boolean;
  locked: boolean;
  /** Replies under it. */
  replies: number;
  /** Quotes taken from it. */
  quotes: number;
}

/** The reach of acting on a whole thread; null for who may not, as for what does not exist. */
export async function reachOfThread(viewer: Viewer, id: number): Promise<Reach | null> {
  const thread = await db().thread.findUnique({
    where: { id },
    select: {
      ...THREAD_FACTS,
      title: true,
      author: { select: { username: true } },
      posts: {
        where: { parentId: null },
        select: { deletedAt: true, currentRevision: { select: { ownText: true } } },
      },
    },
  });
  if (thread === null || !mayModerate(viewer, threadFacts(thread)).allowed) return null;
  const opening = thread.posts[0];
  const replies = await db().post.count({ where: { threadId: id, parentId: { not: null } } });
  const quotes = await db().quote.count({
    where: { sourcePost: { threadId: id }, revision: { currentOf: { deletedAt: null } } },
  });
  return {
    threadId: id,
    postId: null,
    title: thread.title,
    author: opening === undefined || opening.deletedAt ? null : thread.author.username,
    excerpt: opening?.deletedAt === null ? (opening.currentRevision?.ownText ?? "") : "",
    hidden: thread.hideActionId !== null,
    locked: thread.lockActionId !== null,
    replies,
    quotes,
  };
}

/** The reach of acting on one post. The opening post is acted on with its thread: null. */
export async function reachOfPost(viewer: Viewer, id: number): Promise<Reach | null> {
  const post = await db().post.findUnique({
    where: { id },
    select: {
      ...POST_FACTS,
      author: { select: { username: true } },
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
    author: post.deletedAt === null ? post.author.username : null,
    excerpt: post.deletedAt === null ? (post.currentRevision?.ownText ?? "") : "",
    hidden: post.hideActionId !== null,
    locked: post.thread.lockActionId !== null,
    replies: await countUnder(id),
    quotes,
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
