import { type ShownStatus, STATUS_WORDS } from "@/lib/quotes/status";
import type { QuoteView } from "@/lib/quotes/view";
import { routes } from "@/lib/routes";

/** The line above a quote: whom it quotes, where the words stand, and what is to be known of them. */
export function QuoteSource({ quote }: { quote: QuoteView }) {
  const { source, identity } = quote;
  // A block that holds only another quote has no words, so no source of its own.
  if (quote.exact === "" && source === null) return null;
  return (
    <p className="quote-source">
      {source && (
        <a href={source.href}>
          quoting <bdi>{source.author ?? "a deleted post"}</bdi> <span aria-hidden="true">↑</span>
        </a>
      )}
      {source?.author && identity > 0 && (
        <a href={routes.quote(identity)} data-context={identity} className="quote-context-link">
          context
        </a>
      )}
      {quote.status === "verbatim" ? <Verified /> : <Status status={quote.status} />}
      {quote.sight === "marked" && (
        <span className="quote-status" title="Only its author and moderators see these words.">
          source hidden
        </span>
      )}
      {quote.sourceEdited && quote.sight !== "nameless" && <Status status="source edited" />}
      {quote.toSettle && <a href={routes.quote(identity)}>Quote it anew, or leave it</a>}
    </p>
  );
}

/** Nothing is to be said of it but that it was checked. */
function Verified() {
  const { label, explanation } = STATUS_WORDS.verbatim;
  return (
    <span className="quote-status" title={explanation}>
      {`✓ ${label}`}
    </span>
  );
}

function Status({ status }: { status: ShownStatus }) {
  const { label, gloss, explanation } = STATUS_WORDS[status];
  return (
    <span className="quote-status" title={explanation}>
      <b>{label}</b>
      {`: ${gloss}`}
    </span>
  );
}
