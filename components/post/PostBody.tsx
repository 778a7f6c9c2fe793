import { QuoteBlock } from "@/components/quote/QuoteBlock";
import { type BodyPart, bodyOf } from "@/lib/quotes/body";
import type { QuoteView } from "@/lib/quotes/view";
import type { Hues } from "@/lib/threads/hues";

/** A quote inside a quote is shown, one inside that is not: rule 9. */
const MAX_SHOWN_DEPTH = 2;

/**
 * The text of a post: its author's own runs and the quotes between them. The HTML was made safe
 * when it was written (lib/text/render.ts). Also draws the preview, so that both are equal.
 */
export function PostBody({
  body,
  hues,
  depth = 0,
}: {
  body: BodyPart<QuoteView>[];
  hues: Hues;
  /** How many quotes stand around this text. */
  depth?: number;
}) {
  return body.map((part, index) => {
    if (part.kind === "own") {
      return (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a post have no other identity
          key={index}
          className={depth === 0 ? "own" : undefined}
          dangerouslySetInnerHTML={{ __html: part.html }}
        />
      );
    }
    const { quote } = part;
    if (depth === MAX_SHOWN_DEPTH) {
      return (
        <p key={quote.id} className="quote-deeper">
          [earlier quotes left out]
        </p>
      );
    }
    return (
      <QuoteBlock key={quote.id} quote={quote} hues={hues}>
        <PostBody body={bodyOf(quote.htmlParts, quote.quotes)} hues={hues} depth={depth + 1} />
      </QuoteBlock>
    );
  });
}
