import type { Transaction } from "@/lib/db/client";
import { elidedPlaces, type Place, Searchable, Sought, verbatimPlaces } from "@/lib/quotes/locate";
import { surroundings } from "@/lib/quotes/resolve";
import type { SettledQuote } from "@/lib/quotes/settle";

/**
 * Saves the quotes of a revision. Part of the transaction that writes the revision.
 *
 * @returns ids of the posts that were quoted, one entry a quote with a known source
 */
export async function saveQuotes(
  tx: Transaction,
  revision: { id: number; postId: number },
  quotes: readonly SettledQuote[],
  containerId: number | null = null,
): Promise<number[]> {
  if (quotes.length === 0) return [];
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
  const quotedPosts = quotes.flatMap(({ resolution }) => resolution.source?.postId ?? []);
  for (const { id, ordinal } of saved.sort((a, b) => a.ordinal - b.ordinal)) {
    const inside = quotes[ordinal]?.quotes ?? [];
    quotedPosts.push(...(await saveQuotes(tx, revision, inside, id)));
  }
  return quotedPosts;
}

function quoteColumns({ markdownParts, htmlParts, exact, identity, resolution }: SettledQuote) {
  const { status, source, candidates, chosen } = resolution;
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
    candidatePostIds: chosen ? [] : [...new Set(candidates.map(({ postId }) => postId))],
  };
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
  const places = placesFinder(source.ownText);
  const moved = quotes.flatMap(({ id, exact, start }) => {
    const place = nearest(places(exact), start ?? 0);
    return place === undefined ? [] : [{ id, ...place, ...surroundings(source.ownText, place) }];
  });
  if (moved.length === 0) return;
  // One statement, however often the source was quoted.
  await tx.$executeRaw`
    UPDATE quotes q
       SET source_revision_id = ${source.revisionId}, start = m.start, "end" = m.end,
           ranges = ARRAY[m.start, m.end],
           prefix = m.prefix, suffix = m.suffix
      FROM unnest(${moved.map(({ id }) => id)}::int[], ${moved.map((place) => place.start)}::int[],
                  ${moved.map((place) => place.end)}::int[],
                  ${moved.map(({ prefix }) => prefix)}::text[],
                  ${moved.map(({ suffix }) => suffix)}::text[])
           AS m(id, start, "end", prefix, suffix)
     WHERE q.id = m.id`;
}

/** Where quotes stand in one text, which is made ready once; the same words are looked for once. */
function placesFinder(ownText: string): (exact: string) => Place[] {
  const source = new Searchable(ownText);
  const known = new Map<string, Place[]>();
  return (exact) => {
    const before = known.get(exact);
    if (before !== undefined) return before;
    const sought = new Sought(exact);
    const verbatim = verbatimPlaces(sought, source);
    const places = verbatim.length > 0 ? verbatim : elidedPlaces(sought, source);
    known.set(exact, places);
    return places;
  };
}

/** Words that stand there several times have moved least. */
function nearest(places: readonly Place[], start: number): Place | undefined {
  const distance = (place: Place) => Math.abs(place.start - start);
  return [...places].sort((a, b) => distance(a) - distance(b) || a.start - b.start)[0];
}
