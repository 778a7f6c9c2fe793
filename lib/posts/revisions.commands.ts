import type { Transaction } from "@/lib/db/client";
import { saveQuotes } from "@/lib/quotes/commands";
import type { ThreadSources } from "@/lib/quotes/sources";
import { threadSources } from "@/lib/quotes/sources.queries";
import { RENDERER_VERSION, type RenderedPost } from "@/lib/text/render";

/** Where a post stands, as far as writing a revision of it goes. */
export interface WrittenPost {
  id: number;
  threadId: number;
  parentId: number | null;
}

/**
 * Writes a revision of a post with its quotes resolved, and makes it the current one. Part of the
 * transaction that opens, answers, edits or imports; the thread's row must be locked.
 *
 * @param known the thread's posts, where the caller keeps them; loaded otherwise
 * @returns the revision's id, and the quoted post of each quote with a known source
 */
export async function writeRevision(
  tx: Transaction,
  post: WrittenPost,
  revision: { number: number; createdAt: Date; rendered: RenderedPost },
  known?: ThreadSources,
): Promise<{ id: number; quotedPosts: number[] }> {
  const { rendered } = revision;
  const { id } = await tx.revision.create({
    data: {
      postId: post.id,
      number: revision.number,
      createdAt: revision.createdAt,
      markdownParts: rendered.markdownParts,
      htmlParts: rendered.htmlParts,
      ownText: rendered.ownText,
      rendererVersion: RENDERER_VERSION,
    },
    select: { id: true },
  });
  await tx.post.update({
    where: { id: post.id },
    data: { currentRevisionId: id, revisionCount: revision.number },
    select: { id: true },
  });
  if (rendered.quotes.length === 0) return { id, quotedPosts: [] };
  const thread = known ?? (await threadSources(tx, post.threadId));
  const sources = thread.quotableBy(post.parentId, { beforeId: post.id });
  const quotedPosts = await saveQuotes(tx, { id, postId: post.id }, rendered.quotes, sources);
  return { id, quotedPosts };
}
