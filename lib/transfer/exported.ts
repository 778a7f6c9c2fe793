import type { QuoteStatus, QuoteView } from "@/lib/quotes/view";

/** A line of an export. The operator's parts are absent from a public one. */
export interface ExportedThread extends Partial<OperatorThread> {
  id: string;
  sourceId: string;
  title: string;
  url: string | null;
  kind: "link" | "text" | "article";
  board: { slug: string; name: string; description: string; position: number };
  createdAt: string;
  state: "open" | "locked" | "hidden";
  score: number;
  posts: ExportedPost[];
}

interface OperatorThread {
  /** Oldest first. */
  moderation: {
    kind: "hide" | "unhide" | "lock" | "unlock";
    by: string;
    /** The id of a post of this thread; null when it concerns the whole thread. */
    post: string | null;
    reason: string;
    createdAt: string;
  }[];
}

export interface ExportedPost extends Partial<OperatorPost> {
  id: string;
  sourceId: string;
  parent: string | null;
  /** Null, as the body, where the post is gone for the reader and only holds its place. */
  author: string | null;
  createdAt: string;
  state: "open" | "deleted" | "hidden";
  score: number;
  /** As typed; a redacted quote is a placeholder. */
  body: string | null;
  quotes: ExportedQuote[];
}

interface OperatorPost {
  deletedAt: string | null;
  /** Oldest first. `order`: the place among all revisions of the thread as they were saved. */
  revisions: {
    number: number;
    createdAt: string;
    order: number;
    body: string;
    /** Which of several places some quotes mean, where their author has chosen. */
    choices?: ExportedChoice[];
  }[];
  votes: { username: string; value: number; createdAt: string }[];
}

export interface ExportedChoice {
  /** Names the quote in its text (lib/resolver/key.ts). */
  key: string;
  post: string;
  start: number;
  end: number;
}

export interface ExportedQuote {
  /** Empty when redacted. */
  exact: string;
  status: QuoteStatus | "redacted";
  source: {
    post: string;
    sourceId: string | null;
    /** The number of the source's revision in which the passage stands at `start` to `end`. */
    revision: number | null;
    start: number | null;
    end: number | null;
  } | null;
}

/** Where in its source a quote's passage stands. */
export interface Selector {
  revision: number | null;
  start: number | null;
  end: number | null;
}

/** Quotes in reading order, those inside others after them. */
export function flatQuotes(quotes: readonly QuoteView[]): QuoteView[] {
  return quotes.flatMap((quote) => [quote, ...flatQuotes(quote.quotes)]).filter(hasWords);
}

/** A block that holds nothing but another quote is none itself. */
function hasWords(quote: QuoteView): boolean {
  return quote.sight === "redacted" || quote.exact.trim() !== "";
}

/**
 * A quote as an export shows it: nothing of a redacted one.
 *
 * @param sourceIds stated source ids of the thread's posts
 */
export function exportedQuote(
  quote: QuoteView,
  selector: Selector | undefined,
  sourceIds: ReadonlyMap<number, string>,
): ExportedQuote {
  const { sight, exact, status, source } = quote;
  if (sight === "redacted") return { exact: "", status: "redacted", source: null };
  if (source === null) return { exact, status, source };
  const { revision = null, start = null, end = null } = selector ?? {};
  const { postId } = source;
  const sourceId = sourceIds.get(postId) ?? null;
  return { exact, status, source: { post: String(postId), sourceId, revision, start, end } };
}
