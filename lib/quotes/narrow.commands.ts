import type { Transaction } from "@/lib/db/client";
import { type EditedSource, placesOf, storeMoved } from "@/lib/quotes/move.commands";
import { Searchable } from "@/lib/resolver/locate";

interface OpenQuote {
  id: number;
  exact: string;
  candidatePostIds: number[];
}

/**
 * After a post was edited, as part of that transaction: quotes that may have come from it, or from
 * another post, and whose words do not stand in it any more, come from the others. If one is left,
 * that is the source; so a quote is hidden with the last post in which its words can be read.
 */
export async function narrowQuotes(tx: Transaction, edited: EditedSource): Promise<void> {
  const open = await tx.quote.findMany({
    where: { sourcePostId: null, candidatePostIds: { has: edited.postId } },
    select: { id: true, exact: true, candidatePostIds: true },
  });
  const text = new Searchable(edited.ownText);
  for (const quote of open) {
    if (placesOf(quote.exact, text).length > 0) continue;
    const left = quote.candidatePostIds.filter((id) => id !== edited.postId);
    const [only] = left;
    const source = left.length === 1 && only !== undefined ? await sourceOf(tx, only) : null;
    if (source === null || !(await settled(tx, quote, source))) {
      await tx.quote.update({ where: { id: quote.id }, data: { candidatePostIds: left } });
    }
  }
}

async function sourceOf(tx: Transaction, postId: number): Promise<EditedSource | null> {
  const post = await tx.post.findUnique({
    where: { id: postId },
    select: { currentRevision: { select: { id: true, ownText: true } } },
  });
  const revision = post?.currentRevision;
  return revision ? { postId, revisionId: revision.id, ownText: revision.ownText } : null;
}

/** @returns whether the words stand in the post that is left */
async function settled(tx: Transaction, quote: OpenQuote, source: EditedSource): Promise<boolean> {
  const places = placesOf(quote.exact, new Searchable(source.ownText));
  const [first] = places;
  if (first === undefined) return false;
  const agreed = first.how === "elided" ? ("elided" as const) : ("verbatim" as const);
  const status = places.length === 1 ? agreed : ("ambiguous" as const);
  await storeMoved(tx, source, [{ id: quote.id, status, ranges: first.ranges }]);
  return true;
}
