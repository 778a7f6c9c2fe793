import { groupBy } from "@/lib/group";
import { isBlocked } from "@/lib/policy/standing";
import type { Viewer } from "@/lib/policy/viewer";
import {
  ambiguousQuoteSight,
  type PostFacts,
  type QuoteSight,
  quoteSight,
} from "@/lib/policy/visibility";
import { alteration } from "@/lib/quotes/alteration";
import { markdownOf } from "@/lib/quotes/body";
import { redactedQuote } from "@/lib/quotes/redacted";
import type { QuoteStatus, QuoteView } from "@/lib/quotes/view";
import { placeholder } from "@/lib/resolver/placeholder";
import { routes } from "@/lib/routes";
import { stateOf } from "@/lib/state";
import { wordDifference } from "@/lib/text/difference";

/** A quote as it is stored, whoever may see it: lib/quotes/queries.ts reads it. */
export interface QuoteRow {
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
  /** What decides about those posts. */
  candidates: PostFacts[] | null;
  source_revision_current: boolean;
  source_words: string | null;
  now_words: string | null;
  /** Its source was edited, and the quoter has not said yet what is to become of it. */
  unsettled: boolean;
  quoter_id: number;
  source_author_id: number;
  source_author: string;
  source_deleted: boolean;
  source_hidden: boolean;
  source_thread_id: number;
  source_thread_author_id: number;
  source_board_id: number;
  source_thread_hidden: boolean;
  /** Equal for equal rows: lib/db/rows.ts. */
  state: string;
}

/**
 * What a viewer sees of the quotes of a revision: one sight per quote, which of them are of people
 * whom the viewer blocked, and whether they are the viewer's own.
 */
export interface QuoteAspect {
  sights: readonly QuoteSight[];
  /** By their place. */
  blocked: readonly number[];
  own: boolean;
}

/**
 * The quotes of one revision, with what decides who may read them. Their words come out of here by
 * `seen` alone, so that nobody who holds them can show what its viewer may not read.
 */
export class StoredQuotes {
  readonly #rows: readonly QuoteRow[];

  /** @param rows in reading order, a container before what stands in it */
  constructor(rows: readonly QuoteRow[]) {
    this.#rows = rows;
  }

  /** How the viewer sees these quotes. Two viewers of one aspect see the same. */
  aspectFor(viewer: Viewer): QuoteAspect {
    const sights = this.#rows.map((row) => this.#sightOf(viewer, row));
    return {
      sights,
      blocked: this.#rows.flatMap((row, place) =>
        row.source_post_id !== null &&
        namesItsSource(sights[place]) &&
        isBlocked(viewer, row.source_author_id)
          ? [place]
          : [],
      ),
      own: viewer.signedIn && this.#rows.some((row) => row.quoter_id === viewer.id),
    };
  }

  /** The quotes as whoever has this aspect sees them, in reading order, those inside nested. */
  seen({ sights, blocked, own }: QuoteAspect): QuoteView[] {
    const folded = new Set(blocked);
    const inside = groupBy(
      this.#rows.map((row, index) => ({
        ...{ row, sight: sights[index] ?? "redacted" },
        blocked: folded.has(index),
      })),
      ({ row }) => row.container_id,
    );
    const views = (container: number | null): QuoteView[] =>
      (inside.get(container) ?? []).map(({ row, sight, blocked }) => {
        const view = quoteView(row, sight, own, views(row.id));
        return blocked ? { ...view, blocked } : view;
      });
    return views(null);
  }

  /** Equal for equal quotes. */
  get state(): string {
    return stateOf(this.#rows);
  }

  /** About how many characters they hold. */
  get size(): number {
    return this.#rows.reduce((sum, row) => sum + sizeOf(row), 0);
  }

  #sightOf(viewer: Viewer, row: QuoteRow): QuoteSight {
    if (row.source_post_id !== null) return quoteSight(viewer, sourceFacts(row));
    return ambiguousQuoteSight(viewer, row.candidates ?? []);
  }
}

/** Where a name is kept back, folding must not tell it. */
function namesItsSource(sight: QuoteSight | undefined): boolean {
  return sight === "words" || sight === "marked";
}

/** Of a row: its words, in each form in which they are kept, and the rest. */
function sizeOf({ exact, html_parts, markdown_parts, source_words, now_words }: QuoteRow): number {
  const texts = [exact, ...html_parts, ...markdown_parts, source_words ?? "", now_words ?? ""];
  return texts.reduce((sum, text) => sum + text.length, 500);
}

function quoteView(row: QuoteRow, sight: QuoteSight, own: boolean, quotes: QuoteView[]): QuoteView {
  if (sight === "redacted") {
    const typed = markdownOf({ markdownParts: row.markdown_parts, quotes });
    const markdownParts = [placeholder(row.id, typed)];
    return redactedQuote({ id: row.id, identity: row.identity, markdownParts });
  }
  return {
    ...{ id: row.id, identity: row.identity, status: row.status, sight },
    sourceEdited: isEdited(row),
    difference: differenceOf(row, sight),
    alteration: alterationOf(row, sight),
    toSettle: own && row.unsettled && sight !== "nameless",
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

function sourceFacts(row: QuoteRow): PostFacts {
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
  return gone ? routes.post(postId) : routes.passage(threadId, row.identity);
}
