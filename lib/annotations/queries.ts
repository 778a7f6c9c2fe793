import type { PostToAnnotate, QuoteToAnnotate } from "@/lib/annotations/annotations";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { POST_FACTS, postFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import { postSight, readable } from "@/lib/policy/visibility";
import type { StatedReason } from "@/lib/posts/view";
import { quotesOf } from "@/lib/quotes/queries";
import type { QuoteView } from "@/lib/quotes/view";

/** What is at the address of a post's annotations, for one viewer. */
export type AnnotationsPage =
  | { found: "post"; post: PostToAnnotate }
  | { found: "tombstone"; hidden: StatedReason }
  | { found: "nothing" };

const HIDING = { select: { createdAt: true, reason: true } } as const;

/**
 * A post's quotes that have a known source, as far as the viewer may read them, with where their
 * passages stand, in a fixed number of queries. A redacted quote is left out altogether; of one
 * whose source was deleted there is what the quoter repeated, and no other word.
 */
export async function readAnnotations(viewer: Viewer, postId: number): Promise<AnnotationsPage> {
  const row = await db().post.findUnique({
    where: { id: postId },
    select: {
      ...POST_FACTS,
      thread: { select: { ...POST_FACTS.thread.select, hideAction: HIDING } },
      hideAction: HIDING,
      author: { select: { username: true } },
      currentRevision: { select: { id: true, htmlParts: true } },
    },
  });
  if (row === null || row.currentRevision === null) return { found: "nothing" };
  const sight = postSight(viewer, postFacts(row));
  const hidden = row.thread.hideAction ?? row.hideAction;
  if (sight === "hidden" && hidden !== null) {
    return { found: "tombstone", hidden: { at: hidden.createdAt, reason: hidden.reason } };
  }
  if (!readable(sight)) return { found: "nothing" };
  const { id: revisionId, htmlParts } = row.currentRevision;
  const quotes = (await quotesOf(viewer, [revisionId])).get(revisionId) ?? [];
  const answered = quotes.flatMap((quote, index) => [
    { quote, answer: htmlParts[index + 1] ?? "" },
    ...insideOf(quote).map((inner) => ({ quote: inner, answer: "" })),
  ]);
  const places = await placesOf(answered.map(({ quote }) => quote));
  const annotated = answered.flatMap(({ quote, answer }) => {
    return toAnnotate(quote, answer, places.get(quote.id)) ?? [];
  });
  return { found: "post", post: { postId, author: row.author.username, quotes: annotated } };
}

function insideOf({ quotes }: QuoteView): QuoteView[] {
  return quotes.flatMap((quote) => [quote, ...insideOf(quote)]);
}

interface Place {
  id: number;
  created_at: Date;
  ranges: number[];
  start: number | null;
  end: number | null;
  number: number | null;
  saved_at: Date | null;
  own_text: string | null;
}

/** Where quotes stand that are shown with their words, and since when they are there; by quote id. */
async function placesOf(quotes: readonly QuoteView[]): Promise<Map<number, Place>> {
  const ids = quotes.filter(hasSource).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<Place[]>`
    SELECT q.id, q.ranges, q.start, q."end", r.number, r.created_at AS saved_at, r.own_text,
           (SELECT min(first.created_at) FROM quotes kept
              JOIN revisions first ON first.id = kept.revision_id
             WHERE kept.identity = q.identity) AS created_at
      FROM quotes q LEFT JOIN revisions r ON r.id = q.source_revision_id
     WHERE q.id IN (${Prisma.join(ids)})`;
  return new Map(rows.map((row) => [row.id, row]));
}

function hasSource({ sight, source }: QuoteView): boolean {
  return sight !== "redacted" && source !== null;
}

function toAnnotate(
  quote: QuoteView,
  answer: string,
  place: Place | undefined,
): QuoteToAnnotate | null {
  const { identity, status, sight, sourceEdited, exact, source } = quote;
  if (place === undefined || source === null) return null;
  return {
    ...{ identity, status, sourceEdited, exact, answer },
    createdAt: place.created_at,
    sourcePostId: source.postId,
    passage: sight === "nameless" ? null : passageAt(place),
  };
}

function passageAt(place: Place): QuoteToAnnotate["passage"] {
  const { number, saved_at, own_text, start, end } = place;
  if (number === null || saved_at === null || own_text === null) return null;
  if (start === null || end === null) return null;
  const ranges = pairs(place.ranges);
  return {
    revision: number,
    savedAt: saved_at,
    ownText: own_text,
    ranges: ranges.length > 0 ? ranges : [{ start, end }],
  };
}

function pairs(flat: readonly number[]): { start: number; end: number }[] {
  return flat.flatMap((start, index) => {
    const end = flat[index + 1];
    return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
  });
}
