import { db, type Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { rowsOf, statesOf, withStates } from "@/lib/db/rows";
import { groupBy } from "@/lib/group";
import type { Viewer } from "@/lib/policy/viewer";
import { type QuoteRow, StoredQuotes } from "@/lib/quotes/stored";
import type { QuoteView } from "@/lib/quotes/view";
import { type Range, rangesOf } from "@/lib/text/range";

/**
 * The quotes of some revisions, as the viewer may see them, in a fixed number of queries.
 *
 * @param client the transaction that the reading is part of, if it is; a write that asked for a
 *   second connection while it holds a lock could wait for itself
 * @returns top quotes in reading order by revision id, the quotes inside them nested
 */
export async function quotesOf(
  viewer: Viewer,
  revisionIds: readonly number[],
  client?: Transaction,
): Promise<Map<number, QuoteView[]>> {
  const stored = await storedQuotes(revisionIds, client);
  return new Map([...stored].map(([id, quotes]) => [id, quotes.seen(quotes.aspectFor(viewer))]));
}

/**
 * The quotes of some revisions, to be shown to whoever asks as far as they may see them; by revision
 * id. The only reader of quoted words in the house: nothing redacted leaves what it returns.
 */
export async function storedQuotes(
  revisionIds: readonly number[],
  client?: Transaction,
): Promise<Map<number, StoredQuotes>> {
  if (revisionIds.length === 0) return new Map();
  const statement = withStates(quoteRows(Prisma.sql`q.revision_id = ANY(${[...revisionIds]})`));
  const rows = await (client?.$queryRaw<QuoteRow[]>(statement) ?? rowsOf<QuoteRow>(statement));
  const byRevision = groupBy(rows, (row) => row.revision_id);
  return new Map([...byRevision].map(([id, quotes]) => [id, new StoredQuotes(quotes)]));
}

/** The states of the quotes of a thread's posts as they are now, by revision id: see lib/db/rows.ts. */
export function quoteStates(threadId: number): Promise<Map<number, string>> {
  const current = Prisma.sql`p.thread_id = ${threadId} AND q.revision_id = p.current_revision_id`;
  return statesOf(quoteRows(current), Prisma.sql`revision_id`);
}

function quoteRows(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT q.id, q.identity, q.revision_id, q.container_id, q.ordinal, q.status::text AS status, q.exact,
           q.html_parts, q.markdown_parts, q.source_post_id, q.candidate_post_ids,
           sp.current_revision_id IS NOT DISTINCT FROM q.source_revision_id AS source_revision_current,
           substr(sr.own_text, q.start + 1, q."end" - q.start) AS source_words,
           substr(nr.own_text, q.now_start + 1, q.now_end - q.now_start) AS now_words,
           q.changed_at IS NOT NULL AND q.settled_at IS NULL AS unsettled, p.author_id AS quoter_id,
           sp.author_id AS source_author_id, su.username AS source_author,
           sp.deleted_at IS NOT NULL AS source_deleted,
           sp.hide_action_id IS NOT NULL AS source_hidden,
           st.id AS source_thread_id, st.author_id AS source_thread_author_id,
           st.board_id AS source_board_id, st.hide_action_id IS NOT NULL AS source_thread_hidden,
           -- What decides about the posts that an ambiguous one may come from: PostFacts.
           CASE WHEN q.candidate_post_ids <> '{}' THEN
             (SELECT json_agg(json_build_object(
                       'authorId', c.author_id, 'hidden', c.hide_action_id IS NOT NULL,
                       'deleted', c.deleted_at IS NOT NULL,
                       'thread', json_build_object('authorId', ct.author_id, 'boardId', ct.board_id,
                                                   'hidden', ct.hide_action_id IS NOT NULL)) ORDER BY c.id)
                FROM posts c JOIN threads ct ON ct.id = c.thread_id
               WHERE c.id = ANY(q.candidate_post_ids)) END AS candidates
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
     WHERE ${condition}
     ORDER BY q.revision_id, q.ordinal, q.id`;
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
