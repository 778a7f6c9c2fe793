import { type QuoteGraph, quoteGraph } from "@/lib/graph/graph";
import type { Viewer } from "@/lib/policy/viewer";
import { readable, threadSight } from "@/lib/policy/visibility";
import type { StatedReason } from "@/lib/posts/view";
import { seenPosts } from "@/lib/posts/views.queries";
import { threadContent } from "@/lib/threads/content.queries";
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
  const content = await threadContent(threadId);
  if (content === null) return { found: "nothing" };
  const { row, facts } = content;
  if (!readable(threadSight(viewer, facts))) {
    const { hidden } = row;
    return hidden === null ? { found: "nothing" } : { found: "tombstone", hidden };
  }
  const posts = await seenPosts(viewer, facts, content.posts);
  return {
    found: "graph",
    thread: { id: row.id, title: row.title },
    graph: quoteGraph(posts),
    hues: huesOf(posts.map((post) => post.author?.id)),
  };
}
