import { db } from "@/lib/db/client";
import { type QuoteGraph, quoteGraph } from "@/lib/graph/graph";
import { THREAD_FACTS, threadFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import { readable, threadSight } from "@/lib/policy/visibility";
import type { StatedReason } from "@/lib/posts/view";
import { readPosts } from "@/lib/posts/views.queries";
import { type Hues, huesOf } from "@/lib/threads/hues";

/** What is at the address of a thread's quote graph, for one viewer. */
export type GraphPage =
  | { found: "graph"; thread: { id: number; title: string }; graph: QuoteGraph; hues: Hues }
  | { found: "tombstone"; hidden: StatedReason }
  | { found: "nothing" };

/**
 * Who quotes whom in a thread, made of the posts as the thread's own page shows them to the viewer:
 * a fixed number of queries, and nothing that is not to be read there.
 */
export async function readQuoteGraph(viewer: Viewer, threadId: number): Promise<GraphPage> {
  const row = await db().thread.findUnique({
    where: { id: threadId },
    select: {
      ...THREAD_FACTS,
      title: true,
      hideAction: { select: { createdAt: true, reason: true } },
    },
  });
  if (row === null) return { found: "nothing" };
  const facts = threadFacts(row);
  if (!readable(threadSight(viewer, facts))) {
    const hidden = row.hideAction;
    if (hidden === null) return { found: "nothing" };
    return { found: "tombstone", hidden: { at: hidden.createdAt, reason: hidden.reason } };
  }
  const posts = await readPosts(viewer, facts, { threadId });
  return {
    found: "graph",
    thread: { id: row.id, title: row.title },
    graph: quoteGraph(posts),
    hues: huesOf(posts.map((post) => post.author?.id)),
  };
}
