import type { Statements, Transaction } from "@/lib/db/client";
import { groupBy } from "@/lib/group";
import { ThreadSources } from "@/lib/resolver/sources";

/**
 * So many code points of superseded revisions are looked at in a thread, the last ones first: what
 * its posts were long ago and often, such as an article edited for weeks, need not be read for each quote.
 */
const MAX_SUPERSEDED = 2_000_000;

interface RevisionRow {
  id: number;
  parent_id: number | null;
  revision_id: number | null;
  own_text: string | null;
}

/**
 * Loads what the quotes of a thread's posts may have been taken from. Hidden and deleted posts are
 * among it: words taken from them must be known as theirs, so that they can be kept from those who
 * may not read them.
 */
export async function threadSources(tx: Statements, threadId: number): Promise<ThreadSources> {
  const rows = await tx.$queryRaw<RevisionRow[]>`
    SELECT p.id, p.parent_id, r.id AS revision_id, r.own_text
      FROM posts p
      LEFT JOIN (
        SELECT r.id, r.post_id, r.number, r.own_text,
               CASE WHEN r.id = p.current_revision_id THEN 0 ELSE
                 sum(CASE WHEN r.id = p.current_revision_id THEN 0 ELSE length(r.own_text) END)
                   OVER (ORDER BY r.id DESC) END AS newer
          FROM revisions r JOIN posts p ON p.id = r.post_id
         WHERE p.thread_id = ${threadId}) AS r ON r.post_id = p.id AND r.newer <= ${MAX_SUPERSEDED}
     WHERE p.thread_id = ${threadId}
     ORDER BY p.id, r.number`;
  const sources = new ThreadSources();
  for (const { id, parent_id, revision_id, own_text } of rows) {
    const source =
      revision_id === null || own_text === null
        ? null
        : { postId: id, revisionId: revision_id, ownText: own_text };
    sources.set(id, parent_id, source);
  }
  return sources;
}

/** What was typed for some quotes of a post, by quote id: for putting placeholders back. */
export async function typedQuotes(
  tx: Transaction,
  postId: number,
  quoteIds: readonly number[],
): Promise<Map<number, string>> {
  if (quoteIds.length === 0) return new Map();
  const { rows, typed } = await typedRows(tx, { postId });
  const wanted = new Set(quoteIds);
  return new Map(rows.filter((row) => wanted.has(row.id)).map((row) => [row.id, typed(row)]));
}

/** What was typed as a post's first revision. For comparing, never for showing: nothing is hidden. */
export async function firstTyped(tx: Transaction, postId: number): Promise<string> {
  const revision = await tx.revision.findUniqueOrThrow({
    where: { postId_number: { postId, number: 1 } },
    select: { id: true, markdownParts: true },
  });
  const { typed } = await typedRows(tx, { revisionId: revision.id });
  return typed({ id: null, markdownParts: revision.markdownParts });
}

interface TypedRow {
  /** Null for the revision itself, around its outermost quotes. */
  id: number | null;
  markdownParts: string[];
}

async function typedRows(tx: Transaction, where: { postId: number } | { revisionId: number }) {
  const rows = await tx.quote.findMany({
    where,
    orderBy: [{ ordinal: "asc" }, { id: "asc" }],
    select: { id: true, containerId: true, markdownParts: true },
  });
  const inside = groupBy(rows, (row) => row.containerId);
  const typed = (row: TypedRow): string => {
    const quotes = inside.get(row.id) ?? [];
    return row.markdownParts
      .map((part, index) => part + (quotes[index] ? typed(quotes[index]) : ""))
      .join("");
  };
  return { rows, typed };
}
