import type { Transaction } from "@/lib/db/client";
import { Edit, nearest } from "@/lib/quotes/move";
import {
  elidedPlaces,
  type Place,
  Searchable,
  Sought,
  verbatimPlaces,
} from "@/lib/resolver/locate";
import { type ResolvedStatus, surroundings } from "@/lib/resolver/resolution";
import { hull, type Range, rangesOf } from "@/lib/text/range";

/** A post as an edit has left it. */
export interface EditedSource {
  postId: number;
  revisionId: number;
  ownText: string;
}

interface QuoteRow {
  id: number;
  exact: string;
  status: ResolvedStatus;
  ranges: number[];
  sourceRevisionId: number | null;
}

/** Where the words of a quote stand now, and how they agree. */
interface Standing {
  status: ResolvedStatus;
  ranges: Range[];
}

/**
 * After a source was edited, as part of that transaction: quotes whose words still stand in it move
 * to where they stand now. The others keep pointing at the revision they came from, with what became
 * of the words, which readers see as "source edited"; the quoter is told since when. What superseded
 * revisions of other posts have quoted stays as it was: it is shown to nobody as a quote.
 */
export async function moveQuotes(tx: Transaction, source: EditedSource): Promise<void> {
  const quotes = await tx.quote.findMany({
    where: { sourcePostId: source.postId, revision: { currentOf: { isNot: null } } },
    select: { id: true, exact: true, status: true, ranges: true, sourceRevisionId: true },
  });
  if (quotes.length === 0) return;
  const after = new Searchable(source.ownText);
  const edits = await editsBy(tx, after, quotes);
  const moved: (Standing & { id: number })[] = [];
  const changed: { id: number; now: Range | null }[] = [];
  for (const quote of quotes) {
    const edit = edits.get(quote.sourceRevisionId ?? 0);
    const ranges = rangesOf(quote.ranges);
    if (edit === undefined || ranges.length === 0) continue;
    const standing = standingOf(quote, ranges, edit, after);
    if (standing !== null) moved.push({ id: quote.id, ...standing });
    else changed.push({ id: quote.id, now: edit.became(hull(ranges)) });
  }
  await storeMoved(tx, source, moved);
  await storeChanged(tx, changed);
}

function standingOf(
  { status, exact }: QuoteRow,
  ranges: readonly Range[],
  edit: Edit,
  after: Searchable,
): Standing | null {
  // Where words stood several times, one of them may be left; and an author may have taken over
  // what a quoter made of the words.
  const isOpen = status === "ambiguous" || status === "altered";
  const places = isOpen ? placesOf(exact, after) : [];
  if (places.length === 1 || (status === "altered" && places.length > 0)) {
    const place = nearest(places, ranges[0]?.start ?? 0);
    if (place)
      return { status: place.how === "elided" ? "elided" : "verbatim", ranges: place.ranges };
  }
  const standing = edit.standing(ranges);
  return standing && { status, ranges: standing };
}

/** Where the words of a quote stand in a text: exactly or normalised, else with omissions. */
export function placesOf(exact: string, text: Searchable): Place[] {
  const sought = new Sought(exact);
  const verbatim = verbatimPlaces(sought, text);
  return verbatim.length > 0 ? verbatim : elidedPlaces(sought, text);
}

/** The edit from each revision that is quoted to the new one. */
async function editsBy(
  tx: Transaction,
  after: Searchable,
  quotes: readonly QuoteRow[],
): Promise<Map<number, Edit>> {
  const rows = await tx.revision.findMany({
    where: { id: { in: [...new Set(quotes.map((quote) => quote.sourceRevisionId ?? 0))] } },
    select: { id: true, ownText: true },
  });
  return new Map(rows.map(({ id, ownText }) => [id, new Edit(ownText, after)]));
}

// One statement for all, however often the source was quoted.

/** Makes quotes stand at places of a revision. */
export async function storeMoved(
  tx: Transaction,
  { postId, revisionId, ownText }: EditedSource,
  quotes: readonly (Standing & { id: number })[],
): Promise<void> {
  if (quotes.length === 0) return;
  const rows = quotes.map(({ id, status, ranges }) => {
    const passage = hull(ranges);
    const pairs = ranges.flatMap(({ start, end }) => [start, end]);
    return { id, status, ...passage, ranges: pairs, ...surroundings(ownText, passage) };
  });
  await tx.$executeRaw`
    UPDATE quotes q
       SET source_post_id = ${postId}, source_revision_id = ${revisionId},
           status = m.status::quote_status, start = m.start, "end" = m."end", ranges = m.ranges,
           prefix = m.prefix, suffix = m.suffix,
           candidate_post_ids = CASE WHEN m.status = 'ambiguous' THEN ARRAY[${postId}::int]
                                     ELSE ARRAY[]::int[] END,
           now_start = NULL, now_end = NULL,
           changed_at = NULL, changed_for = NULL, settled_at = NULL
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           AS m(id int, status text, start int, "end" int, ranges int[], prefix text, suffix text)
     WHERE q.id = m.id`;
}

async function storeChanged(
  tx: Transaction,
  quotes: readonly { id: number; now: Range | null }[],
): Promise<void> {
  if (quotes.length === 0) return;
  const rows = quotes.map(({ id, now }) => ({ id, ...now }));
  await tx.$executeRaw`
    UPDATE quotes q
       SET now_start = m.start, now_end = m."end", changed_at = coalesce(q.changed_at, now()),
           changed_for = p.author_id
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m(id int, start int, "end" int),
           posts p
     WHERE q.id = m.id AND p.id = q.post_id`;
}
