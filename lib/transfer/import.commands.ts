import { db, inTransaction, isTransientConflict, type Transaction } from "@/lib/db/client";
import { lockThread } from "@/lib/db/locks";
import { threadSources } from "@/lib/quotes/sources.queries";
import type { QuoteStatus } from "@/lib/quotes/view";
import { failure, type Result, success } from "@/lib/result";
import { boardOf } from "@/lib/transfer/boards.commands";
import { type ImportCounts, noCounts } from "@/lib/transfer/counts";
import { forumId } from "@/lib/transfer/forum.commands";
import { findKnown, type Known } from "@/lib/transfer/known.queries";
import { peopleOf } from "@/lib/transfer/people.commands";
import { createThread, type People, replay } from "@/lib/transfer/replay.commands";
import { type IncomingThread, namesIn } from "@/lib/transfer/thread";

/** A thread of many thousand posts is still one transaction. */
const LONGEST_IMPORT = 30 * 60 * 1000;

/** How often an import is tried that another one, at the same moment, got in the way of. */
const MOST_TRIES = 4;

/**
 * Imports what of a thread is not here yet: all of it, or the posts that came since; posts that are
 * here stay as they are. One transaction, so an interrupted import leaves whole threads behind, and
 * the next one goes on from there. Two imports at once take turns by thread.
 *
 * There is no actor: only the operator can run this, from a shell.
 *
 * @param board the id of the board it goes to, whatever the file says; null to do as the file says
 * @param otherwise gives the board for a thread that says nothing
 */
export async function importThread(
  thread: IncomingThread,
  board: number | null,
  otherwise: () => Promise<number>,
): Promise<Result<ImportCounts>> {
  const forum = await forumId();
  const before = await findKnown(db(), thread, forum);
  if (typeof before === "string") return failure("conflict", before);
  if (before.missing.length === 0) return success(nothingNew(before));
  // Before the transaction: two imports that make the same people would wait for each other.
  const people = await peopleOf(namesIn(thread));
  const boardId = board ?? (thread.board ? await boardOf(thread.board) : await otherwise());
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(
        (tx) => addToForum(tx, thread, { forum, boardId, people }),
        LONGEST_IMPORT,
      );
    } catch (error) {
      if (tries === MOST_TRIES || !isTransientConflict(error)) throw error;
    }
  }
}

async function addToForum(
  tx: Transaction,
  thread: IncomingThread,
  { forum, boardId, people }: { forum: string; boardId: number; people: People },
): Promise<Result<ImportCounts>> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(${`import ${thread.sourceId}`}, 0))`;
  const known = await findKnown(tx, thread, forum);
  if (typeof known === "string") return failure("conflict", known);
  if (known.missing.length === 0) return success(nothingNew(known));
  const kept = thread.posts.filter(({ key }) => known.postIds.has(key));
  const counts = nothingNew(known);
  const missing = new Map(known.missing.map((post) => [post.key, post]));
  const posts = thread.posts.map((post) => missing.get(post.key) ?? post);
  const incoming = { ...thread, posts };
  const threadId = known.threadId ?? (await createThread(tx, incoming, { boardId, people }));
  await lockThread(tx, threadId);
  const sources = await threadSources(tx, threadId);
  const written = await replay(tx, incoming, people, { threadId, postIds: known.postIds, sources });
  return success({
    threads: known.threadId === null ? 1 : 0,
    posts: written.length,
    quotes: await countQuotes(tx, written),
    known: { threads: counts.known.threads, posts: kept.length },
  });
}

function nothingNew({ threadId, postIds }: Known): ImportCounts {
  return { ...noCounts(), known: { threads: threadId === null ? 0 : 1, posts: postIds.size } };
}

/** A block that holds nothing but another quote is no quote of its own. */
async function countQuotes(
  tx: Transaction,
  postIds: readonly number[],
): Promise<Record<QuoteStatus, number>> {
  const rows = await tx.$queryRaw<{ status: QuoteStatus; quotes: number }[]>`
    SELECT q.status::text AS status, count(*)::int AS quotes
      FROM posts p JOIN quotes q ON q.revision_id = p.current_revision_id
     WHERE p.id = ANY(${[...postIds]}::int[]) AND btrim(q.exact, E' \n\t') <> ''
     GROUP BY q.status`;
  const quotes = noCounts().quotes;
  for (const row of rows) quotes[row.status] = row.quotes;
  return quotes;
}
