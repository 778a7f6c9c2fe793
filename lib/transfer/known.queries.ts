import type { Transaction } from "@/lib/db/client";
import { nativeId } from "@/lib/transfer/source-id";
import type { IncomingPost, IncomingThread } from "@/lib/transfer/thread";

/** What of an incoming thread is here already. */
export interface Known {
  /** Null for a thread that is new. */
  threadId: number | null;
  /** Ids of the posts that are here, by their keys in the file. */
  postIds: Map<string, number>;
  /** The posts that are new, with source ids that no post of another thread has. */
  missing: IncomingPost[];
}

/**
 * Finds what of a thread was imported before, by source ids, or was written here in the first place.
 * Some forums number posts anew in each thread: where the id of a post is taken by another thread,
 * the thread's own id is put in front.
 *
 * @returns or a sentence that says why the thread can't be taken
 */
export async function findKnown(
  tx: Pick<Transaction, "$queryRaw">,
  thread: IncomingThread,
  forum: string,
): Promise<Known | string> {
  const threadId = await findThread(tx, thread, forum);
  const rows = await findPosts(tx, thread, threadId);
  const here = new Map(rows.filter((row) => row.thread_id === threadId).map(idBySource));
  const elsewhere = new Set(rows.filter((row) => row.thread_id !== threadId).map(sourceOf));
  const own = new Set(rows.filter((row) => row.thread_id === threadId).map(({ id }) => id));
  const known: Known = { threadId, postIds: new Map(), missing: [] };
  for (const post of thread.posts) {
    const names = namesOf(thread, post);
    const native = nativeId(forum, "post", post.sourceId ?? "");
    const found =
      names.map((name) => here.get(name)).find((id) => id !== undefined) ??
      (native !== null && own.has(native) ? native : undefined);
    const sourceId = names.find((name) => !elsewhere.has(name));
    if (found !== undefined) known.postIds.set(post.key, found);
    else if (sourceId === undefined) return `post ${post.key} is here already, in another thread.`;
    else known.missing.push({ ...post, sourceId });
  }
  const opening = thread.posts[0]?.key ?? "";
  if (threadId !== null && !known.postIds.has(opening)) {
    return "a thread of this id is here already, with another opening post.";
  }
  return known;
}

interface PostRow {
  id: number;
  thread_id: number;
  source_id: string | null;
}

const sourceOf = (row: PostRow) => row.source_id;
const idBySource = (row: PostRow) => [row.source_id, row.id] as const;

function namesOf({ sourceId }: IncomingThread, post: IncomingPost): string[] {
  const own = post.sourceId ?? post.key;
  return [own, `${sourceId}/${own}`];
}

async function findThread(
  tx: Pick<Transaction, "$queryRaw">,
  { sourceId }: IncomingThread,
  forum: string,
): Promise<number | null> {
  const native = nativeId(forum, "thread", sourceId ?? "");
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM threads
     WHERE source_id = ${sourceId} OR (id = ${native}::int AND source_id IS NULL)
     ORDER BY id LIMIT 1`;
  return rows[0]?.id ?? null;
}

/** The posts of the thread, and those of others that have one of the ids. */
function findPosts(
  tx: Pick<Transaction, "$queryRaw">,
  thread: IncomingThread,
  threadId: number | null,
): Promise<PostRow[]> {
  const names = thread.posts.flatMap((post) => namesOf(thread, post));
  return tx.$queryRaw<PostRow[]>`
    SELECT id, thread_id, source_id FROM posts WHERE thread_id = ${threadId}::int
     UNION
    SELECT id, thread_id, source_id FROM posts WHERE source_id = ANY(${names}::text[])`;
}
