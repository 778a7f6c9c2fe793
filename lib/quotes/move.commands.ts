import type { Transaction } from "@/lib/db/client";
import { editOf, movedRanges } from "@/lib/quotes/move";
import { Searchable } from "@/lib/resolver/locate";
import { surroundings } from "@/lib/resolver/resolve";
import { hull, type Range, rangesOf } from "@/lib/text/range";

/** A post as an edit has left it. */
interface EditedSource {
  postId: number;
  revisionId: number;
  ownText: string;
}

interface MovedQuote {
  id: number;
  revisionId: number;
  passage: Range;
  ranges: Range[];
  prefix: string;
  suffix: string;
}

interface ChangedQuote {
  id: number;
  /** What became of the words; null if nothing is left of them. */
  now: Range | null;
}

/**
 * After a source was edited, as part of that transaction: quotes whose words still stand in it move
 * to where they stand now. The others keep pointing at the revision they came from, with what became
 * of the words, which readers see as "source edited"; the quoter is told since when.
 */
export async function moveQuotes(tx: Transaction, source: EditedSource): Promise<void> {
  const quotes = await tx.quote.findMany({
    where: { sourcePostId: source.postId },
    select: { id: true, ranges: true, sourceRevisionId: true },
  });
  if (quotes.length === 0) return;
  const texts = await ownTexts(
    tx,
    quotes.map(({ sourceRevisionId }) => sourceRevisionId ?? 0),
  );
  const after = new Searchable(source.ownText);
  const edits = new Map<number, (passage: Range) => Range | null>();
  const moved: MovedQuote[] = [];
  const changed: ChangedQuote[] = [];
  for (const { id, ranges: pairs, sourceRevisionId } of quotes) {
    const from = sourceRevisionId ?? 0;
    const before = texts.get(from) ?? "";
    const ranges = rangesOf(pairs);
    if (ranges.length === 0) continue;
    const standing = movedRanges(ranges, before, after);
    if (standing !== null) {
      const passage = hull(standing);
      const around = surroundings(source.ownText, passage);
      moved.push({ id, revisionId: source.revisionId, passage, ranges: standing, ...around });
      continue;
    }
    const edit = edits.get(from) ?? editOf(before, source.ownText);
    edits.set(from, edit);
    changed.push({ id, now: edit(hull(ranges)) });
  }
  await storeMoved(tx, moved);
  await storeChanged(tx, changed);
}

async function ownTexts(
  tx: Transaction,
  revisionIds: readonly number[],
): Promise<Map<number, string>> {
  const rows = await tx.revision.findMany({
    where: { id: { in: [...new Set(revisionIds)] } },
    select: { id: true, ownText: true },
  });
  return new Map(rows.map(({ id, ownText }) => [id, ownText]));
}

// One statement for all, however often the source was quoted.

async function storeMoved(tx: Transaction, quotes: readonly MovedQuote[]): Promise<void> {
  if (quotes.length === 0) return;
  const rows = quotes.map(({ ranges, passage, ...quote }) => ({
    ...quote,
    ...passage,
    ranges: ranges.flatMap(({ start, end }) => [start, end]),
  }));
  await tx.$executeRaw`
    UPDATE quotes q
       SET source_revision_id = m."revisionId", start = m.start, "end" = m."end", ranges = m.ranges,
           prefix = m.prefix, suffix = m.suffix,
           now_start = NULL, now_end = NULL, changed_at = NULL, settled_at = NULL
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           AS m(id int, "revisionId" int, start int, "end" int, ranges int[], prefix text, suffix text)
     WHERE q.id = m.id`;
}

async function storeChanged(tx: Transaction, quotes: readonly ChangedQuote[]): Promise<void> {
  if (quotes.length === 0) return;
  const rows = quotes.map(({ id, now }) => ({ id, ...now }));
  await tx.$executeRaw`
    UPDATE quotes q
       SET now_start = m.start, now_end = m."end", changed_at = coalesce(q.changed_at, now())
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m(id int, start int, "end" int)
     WHERE q.id = m.id`;
}
