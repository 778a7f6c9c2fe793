import { PostBody } from "@/components/post/PostBody";
import { QuoteBlock } from "@/components/quote/QuoteBlock";
import { bodyOf } from "@/lib/quotes/body";
import type { QuoteView } from "@/lib/quotes/view";
import type { Hues } from "@/lib/threads/hues";

/** A quote on a page about it: unfolded, and without the links that lead to such a page. */
export function LoneQuote({ quote, hues = {} }: { quote: QuoteView; hues?: Hues }) {
  const body = bodyOf(quote.htmlParts, quote.quotes);
  return (
    <div className="prose">
      <QuoteBlock quote={{ ...quote, identity: 0, toSettle: false }} hues={hues} unfolded>
        <PostBody body={body} hues={hues} depth={1} />
      </QuoteBlock>
    </div>
  );
}
