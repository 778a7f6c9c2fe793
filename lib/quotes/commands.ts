import type { Transaction } from "@/lib/db/client";
import { locate } from "@/lib/quotes/locate";
import { resolveRendered } from "@/lib/quotes/rendered";
import { surroundings } from "@/lib/quotes/resolve";
import type { QuotableSources } from "@/lib/quotes/sources";
import type { RenderedQuote } from "@/lib/text/render";

/**
 * Saves the quotes of a revision, each resolved to the passage it was taken from. Part of the
 * transaction that writes the revision.
 *
 * @returns ids of the posts that were quoted, one entry a quote with a known source
 */
export async function saveQuotes(
  tx: Transaction,
  revision: { id: number; postId: number },
  quotes: readonly RenderedQuote[],
  sources: QuotableSources,
  containerId: number | null = null,
): Promise<number[]> {
  if (quotes.length === 0) return [];
  const resolved = quotes.map((quote) => resolveRendered(quote, sources));
  const saved = await tx.quote.createManyAndReturn({
    data: quotes.map(({ markdownParts, htmlParts, exact }, ordinal) => {
      const { status = "unverified", source = null, candidates = [] } = resolved[ordinal] ?? {};
      return {
        postId: revision.postId,
        revisionId: revision.id,
        ordinal,
        containerId,
        markdownParts,
        htmlParts,
        exact,
        status,
        prefix: source?.prefix ?? "",
        suffix: source?.suffix ?? "",
        sourcePostId: source?.postId ?? null,
        sourceRevisionId: source?.revisionId ?? null,
        start: source?.start ?? null,
        end: source?.end ?? null,
        candidatePostIds: [...new Set(candidates.map(({ postId }) => postId))],
      };
    }),
    select: { id: true, ordinal: true },
  });
  const quotedPosts = resolved.flatMap(({ source }) => source?.postId ?? []);
  for (const { id, ordinal } of saved.sort((a, b) => a.ordinal - b.ordinal)) {
    const inside = quotes[ordinal]?.quotes ?? [];
    quotedPosts.push(...(await saveQuotes(tx, revision, inside, sources, id)));
  }
  return quotedPosts;
}

/**
 * After a source was edited: quotes whose words still stand in it move to where they stand now;
 * the others keep pointing at the revision they came from, which readers see as "source edited".
 */
export async function moveQuotes(
  tx: Transaction,
  source: { postId: number; revisionId: number; ownText: string },
): Promise<void> {
  const quotes = await tx.quote.findMany({
    where: { sourcePostId: source.postId },
    select: { id: true, exact: true, start: true },
  });
  for (const quote of quotes) {
    const before = quote.start ?? 0;
    const distance = (start: number) => Math.abs(start - before);
    // Words that stand there several times have moved least.
    const [place] = locate(quote.exact, source.ownText).sort(
      (a, b) => distance(a.start) - distance(b.start) || a.start - b.start,
    );
    if (place === undefined) continue;
    await tx.quote.update({
      where: { id: quote.id },
      data: {
        sourceRevisionId: source.revisionId,
        start: place.start,
        end: place.end,
        ...surroundings(source.ownText, place),
      },
    });
  }
}
