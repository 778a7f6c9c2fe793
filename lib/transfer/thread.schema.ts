import { ZodError } from "zod";
import { failure, type Result, success } from "@/lib/result";
import { isHackerNewsItem, threadOfItem } from "@/lib/transfer/hacker-news";
import { faultsIn, type PostLine, type ThreadLine, threadLine } from "@/lib/transfer/schema";
import type { IncomingPost, IncomingThread } from "@/lib/transfer/thread";

/** The name of whoever wrote what the source keeps no name of; shown to nobody. */
const NOBODY = "[deleted]";

/**
 * Checks one thread of an import file: a line of ours or an item of Hacker News, told apart by what
 * they contain. The failure's message is the reason in plain words.
 */
export function parseThread(value: unknown): Result<IncomingThread> {
  try {
    const line = threadLine.parse(isHackerNewsItem(value) ? threadOfItem(value) : value);
    const problem = treeProblem(line);
    return problem === null ? success(threadOf(line)) : failure("invalid", problem);
  } catch (error) {
    if (error instanceof ZodError) return failure("invalid", faultsIn(error));
    // Markup nested so deep that the converter runs out of stack.
    if (error instanceof RangeError) return failure("invalid", "it is nested too deep to be read.");
    throw error;
  }
}

/** What is wrong with how the posts hang together; null if nothing is. */
function treeProblem({ posts, moderation }: ThreadLine): string | null {
  const ids = new Set<string>();
  for (const { id } of posts) {
    if (ids.has(id)) return `two posts have the id ${id}.`;
    ids.add(id);
  }
  const sourceIds = posts.map(sourceIdOf);
  if (new Set(sourceIds).size < posts.length) return "two posts have the same sourceId.";
  const [opening, ...replies] = posts;
  if (opening?.parent != null) return "the opening post is missing: the first post has a parent.";
  const orphan = replies.find(({ parent }) => parent == null);
  if (orphan !== undefined) return `post ${orphan.id} has no parent, and is not the first.`;
  const lost = replies.find(({ parent }) => parent != null && !ids.has(parent));
  if (lost !== undefined) return `post ${lost.id} answers ${lost.parent}, which is not here.`;
  const wordless = posts.find((post) => !isTombstone(post) && (!post.author || post.body == null));
  if (wordless !== undefined) {
    return `post ${wordless.id} has no ${wordless.author ? "body" : "author"}.`;
  }
  const strange = moderation.find(({ post }) => post != null && !ids.has(post));
  if (strange !== undefined) return `moderation names post ${strange.post}, which is not here.`;
  const locked = moderation.find(
    ({ kind, post }) => kind.endsWith("lock") && post != null && post !== opening?.id,
  );
  if (locked !== undefined) {
    return `moderation ${locked.kind}s post ${locked.post}: only a whole thread can be locked.`;
  }
  if (parentsFirst(posts).length < posts.length) return "some posts answer each other in a circle.";
  return null;
}

function threadOf(line: ThreadLine): IncomingThread {
  const opening = line.posts[0]?.id;
  return {
    sourceId: line.sourceId ?? line.id,
    title: line.title,
    kind: line.kind ?? (line.url ? "link" : "text"),
    url: line.url ?? null,
    board: line.board ?? null,
    posts: parentsFirst(line.posts).map(postOf),
    moderation: line.moderation.map(({ post, ...action }) => ({
      ...action,
      // The opening post is hidden and shown with its thread: alone, nobody could show it again.
      postKey: post == null || post === opening ? null : post,
    })),
  };
}

function postOf(post: PostLine): IncomingPost {
  const revisions = post.revisions?.length
    ? post.revisions.map((revision) => ({ ...revision, order: revision.order ?? null }))
    : [{ createdAt: post.createdAt, body: post.body ?? "", order: null }];
  const isDeleted = post.state === "deleted" || isTombstone(post);
  return {
    key: post.id,
    parentKey: post.parent ?? null,
    sourceId: sourceIdOf(post),
    author: post.author ?? NOBODY,
    createdAt: post.createdAt,
    deletedAt: post.deletedAt ?? (isDeleted ? (revisions.at(-1)?.createdAt ?? null) : null),
    revisions,
    votes: post.votes,
  };
}

/** A post of which only the place is left, whoever took it away. */
function isTombstone({ state, author }: PostLine): boolean {
  return state !== "open" && !author;
}

function sourceIdOf({ id, sourceId }: PostLine): string {
  return sourceId ?? id;
}

/** The posts in the order of the file, but each after its parent; without those in a circle. */
function parentsFirst(posts: readonly PostLine[]): PostLine[] {
  const ordered: PostLine[] = [];
  const placed = new Set<string>();
  const waiting = new Map<string, PostLine[]>();
  for (const post of posts) {
    if (post.parent != null && !placed.has(post.parent)) {
      waiting.set(post.parent, [...(waiting.get(post.parent) ?? []), post]);
      continue;
    }
    const ready = [post];
    for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
      ordered.push(next);
      placed.add(next.id);
      ready.push(...(waiting.get(next.id) ?? []));
    }
  }
  return ordered;
}
