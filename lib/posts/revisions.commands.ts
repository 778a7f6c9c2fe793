import type { Statements } from "@/lib/db/client";
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
  tx: Statements,
  post: WrittenPost,
  revision: { number: number; createdAt: Date; rendered: RenderedPost },
  quoting: Omit<Circumstances, "sources"> & { thread?: ThreadSources } = {},
): Promise<{ id: number }> {
  const settled = await settledPost(tx, post, revision.rendered, quoting);
  const { number, createdAt } = revision;
  const { markdownParts, htmlParts, ownText } = settled;
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH written AS (
      INSERT INTO revisions (post_id, number, created_at, markdown_parts, html_parts, own_text,
                             renderer_version)
      VALUES (${post.id}, ${number}, ${createdAt}, ${markdownParts}::text[], ${htmlParts}::text[],
              ${ownText}, ${RENDERER_VERSION})
      RETURNING id, post_id, number)
    UPDATE posts SET current_revision_id = written.id, revision_count = written.number
      FROM written WHERE posts.id = written.post_id
    RETURNING written.id`;
  const id = onlyId(rows);
  await saveQuotes(tx, { id, postId: post.id, htmlParts }, settled.quotes);
  if (quoting.kept !== undefined) await keepStanding(tx, { id, number: revision.number });
  return { id };
}

function onlyId(rows: readonly { id: number }[]): number {
  if (rows[0] === undefined) throw new Error("The row that was written did not come back.");
  return rows[0].id;
}

/** The thread is not looked at for a post that quotes nothing. */
async function settledPost(
  tx: Statements,
  post: WrittenPost,
  rendered: RenderedPost,
  { thread, ...known }: Omit<Circumstances, "sources"> & { thread?: ThreadSources },
): Promise<SettledPost> {
  if (rendered.quotes.length === 0) return { ...rendered, quotes: [] };
  const posts = thread ?? (await threadSources(tx, post.threadId));
  const sources = posts.quotableBy(post.parentId, { beforeId: post.id });
  return settleQuotes(rendered, { ...known, sources });
}
