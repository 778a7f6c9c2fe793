import type { ReactNode } from "react";
import { STATUS_WORDS } from "@/lib/quotes/status";
import type { QuoteView } from "@/lib/quotes/view";
import { routes } from "@/lib/routes";
import type { Hues } from "@/lib/threads/hues";

/** The frame of a quote: its source named above it, in the colour of the person quoted. */
export function QuoteBlock({
  quote,
  hues,
  children,
}: {
  quote: QuoteView;
  hues: Hues;
  /** The quoted words; not drawn of a quote that is redacted. */
  children: ReactNode;
}) {
  if (quote.sight === "redacted") {
    return (
      <blockquote className="quote quote-redacted">
        <p className="quote-source">The quoted post was hidden, and its words with it.</p>
      </blockquote>
    );
  }
  const authorId = quote.source?.authorId ?? null;
  const hue = authorId === null ? undefined : hues[authorId];
  return (
    <blockquote className={`quote ${hue === undefined ? "" : `hue-${hue}`}`}>
      <QuoteSource quote={quote} />
      {children}
    </blockquote>
  );
}

function QuoteSource({ quote }: { quote: QuoteView }) {
  const words = STATUS_WORDS[quote.status];
  const marked = quote.status !== "verbatim";
  // A block that holds only another quote has no words, so no source of its own.
  if (quote.exact === "" && quote.source === null) return null;
  return (
    <p className="quote-source">
      {quote.source && (
        <a href={routes.passage(quote.source.threadId, quote.source.postId, quote.id)}>
          quoting <bdi>{quote.source.author ?? "a deleted post"}</bdi>{" "}
          <span aria-hidden="true">↑</span>
        </a>
      )}
      {marked && (
        <span className="quote-status" title={words.explanation}>
          {words.label}
        </span>
      )}
      {quote.sight === "marked" && (
        <span className="quote-status" title="Only its author and moderators see these words.">
          source hidden
        </span>
      )}
      {quote.sourceEdited && (
        <span className="quote-status" title="The quoted words have been edited since.">
          source edited
        </span>
      )}
    </p>
  );
}
