import type { Metadata } from "next";
import { LoneQuote } from "@/components/quote/LoneQuote";
import { SettleQuote } from "@/components/quote/SettleQuote.client";
import { Age } from "@/components/ui/Age";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { listChangedQuotes, QUOTES_PER_PAGE } from "@/lib/quotes/changed.queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Edited since you quoted" };

/** The viewer's own quotes whose source was edited: each to be quoted anew, or left. */
export default async function ChangedQuotesPage({ searchParams }: { searchParams: SearchParams }) {
  const who = await requireMember(routes.changedQuotes());
  const done = await parameter(searchParams, "done");
  const changed = await listChangedQuotes(who);
  const now = new Date();
  return (
    <Page
      title="Edited since you quoted"
      intro="Words that you quoted were changed in the post they are from. Readers see both. You can quote what it says now, or leave your quote as it is."
    >
      {done !== undefined && <Done anew={parseId(done)} />}
      {changed.length === 0 && <p className="empty">Nothing that you quoted was changed.</p>}
      <ol className="grid list-none gap-8 p-0">
        {changed.map(({ quote, mayRequote, changedAt, postId, title }) => (
          <li key={quote.id} className="grid gap-3">
            <p className="text-soft">
              In <a href={routes.post(postId)}>{title}</a>, edited{" "}
              <Age date={changedAt} now={now} />
            </p>
            <LoneQuote quote={quote} />
            <SettleQuote identity={quote.identity} anew={mayRequote} />
          </li>
        ))}
      </ol>
      {changed.length === QUOTES_PER_PAGE && (
        <p className="text-soft">More may follow when these are settled.</p>
      )}
    </Page>
  );
}

function Done({ anew }: { anew: number | null }) {
  if (anew === null) return <Notice look="good">Your quote stays as it is.</Notice>;
  return (
    <Notice look="good">
      Your post now quotes what the source says. <a href={routes.post(anew)}>See it</a>
    </Notice>
  );
}
