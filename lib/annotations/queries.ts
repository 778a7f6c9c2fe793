import type { PostToAnnotate, QuoteToAnnotate } from "@/lib/annotations/annotations";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { POST_FACTS, postFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import { postSight, readable } from "@/lib/policy/visibility";
import type { StatedReason } from "@/lib/posts/view";
import { quotesOf } from "@/lib/quotes/queries";
import type { QuoteView } from "@/lib/quotes/view";
import { rangesOf } from "@/lib/text/range";

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
    // Quotes that stand directly on each other are answered by what stands under the last.
    { quote, answer: htmlParts.slice(index + 1).find((html) => html !== "") ?? "" },
    ...insideOf(quote).map((inner) => ({ quote: inner, answer: "" })),
  ]);
  const places = await placesOf(answered.map(({ quote }) => quote));
  const texts = await textsOf(places.values());
  const annotated = answered.flatMap(({ quote, answer }) => {
    return toAnnotate(quote, answer, places.get(quote.id), texts) ?? [];
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
  number: number | null;
  saved_at: Date | null;
  revision_id: number | null;
}

/** Where quotes stand that are shown with their words, and since when they are there; by quote id. */
async function placesOf(quotes: readonly QuoteView[]): Promise<Map<number, Place>> {
  const ids = quotes.filter(hasSource).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<Place[]>`
    SELECT q.id, q.ranges, r.number, r.created_at AS saved_at, r.id AS revision_id,
           (SELECT min(first.created_at) FROM quotes kept
              JOIN revisions first ON first.id = kept.revision_id
             WHERE kept.identity = q.identity) AS created_at
      FROM quotes q LEFT JOIN revisions r ON r.id = q.source_revision_id
     WHERE q.id IN (${Prisma.join(ids)})`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** The texts that are quoted, each once however often it is; by revision id. */
async function textsOf(places: Iterable<Place>): Promise<Map<number, string>> {
  const ids = [...places].flatMap(({ revision_id }) => revision_id ?? []);
  const rows = await db().revision.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, ownText: true },
  });
  return new Map(rows.map(({ id, ownText }) => [id, ownText]));
}

/** Of an ambiguous quote it is not known which words it repeats. */
function hasSource({ sight, source, status }: QuoteView): boolean {
  return sight !== "redacted" && source !== null && status !== "ambiguous";
}

function toAnnotate(
  quote: QuoteView,
  answer: string,
  place: Place | undefined,
  texts: ReadonlyMap<number, string>,
): QuoteToAnnotate | null {
  const { identity, status, sight, sourceEdited, exact, source } = quote;
  if (place === undefined || source === null) return null;
  return {
    ...{ identity, status, sourceEdited, exact, answer },
    createdAt: place.created_at,
    sourcePostId: source.postId,
    passage: sight === "nameless" ? null : passageOf(place, texts),
  };
}

function passageOf(
  { number, saved_at, revision_id, ranges }: Place,
  texts: ReadonlyMap<number, string>,
): QuoteToAnnotate["passage"] {
  const ownText = texts.get(revision_id ?? 0);
  if (number === null || saved_at === null || ownText === undefined) return null;
  return { revision: number, savedAt: saved_at, ownText, ranges: rangesOf(ranges) };
}
