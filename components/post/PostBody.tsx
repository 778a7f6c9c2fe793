import { QuoteBlock } from "@/components/quote/QuoteBlock";
import type { BodyPart } from "@/lib/posts/body";
import type { QuoteView } from "@/lib/quotes/view";
import type { Hues } from "@/lib/threads/view";

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
    return <QuoteBlock key={`q${part.quote.id}`} quote={part.quote} hues={hues} depth={depth + 1} />;
  });
}
