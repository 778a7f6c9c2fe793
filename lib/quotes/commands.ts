import type { Transaction } from "@/lib/db/client";
import type { SettledQuote } from "@/lib/resolver/settle";

/** Saves the quotes of a revision. Part of the transaction that writes the revision. */
export async function saveQuotes(
  tx: Transaction,
  revision: { id: number; postId: number },
  quotes: readonly SettledQuote[],
  containerId: number | null = null,
): Promise<void> {
  if (quotes.length === 0) return;
  const saved = await tx.quote.createManyAndReturn({
    data: quotes.map((quote, ordinal) => ({
      postId: revision.postId,
      revisionId: revision.id,
      ordinal,
      containerId,
      ...quoteColumns(quote),
    })),
    select: { id: true, ordinal: true },
  });
  for (const { id, ordinal } of saved.sort((a, b) => a.ordinal - b.ordinal)) {
    const inside = quotes[ordinal]?.quotes ?? [];
    await saveQuotes(tx, revision, inside, id);
  }
}

/**
 * Hands on to the kept quotes of a new revision what an edit of their source has done to them since
 * they were written, and what the quoter said to it.
 */
export async function keepStanding(
  tx: Transaction,
  revision: { id: number; number: number },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE quotes kept
       SET changed_at = before.changed_at, changed_for = before.changed_for,
           settled_at = before.settled_at, now_start = before.now_start, now_end = before.now_end
      FROM quotes before
      JOIN revisions r ON r.id = before.revision_id AND r.number = ${revision.number - 1}
     WHERE kept.revision_id = ${revision.id}
       AND before.post_id = kept.post_id AND before.identity = kept.identity
       AND before.source_revision_id = kept.source_revision_id`;
}

function quoteColumns({ markdownParts, htmlParts, exact, identity, resolution }: SettledQuote) {
  const { status, source, candidates, chosen } = resolution;
  const candidatePosts = resolution.candidatePostIds ?? candidates.map(({ postId }) => postId);
  return {
    ...{ markdownParts, htmlParts, exact, status, chosen },
    ...(identity === null ? {} : { identity }),
    prefix: source?.prefix ?? "",
    suffix: source?.suffix ?? "",
    sourcePostId: source?.postId ?? null,
    sourceRevisionId: source?.revisionId ?? null,
    start: source?.start ?? null,
    end: source?.end ?? null,
    ranges: source?.ranges.flatMap(({ start, end }) => [start, end]) ?? [],
    candidatePostIds: chosen ? [] : [...new Set(candidatePosts)],
  };
}
