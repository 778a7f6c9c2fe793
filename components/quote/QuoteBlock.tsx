import type { ReactNode } from "react";
import { FoldIfBlocked } from "@/components/blocks/FoldIfBlocked";
import { Difference } from "@/components/post/Difference";
import { QuoteSource } from "@/components/quote/QuoteSource";
import type { QuoteView } from "@/lib/quotes/view";
import { codePointLength } from "@/lib/text/code-points";
import type { DifferencePart } from "@/lib/text/difference";
import { snippet } from "@/lib/text/snippet";
import type { Hues } from "@/lib/threads/hues";

/** A longer quote is folded (rule 9): about eight lines of a post. In code points. */
const FOLDED_FROM = 600;

/** How much of a folded quote is seen, in code points. */
const EXCERPT = 180;

/** The frame of a quote: its source named above it, in the colour of the person quoted. */
export function QuoteBlock({
  quote,
  hues,
  unfolded = false,
  children,
}: {
  quote: QuoteView;
  hues: Hues;
  /** Shows at once what is folded in a thread: a long quote, and what is different. */
  unfolded?: boolean;
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
      <FoldIfBlocked blocked={quote.blocked === true && !unfolded} what="A quote of">
        <QuoteSource quote={quote} />
        {codePointLength(quote.exact) < FOLDED_FROM ? (
          children
        ) : (
          <details className="quote-long" open={unfolded}>
            <summary>
              <span className="quote-excerpt">{snippet(quote.exact, EXCERPT)}</span>{" "}
              <span className="quote-more">
                The whole quote: {codePointLength(quote.exact).toLocaleString("en")} characters
              </span>
            </summary>
            {children}
          </details>
        )}
        <Changes title="What is different" parts={quote.alteration} open={unfolded} />
        <Changes title="What it says now" parts={quote.difference} open={unfolded} />
      </FoldIfBlocked>
    </blockquote>
  );
}

function Changes({
  title,
  parts,
  open,
}: {
  title: string;
  parts: readonly DifferencePart[] | null;
  open: boolean;
}) {
  if (parts === null) return null;
  return (
    <details className="quote-changes" open={open}>
      <summary>{title}</summary>
      <Difference parts={parts} />
    </details>
  );
}
