import type { Transaction } from "@/lib/db/client";
import { groupBy } from "@/lib/group";
import { ThreadSources } from "@/lib/resolver/sources";

/**
 * Loads what the quotes of a thread's posts may have been taken from. Hidden and deleted posts are
 * among it: words taken from them must be known as theirs, so that they can be kept from those who
 * may not read them.
 */
export async function threadSources(tx: Transaction, threadId: number): Promise<ThreadSources> {
  const posts = await tx.post.findMany({
    where: { threadId },
    orderBy: { id: "asc" },
    select: {
      id: true,
      parentId: true,
      revisions: { orderBy: { number: "asc" }, select: { id: true, ownText: true } },
    },
  });
  const sources = new ThreadSources();
  for (const { id, parentId, revisions } of posts) {
    sources.set(id, parentId, null);
    for (const { id: revisionId, ownText } of revisions) {
      sources.set(id, parentId, { postId: id, revisionId, ownText });
    }
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
