import { alteration } from "@/lib/quotes/alteration";
import { redactedQuote } from "@/lib/quotes/redacted";
import type { QuoteView } from "@/lib/quotes/view";
import { placeholderId } from "@/lib/resolver/placeholder";
import type { PassageSource } from "@/lib/resolver/resolution";
import type { SettledQuote } from "@/lib/resolver/settle";
import { routes } from "@/lib/routes";
import { sliceCodePoints } from "@/lib/text/code-points";
import type { RenderedQuote } from "@/lib/text/render";

/** What a preview knows of the thread around a text; nothing that the viewer may not read. */
interface Known {
  threadId: number;
  /** The own texts of all revisions in there, and which of them are what their post says now. */
  ownTexts: ReadonlyMap<number, string>;
  current: ReadonlySet<number>;
  /** Names of the people whose posts can be quoted, by post. */
  authors: ReadonlyMap<number, { id: number; username: string }>;
  /** Quotes of the edited post: what its placeholders may stand for. */
  ownQuotes: ReadonlySet<number>;
}

/** Whether a quote is a placeholder for words that the viewer may not read. */
export function standsForHidden(quote: SettledQuote, { ownQuotes }: Known): boolean {
  return ownQuotes.has(placeholderId(quote.exact));
}

/** Ids of previewed quotes are negative: they are not stored. */
export function previewedQuote(quote: SettledQuote, known: Known, id: number): QuoteView {
  if (standsForHidden(quote, known)) {
    return redactedQuote({ id, identity: 0, markdownParts: [] });
  }
  const { status, source } = quote.resolution;
  const author = source === null ? undefined : known.authors.get(source.postId);
  return {
    ...unresolvedQuote(quote, id),
    status,
    sourceEdited: source !== null && !known.current.has(source.revisionId),
    alteration: source && status === "altered" ? differenceFrom(source, quote.exact, known) : null,
    source:
      source && author
        ? {
            postId: source.postId,
            threadId: known.threadId,
            author: author.username,
            authorId: author.id,
            href: routes.post(source.postId),
          }
        : null,
    quotes: quote.quotes.map((inner, index) => previewedQuote(inner, known, id * 1_000 - index)),
  };
}

function differenceFrom(source: PassageSource, exact: string, { ownTexts }: Known) {
  const words = sliceCodePoints(ownTexts.get(source.revisionId) ?? "", source.start, source.end);
  return alteration(words, exact);
}

export function unresolvedQuote(quote: RenderedQuote, id: number): QuoteView {
  return {
    id,
    identity: 0,
    status: "unverified",
    sight: "words",
    sourceEdited: false,
    difference: null,
    alteration: null,
    toSettle: false,
    source: null,
    htmlParts: quote.htmlParts,
    markdownParts: quote.markdownParts,
    exact: quote.exact,
    quotes: quote.quotes.map((inner, index) => unresolvedQuote(inner, id * 1_000 - index)),
  };
}
