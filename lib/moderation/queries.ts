import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { mayModerate } from "@/lib/policy/debate";
import { POST_FACTS, THREAD_FACTS, threadFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import { branchOf } from "@/lib/posts/branch.queries";

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
  /** Quotes taken from it, and how many other threads they stand in. */
  quotes: number;
  otherThreads: number;
  pinned: boolean;
  offTopic: boolean;
  /** The present pace, where the thread is slowed down. */
  slowMinutes: number | null;
}

/** The reach of acting on a whole thread; null for who may not, as for what does not exist. */
export async function reachOfThread(viewer: Viewer, id: number): Promise<Reach | null> {
  const thread = await db().thread.findUnique({
    where: { id },
    select: {
      ...THREAD_FACTS,
      title: true,
      ...{ pinActionId: true, slowMinutes: true, mergedIntoId: true },
      author: { select: { username: true } },
      posts: {
        where: { parentId: null },
        select: { deletedAt: true, currentRevision: { select: { ownText: true } } },
      },
    },
  });
  if (thread === null || thread.mergedIntoId !== null) return null;
  if (!mayModerate(viewer, threadFacts(thread)).allowed) return null;
  const opening = thread.posts[0];
  const replies = await db().post.count({ where: { threadId: id, parentId: { not: null } } });
  const quoted = await countQuotes(Prisma.sql`source.thread_id = ${id}`);
  return {
    threadId: id,
    postId: null,
    title: thread.title,
    author: opening === undefined || opening.deletedAt ? null : thread.author.username,
    excerpt: opening?.deletedAt === null ? (opening.currentRevision?.ownText ?? "") : "",
    hidden: thread.hideActionId !== null,
    locked: thread.lockActionId !== null,
    replies,
    ...quoted,
    ...{ pinned: thread.pinActionId !== null, offTopic: false, slowMinutes: thread.slowMinutes },
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
      offTopicActionId: true,
      thread: { select: { ...THREAD_FACTS, title: true } },
    },
  });
  if (post === null || post.parentId === null) return null;
  if (!mayModerate(viewer, threadFacts(post.thread)).allowed) return null;
  const quoted = await countQuotes(Prisma.sql`source.id = ${id}`);
  return {
    threadId: post.threadId,
    postId: id,
    title: post.thread.title,
    author: post.deletedAt === null ? post.author.username : null,
    excerpt: post.deletedAt === null ? (post.currentRevision?.ownText ?? "") : "",
    hidden: post.hideActionId !== null,
    locked: post.thread.lockActionId !== null,
    replies: (await branchOf(db(), id)).length - 1,
    ...quoted,
    ...{ pinned: false, offTopic: post.offTopicActionId !== null, slowMinutes: null },
  };
}

/** Quotes of some posts in what stands now, and in how many threads beside their own. */
async function countQuotes(
  condition: Prisma.Sql,
): Promise<{ quotes: number; otherThreads: number }> {
  const rows = await db().$queryRaw<{ quotes: number; otherThreads: number }[]>`
    SELECT count(*)::int AS quotes,
           count(DISTINCT quoter.thread_id) FILTER (WHERE quoter.thread_id <> source.thread_id)::int
             AS "otherThreads"
      FROM posts source
      JOIN quotes q ON q.source_post_id = source.id
      JOIN posts quoter ON quoter.current_revision_id = q.revision_id AND quoter.deleted_at IS NULL
     WHERE ${condition}`;
  return rows[0] ?? { quotes: 0, otherThreads: 0 };
}
