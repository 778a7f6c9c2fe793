import type { Viewer } from "@/lib/policy/viewer";
import { readable, threadSight } from "@/lib/policy/visibility";
import type { PostView } from "@/lib/posts/view";
import type { FoundSummary } from "@/lib/sharing/summary";
import { plainText } from "@/lib/text/plain";
import { snippet } from "@/lib/text/snippet";
import { threadContent } from "@/lib/threads/content.queries";

/** As much of the opening post as previews show, in code points. */
const DESCRIPTION_LENGTH = 200;

/** What other sites may be told of a thread, as the viewer sees it. */
export async function readThreadSummary(viewer: Viewer, id: number): Promise<FoundSummary> {
  const content = await threadContent(id);
  if (content === null) return { found: "nothing" };
  const { row, facts, posts } = content;
  if (!readable(threadSight(viewer, facts))) {
    const reason = row.hideAction?.reason ?? "";
    return row.hideAction === null ? { found: "nothing" } : { found: "hidden", reason };
  }
  // What it was called may be hidden with the thread that took its posts.
  if (row.mergedIntoId !== null) return { found: "nothing" };
  const opening = posts
    .map((post) => post.seenBy(viewer, facts, 0))
    .find((post) => post.parentId === null);
  return {
    found: "thread",
    summary: {
      ...{ id, title: row.title, board: row.board, createdAt: row.createdAt },
      description: opening === undefined ? "" : snippet(ownWords(opening), DESCRIPTION_LENGTH),
      author: opening?.author?.username ?? null,
      ...{ replyCount: row.replyCount, quoteCount: row.quoteCount, hidden: facts.hidden },
    },
  };
}

function ownWords(post: PostView): string {
  return plainText(post.body.flatMap((part) => (part.kind === "own" ? [part.html] : [])));
}
