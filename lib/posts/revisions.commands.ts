import type { Transaction } from "@/lib/db/client";
import { keepStanding, saveQuotes } from "@/lib/quotes/commands";
import { threadSources } from "@/lib/quotes/sources.queries";
import { type Circumstances, type SettledPost, settleQuotes } from "@/lib/resolver/settle";
import type { ThreadSources } from "@/lib/resolver/sources";
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
 * @param quoting.thread the thread's posts, where the caller keeps them; loaded otherwise
 * @returns the revision's id
 */
export async function writeRevision(
  tx: Transaction,
  post: WrittenPost,
  revision: { number: number; createdAt: Date; rendered: RenderedPost },
  quoting: Omit<Circumstances, "sources"> & { thread?: ThreadSources } = {},
): Promise<{ id: number }> {
  const settled = await settledPost(tx, post, revision.rendered, quoting);
  const { id } = await tx.revision.create({
    data: {
      postId: post.id,
      number: revision.number,
      createdAt: revision.createdAt,
      markdownParts: settled.markdownParts,
      htmlParts: settled.htmlParts,
      ownText: settled.ownText,
      rendererVersion: RENDERER_VERSION,
    },
    select: { id: true },
  });
  await tx.post.update({
    where: { id: post.id },
    data: { currentRevisionId: id, revisionCount: revision.number },
    select: { id: true },
  });
  await saveQuotes(tx, { id, postId: post.id }, settled.quotes);
  if (quoting.kept !== undefined) await keepStanding(tx, { id, number: revision.number });
  return { id };
}

/** The thread is not looked at for a post that quotes nothing. */
async function settledPost(
  tx: Transaction,
  post: WrittenPost,
  rendered: RenderedPost,
  { thread, ...known }: Omit<Circumstances, "sources"> & { thread?: ThreadSources },
): Promise<SettledPost> {
  if (rendered.quotes.length === 0) return { ...rendered, quotes: [] };
  const posts = thread ?? (await threadSources(tx, post.threadId));
  const sources = posts.quotableBy(post.parentId, { beforeId: post.id });
  return settleQuotes(rendered, { ...known, sources });
}
