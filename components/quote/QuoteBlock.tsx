import { PostBody } from "@/components/post/PostBody";
import { bodyOf } from "@/lib/posts/body";
import { STATUS_WORDS } from "@/lib/quotes/status";
import type { QuoteView } from "@/lib/quotes/view";
import { routes } from "@/lib/routes";
import type { Hues } from "@/lib/threads/view";

/** A quote inside a quote is shown, one inside that is not: rule 9. */
const MAX_SHOWN_DEPTH = 2;

/** A quote with its source named above it, in the colour of the person quoted. */
export function QuoteBlock({
  quote,
  hues,
  depth,
}: {
  quote: QuoteView;
  hues: Hues;
  depth: number;
}) {
  if (quote.sight === "redacted") {
    return (
      <blockquote className="quote quote-redacted">
        <p className="quote-source">The quoted post was hidden, and its words with it.</p>
      </blockquote>
    );
  }
  if (depth > MAX_SHOWN_DEPTH) return <p className="quote-deeper">[earlier quotes left out]</p>;
  const hue = quote.source === null ? undefined : hues[quote.source.authorId];
  return (
    <blockquote className={`quote ${hue === undefined ? "" : `hue-${hue}`}`}>
      <QuoteSource quote={quote} />
      <PostBody body={bodyOf(quote.htmlParts, quote.quotes)} hues={hues} depth={depth} />
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
          quoting {quote.source.author ?? "a deleted post"} <span aria-hidden="true">↑</span>
        </a>
      )}
      {marked && (
        <span className="quote-status" title={words.explanation}>
          {words.label}
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
