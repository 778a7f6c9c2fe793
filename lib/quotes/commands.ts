import type { Statements } from "@/lib/db/client";
import { answerRun } from "@/lib/quotes/answer-run";
import type { SettledQuote } from "@/lib/resolver/settle";

/** Saves the quotes of a revision. Part of the transaction that writes the revision. */
export async function saveQuotes(
  tx: Statements,
  revision: { id: number; postId: number; htmlParts: readonly string[] },
  quotes: readonly SettledQuote[],
): Promise<void> {
  const { id, postId, htmlParts } = revision;
  for (const [ordinal, quote] of quotes.entries()) {
    const place = { ordinal, containerId: null, answerRun: answerRun(htmlParts, ordinal) };
    const containerId = await saveQuote(tx, { id, postId, ...place }, quote);
    await saveNested(tx, { id, postId, containerId }, quote.quotes);
  }
}

/** What answers a quote answers those inside it not by themselves. */
async function saveNested(
  tx: Statements,
  within: Pick<Place, "id" | "postId" | "containerId">,
  quotes: readonly SettledQuote[],
): Promise<void> {
  for (const [ordinal, quote] of quotes.entries()) {
    const containerId = await saveQuote(tx, { ...within, ordinal, answerRun: null }, quote);
    await saveNested(tx, { ...within, containerId }, quote.quotes);
  }
}

interface Place {
  /** The revision's. */
  id: number;
  postId: number;
  ordinal: number;
  containerId: number | null;
  answerRun: number | null;
}

async function saveQuote(tx: Statements, place: Place, quote: SettledQuote): Promise<number> {
  const columns = quoteColumns(quote);
  const rows = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO quotes (
      post_id, revision_id, ordinal, container_id, markdown_parts, html_parts, exact, prefix, suffix,
      status, source_post_id, source_revision_id, start, "end", ranges, candidate_post_ids, chosen,
      answer_run, identity)
    VALUES (
      ${place.postId}, ${place.id}, ${place.ordinal}, ${place.containerId},
      ${columns.markdownParts}::text[], ${columns.htmlParts}::text[],
      ${columns.exact}, ${columns.prefix}, ${columns.suffix}, ${columns.status}::text::quote_status,
      ${columns.sourcePostId}, ${columns.sourceRevisionId}, ${columns.start}, ${columns.end},
      ${columns.ranges}::int[], ${columns.candidatePostIds}::int[], ${columns.chosen},
      ${place.answerRun},
      coalesce(${columns.identity}::int, nextval(pg_get_serial_sequence('quotes', 'identity'))))
    RETURNING id`;
  if (rows[0] === undefined) throw new Error("The quote that was written did not come back.");
  return rows[0].id;
}

/**
 * Hands on to the kept quotes of a new revision what an edit of their source has done to them since
 * they were written, and what the quoter said to it. What becomes of the words is followed for the
 * quotes of current revisions alone, so it is forgotten of those of the revision before.
 */
export async function keepStanding(
  tx: Statements,
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
  await tx.$executeRaw`
    UPDATE quotes past SET now_start = NULL, now_end = NULL
      FROM revisions here
      JOIN revisions r ON r.post_id = here.post_id AND r.number = ${revision.number - 1}
     WHERE here.id = ${revision.id} AND past.revision_id = r.id AND past.now_start IS NOT NULL`;
}

function quoteColumns({ markdownParts, htmlParts, exact, identity, resolution }: SettledQuote) {
  const { status, source, candidates, chosen } = resolution;
  const candidatePosts = resolution.candidatePostIds ?? candidates.map(({ postId }) => postId);
  return {
    ...{ markdownParts, htmlParts, exact, status, chosen, identity },
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
