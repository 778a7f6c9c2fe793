import { cache } from "react";
import { BoundedCache } from "@/lib/bounded-cache";
import { Eventual } from "@/lib/eventual";
import { threadFacts } from "@/lib/policy/facts";
import type { StoredPost } from "@/lib/posts/stored";
import { storedPosts } from "@/lib/posts/views.queries";
import { ThreadGraph } from "@/lib/threads/graph";
import { ReadingOrders } from "@/lib/threads/reading-order";
import { type ThreadRow, threadRow } from "@/lib/threads/row.queries";
import { threadState } from "@/lib/versions/queries";

/** All that is stored of a thread, whoever may see it, in one of its states. */
interface StoredThread {
  /** The state: lib/versions. */
  version: string;
  row: ThreadRow;
  facts: ReturnType<typeof threadFacts> & { id: number };
  /** In the order in which they were written. */
  posts: StoredPost[];
  orders: ReadingOrders;
  /** Who quotes whom, as far as everybody may see it. */
  graph: ThreadGraph;
}

export interface ThreadContent extends StoredThread {
  /** From where on an open page is told what changed (lib/live/cursor.ts): in it, the state was this one. */
  cursor: string;
}

/** Threads are kept to about this size in all, in bytes. */
const KEPT_SIZE = 24_000_000;

interface Kept {
  version: string;
  content: Eventual<StoredThread | null>;
}

// See lib/db/client.ts for why it is kept on globalThis.
const shared = globalThis as { rejoinderThreads?: BoundedCache<number, Kept> };
shared.rejoinderThreads ??= new BoundedCache<number, Kept>(KEPT_SIZE);
const kept = shared.rejoinderThreads;

/**
 * What is stored of a thread, from memory while it is in the same state there; asked for once by a
 * page, whoever of its parts need it. Of a thread that changed, only what is different is made anew. It
 * holds what is hidden, too: it is shown by `StoredPost.seenBy` and under lib/policy/visibility.ts alone.
 *
 * @returns null if there is no such thread
 */
export const threadContent = cache(async (id: number): Promise<ThreadContent | null> => {
  const { version, cursor } = await threadState(id);
  const content = await contentIn(id, version);
  return content && { ...content, cursor };
});

function contentIn(id: number, version: string): Promise<StoredThread | null> {
  const before = kept.get(id);
  if (before?.version === version) return before.content.get();
  // The version was asked for first: what is read now is of that state or a later one, never older.
  const reading = read(id, version, before);
  const content = new Eventual(reading);
  // Who asks meanwhile waits for the same reading.
  const entry = { version, content };
  kept.enter(id, entry);
  reading.then(
    (found) => {
      if (found === null) kept.drop(id, entry);
      else kept.weigh(id, entry, weightOf(found));
    },
    () => kept.drop(id, entry),
  );
  return reading;
}

async function read(
  id: number,
  version: string,
  before: Kept | undefined,
): Promise<StoredThread | null> {
  const [row, old] = await Promise.all([threadRow(id), before?.content.get().catch(() => null)]);
  if (row === null) return null;
  const known = new Map(old?.posts.map((post) => [post.id, post]));
  const posts = await storedPosts(id, known);
  const facts = { ...threadFacts(row), id };
  // What another bundle of this process made is of other classes: pages and data are built apart.
  const oldGraph = old?.graph instanceof ThreadGraph ? old.graph : undefined;
  const oldOrders = old?.orders instanceof ReadingOrders ? old.orders : undefined;
  const graph = new ThreadGraph(posts, facts, oldGraph);
  return { version, row, facts, posts, orders: new ReadingOrders(oldOrders), graph };
}

function weightOf({ posts }: StoredThread): number {
  return posts.reduce((sum, post) => sum + post.size, 1_000);
}
