import { db, type Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { groupBy } from "@/lib/group";
import { POST_FACTS, postFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import {
  ambiguousQuoteSight,
  type PostFacts,
  type QuoteSight,
  quoteSight,
} from "@/lib/policy/visibility";
import { alteration } from "@/lib/quotes/alteration";
import { markdownOf } from "@/lib/quotes/body";
import type { QuoteStatus, QuoteView } from "@/lib/quotes/view";
import { placeholder } from "@/lib/resolver/placeholder";
import { routes } from "@/lib/routes";
import { wordDifference } from "@/lib/text/difference";
import { type Range, rangesOf } from "@/lib/text/range";

interface QuoteRow {
  id: number;
  identity: number;
  revision_id: number;
  container_id: number | null;
  ordinal: number;
  status: QuoteStatus;
  exact: string;
  html_parts: string[];
  markdown_parts: string[];
  source_post_id: number | null;
  candidate_post_ids: number[];
  source_revision_current: boolean;
  source_words: string | null;
  now_words: string | null;
  to_settle: boolean;
  source_author_id: number;
  source_author: string;
  source_deleted: boolean;
  source_hidden: boolean;
  source_thread_id: number;
  source_thread_author_id: number;
  source_board_id: number;
  source_thread_hidden: boolean;
}

/**
 * The quotes of some revisions, as the viewer may see them, in a fixed number of queries.
 * The only reader of quoted words in the house; nothing redacted leaves it.
 *
 * @param client the transaction that the reading is part of, if it is; a write that asked for a
 *   second connection while it holds a lock could wait for itself
 * @returns top quotes in reading order by revision id, the quotes inside them nested
 */
export async function quotesOf(
  viewer: Viewer,
  revisionIds: readonly number[],
  client: Transaction = db(),
): Promise<Map<number, QuoteView[]>> {
  const rows = revisionIds.length === 0 ? [] : await quoteRows(viewer, revisionIds, client);
  const candidates = await candidateFacts(client, rows);
  const sightOf = (row: QuoteRow) => {
    if (row.source_post_id !== null) return quoteSight(viewer, sourceFacts(row));
    const known = row.candidate_post_ids.flatMap((id) => candidates.get(id) ?? []);
    return ambiguousQuoteSight(viewer, known);
  };
  const inside = groupBy(rows, (row) => row.container_id);
  const byRevision = groupBy(inside.get(null) ?? [], (row) => row.revision_id);
  return new Map(
    [...byRevision].map(([id, top]) => [id, top.map((row) => seen(row, sightOf, inside))]),
  );
}

/** What decides about the posts that ambiguous quotes may come from. */
async function candidateFacts(
  client: Transaction,
  rows: readonly QuoteRow[],
): Promise<Map<number, PostFacts>> {
  const ids = new Set(rows.flatMap((row) => row.candidate_post_ids));
  if (ids.size === 0) return new Map();
  const posts = await client.post.findMany({
    where: { id: { in: [...ids] } },
    select: POST_FACTS,
  });
  return new Map(posts.map((post) => [post.id, postFacts(post)]));
}

function quoteRows(
  viewer: Viewer,
  revisionIds: readonly number[],
  client: Transaction,
): Promise<QuoteRow[]> {
  return client.$queryRaw<QuoteRow[]>`
    SELECT q.id, q.identity, q.revision_id, q.container_id, q.ordinal, q.status::text AS status, q.exact,
           q.html_parts, q.markdown_parts, q.source_post_id, q.candidate_post_ids,
           sp.current_revision_id IS NOT DISTINCT FROM q.source_revision_id AS source_revision_current,
           substr(sr.own_text, q.start + 1, q."end" - q.start) AS source_words,
           substr(nr.own_text, q.now_start + 1, q.now_end - q.now_start) AS now_words,
           q.changed_at IS NOT NULL AND q.settled_at IS NULL
             AND p.author_id = ${viewer.signedIn ? viewer.id : 0} AS to_settle,
           sp.author_id AS source_author_id, su.username AS source_author,
           sp.deleted_at IS NOT NULL AS source_deleted,
           sp.hide_action_id IS NOT NULL AS source_hidden,
           st.id AS source_thread_id, st.author_id AS source_thread_author_id,
           st.board_id AS source_board_id, st.hide_action_id IS NOT NULL AS source_thread_hidden
      FROM quotes q
      JOIN posts p ON p.id = q.post_id
      LEFT JOIN posts sp ON sp.id = q.source_post_id
      LEFT JOIN users su ON su.id = sp.author_id
      -- Only where words differ is there a difference to show.
      LEFT JOIN revisions sr ON sr.id = q.source_revision_id
            AND (q.status = 'altered' OR sp.current_revision_id IS DISTINCT FROM sr.id)
      LEFT JOIN revisions nr ON nr.id = sp.current_revision_id
            AND sp.current_revision_id IS DISTINCT FROM q.source_revision_id
      LEFT JOIN threads st ON st.id = sp.thread_id
     WHERE q.revision_id IN (${Prisma.join([...revisionIds])})
     ORDER BY q.revision_id, q.ordinal, q.id`;
}

function seen(
  row: QuoteRow,
  sightOf: (row: QuoteRow) => QuoteSight,
  inside: ReadonlyMap<number | null, QuoteRow[]>,
): QuoteView {
  const sight = sightOf(row);
  const quotes = (inside.get(row.id) ?? []).map((nested) => seen(nested, sightOf, inside));
  const typed = markdownOf({ markdownParts: row.markdown_parts, quotes });
  const shown = { id: row.id, identity: row.identity, status: row.status, sight };
  if (sight === "redacted") {
    return {
      ...shown,
      // How the words agree with what is hidden would tell something about it.
      status: "unverified",
      sourceEdited: false,
      difference: null,
      alteration: null,
      toSettle: false,
      source: null,
      htmlParts: [],
      markdownParts: [placeholder(row.id, typed)],
      exact: "",
      quotes: [],
    };
  }
  return {
    ...shown,
    sourceEdited: isEdited(row),
    difference: differenceOf(row, sight),
    alteration: alterationOf(row, sight),
    toSettle: row.to_settle && sight !== "nameless",
    source: sourceView(row, sight),
    htmlParts: row.html_parts,
    markdownParts: row.markdown_parts,
    exact: row.exact,
    quotes,
  };
}

function isEdited(row: QuoteRow): boolean {
  return row.source_post_id !== null && !row.source_revision_current;
}

/** The words of a deleted source are shown to nobody, but for those that were quoted. */
function differenceOf(row: QuoteRow, sight: QuoteSight): QuoteView["difference"] {
  if (sight === "nameless" || row.source_words === null) return null;
  if (!isEdited(row) || row.now_words === null) return null;
  return wordDifference(row.source_words, row.now_words);
}

function alterationOf(row: QuoteRow, sight: QuoteSight): QuoteView["alteration"] {
  if (sight === "nameless" || row.source_words === null || row.status !== "altered") return null;
  return alteration(row.source_words, row.exact);
}

function sourceFacts(row: QuoteRow): PostFacts | null {
  if (row.source_post_id === null) return null;
  return {
    authorId: row.source_author_id,
    hidden: row.source_hidden,
    deleted: row.source_deleted,
    thread: {
      authorId: row.source_thread_author_id,
      boardId: row.source_board_id,
      hidden: row.source_thread_hidden,
    },
  };
}

function sourceView(row: QuoteRow, sight: QuoteSight): QuoteView["source"] {
  if (row.source_post_id === null) return null;
  return {
    postId: row.source_post_id,
    threadId: row.source_thread_id,
    author: sight === "nameless" ? null : row.source_author,
    authorId: sight === "nameless" ? null : row.source_author_id,
    href: sourceHref(row, sight),
  };
}

function sourceHref(row: QuoteRow, sight: QuoteSight): string {
  const [threadId, postId] = [row.source_thread_id, row.source_post_id ?? 0];
  const unknown = sight === "nameless" || row.status === "ambiguous";
  const gone = unknown || (isEdited(row) && row.now_words === null);
  return gone ? routes.postInThread(threadId, postId) : routes.passage(threadId, row.identity);
}

/** Characters to highlight in a post: code points of its own text. */
export interface Passage {
  postId: number;
  ranges: Range[];
}

/**
 * The characters that a quote leads to: those that were quoted or, where they were edited since,
 * what became of them; null where there is nothing left to lead to.
 *
 * @param identity what addresses name the quote by
 */
export async function passageOf(identity: number): Promise<Passage | null> {
  const quote = await db().quote.findFirst({
    // What is hidden or deleted counts nowhere: not even by showing what it quoted.
    where: {
      identity,
      post: { hideActionId: null, deletedAt: null, thread: { hideActionId: null } },
    },
    // Of a quote that is in its post no more, the last revision that had it.
    orderBy: { id: "desc" },
    select: {
      ranges: true,
      status: true,
      nowStart: true,
      nowEnd: true,
      sourceRevisionId: true,
      sourcePost: { select: { id: true, currentRevisionId: true } },
    },
  });
  if (quote?.sourcePost == null || quote.status === "ambiguous") return null;
  const { id: postId, currentRevisionId } = quote.sourcePost;
  if (currentRevisionId === quote.sourceRevisionId) {
    return { postId, ranges: rangesOf(quote.ranges) };
  }
  const { nowStart: start, nowEnd: end } = quote;
  return start === null || end === null ? null : { postId, ranges: [{ start, end }] };
}

/**
 * Where the passages of some quotes stand: the number of the source's revision, and code points of
 * its own text; by quote id. Only for quotes whose source the viewer may know.
 */
export async function selectorsOf(quoteIds: readonly number[]) {
  const rows = await db().quote.findMany({
    where: { id: { in: [...quoteIds] } },
    select: { id: true, start: true, end: true, sourceRevision: { select: { number: true } } },
  });
  return new Map(
    rows.map(({ id, start, end, sourceRevision }) => {
      return [id, { revision: sourceRevision?.number ?? null, start, end }] as const;
    }),
  );
}
