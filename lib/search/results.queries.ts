import { Prisma } from "@/lib/db/generated/client";
import { rowsOf } from "@/lib/db/rows";
import { isBlocked } from "@/lib/policy/standing";
import type { Viewer } from "@/lib/policy/viewer";
import { postSight, readable } from "@/lib/policy/visibility";
import { quotesOf } from "@/lib/quotes/queries";
import type { QuoteView } from "@/lib/quotes/view";
import { type Marked, markWords } from "@/lib/search/headlines.queries";
import { type MarkedPart, markedParts } from "@/lib/search/marks";
import type { Meaning } from "@/lib/search/meaning.queries";
import type { SearchResult } from "@/lib/search/view";
import { snippet } from "@/lib/text/snippet";

/** Of a long article so much is looked through for words to show, in code points. */
const LOOKED_THROUGH = 20_000;

/** How much of a post is shown where no words were looked for. */
const EXCERPT_LENGTH = 220;

interface ResultRow {
  id: number;
  revision_id: number;
  thread_id: number;
  opening: boolean;
  created_at: Date;
  score: number;
  author_id: number;
  author: string;
  hidden: boolean;
  deleted: boolean;
  title: string;
  board_id: number;
  board_slug: string;
  board_name: string;
  thread_author_id: number;
  thread_hidden: boolean;
  own_text: string;
}

/** Posts that were found, with the words that were looked for marked; in the order of their ids as given. */
export async function resultsOf(
  viewer: Viewer,
  meaning: Meaning,
  postIds: readonly number[],
): Promise<SearchResult[]> {
  if (postIds.length === 0) return [];
  const rows = await rowsOf<ResultRow>(Prisma.sql`
    SELECT p.id, r.id AS revision_id, p.thread_id, p.parent_id IS NULL AS opening, p.created_at, p.score,
           p.author_id, u.username AS author, p.hide_action_id IS NOT NULL AS hidden,
           p.deleted_at IS NOT NULL AS deleted, t.title, t.board_id, b.slug AS board_slug,
           b.name AS board_name, t.author_id AS thread_author_id,
           t.hide_action_id IS NOT NULL AS thread_hidden, left(r.own_text, ${LOOKED_THROUGH}) AS own_text
      FROM unnest(${[...postIds]}::int[]) WITH ORDINALITY AS given(id, n)
      JOIN posts p ON p.id = given.id
      JOIN threads t ON t.id = p.thread_id
      JOIN boards b ON b.id = t.board_id
      JOIN users u ON u.id = p.author_id
      JOIN revisions r ON r.id = p.current_revision_id
     ORDER BY given.n`);
  // Found by the rule of visibility a moment ago; what was hidden since is not shown.
  const shown = rows.filter((row) => readable(sightOf(viewer, row)));
  const quotes = await quotesFor(viewer, meaning, shown);
  const marked = await marksIn(meaning, shown, quotes);
  return shown.map((row, index) => ({
    ...{ postId: row.id, threadId: row.thread_id, opening: row.opening },
    title: marked?.whole[index] ?? markedParts(row.title),
    board: { slug: row.board_slug, name: row.board_name },
    ...{ author: row.author, createdAt: row.created_at, score: row.score },
    excerpt: excerptOf(row, marked?.long[index]),
    quoted: quotedIn(row, quotes, marked),
    hidden: sightOf(viewer, row) === "marked",
    blocked: isBlocked(viewer, row.author_id),
  }));
}

/** Where none of the words stand in its own text, as of a title, its beginning. */
function excerptOf(row: ResultRow, around: MarkedPart[] = []): MarkedPart[] {
  const found = around.some(({ marked }) => marked);
  return found ? around : markedParts(snippet(row.own_text, EXCERPT_LENGTH));
}

function sightOf(viewer: Viewer, row: ResultRow) {
  return postSight(viewer, {
    ...{ authorId: row.author_id, hidden: row.hidden, deleted: row.deleted },
    thread: { authorId: row.thread_author_id, boardId: row.board_id, hidden: row.thread_hidden },
  });
}

interface QuoteOfRow {
  revisionId: number;
  quote: QuoteView;
}

/** Quotes of the posts that were found by words in them, as the viewer may see them. */
async function quotesFor(
  viewer: Viewer,
  { quoted }: Meaning,
  rows: readonly ResultRow[],
): Promise<QuoteOfRow[]> {
  if (quoted === "") return [];
  const byRevision = await quotesOf(
    viewer,
    rows.map((row) => row.revision_id),
  );
  const all = (quotes: readonly QuoteView[]): QuoteView[] =>
    quotes.flatMap((quote) => [quote, ...all(quote.quotes)]);
  return [...byRevision].flatMap(([revisionId, quotes]) =>
    all(quotes).map((quote) => ({ revisionId, quote })),
  );
}

async function marksIn(
  { own, quoted, query }: Meaning,
  rows: readonly ResultRow[],
  quotes: readonly QuoteOfRow[],
): Promise<Marked | null> {
  if (own === "" && quoted === "") return null;
  const marked = await markWords({
    query: own,
    whole: rows.map((row) => row.title),
    long: rows.map((row) => row.own_text),
    quotedQuery: quoted,
    quoted: quotes.map(({ quote }) => quote.exact),
  });
  // Without words of its own an excerpt has none to stand around.
  return own === "" || query.inTitle ? { ...marked, long: [] } : marked;
}

function quotedIn(
  row: ResultRow,
  quotes: readonly QuoteOfRow[],
  marked: Marked | null,
): SearchResult["quoted"] {
  const index = quotes.findIndex(
    ({ revisionId }, at) => revisionId === row.revision_id && marked?.quoted[at] != null,
  );
  const words: MarkedPart[] | null | undefined = marked?.quoted[index];
  if (words == null) return null;
  const quote = quotes[index]?.quote;
  return { author: quote?.source?.author ?? null, words, blocked: quote?.blocked === true };
}
