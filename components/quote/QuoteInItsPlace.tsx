import { LoneQuote } from "@/components/quote/LoneQuote";
import { QuotePassage } from "@/components/quote/QuotePassage";
import { SettleQuote } from "@/components/quote/SettleQuote.client";
import { Page } from "@/components/ui/Page";
import type { QuoteInContext } from "@/lib/quotes/context.queries";
import { type ShownStatus, STATUS_WORDS } from "@/lib/quotes/status";
import { routes } from "@/lib/routes";
import type { Hues } from "@/lib/threads/hues";

/** The page of one quote: what its status means, and its passage in its place. */
export function QuoteInItsPlace({ found, hues }: { found: QuoteInContext; hues: Hues }) {
  const { quote, quoter, context } = found;
  const quoting = routes.post(quoter.postId);
  return (
    <Page
      title="A quote"
      intro={
        <>
          By <bdi>{quoter.author}</bdi> in <a href={quoting}>{quoter.title}</a>
        </>
      }
    >
      <LoneQuote quote={quote} hues={hues} />
      <p>{shownStatuses(found).map((status) => `${STATUS_WORDS[status].explanation} `)}</p>
      {quote.toSettle && <SettleQuote identity={quote.identity} anew={found.mayRequote} />}
      {context && (
        <section aria-labelledby="place" className="grid gap-2">
          <h2 id="place" className="m-0 text-lg font-semibold">
            {context.earlier ? "Where it stood, before the edit" : "Where it stands"}
          </h2>
          <QuotePassage context={context} />
          {quote.source && <a href={quote.source.href}>Read it in the thread</a>}
        </section>
      )}
    </Page>
  );
}

function shownStatuses({ quote }: QuoteInContext): ShownStatus[] {
  if (quote.sight === "redacted") return ["redacted"];
  if (quote.sight === "nameless") return ["source deleted"];
  if (!quote.sourceEdited) return [quote.status];
  return quote.status === "altered" ? ["altered", "source edited"] : ["source edited"];
}
