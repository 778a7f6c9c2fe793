import type { Metadata } from "next";
import { Results } from "@/components/search/Results";
import { SaveSearch } from "@/components/search/SaveSearch";
import { SearchForm } from "@/components/search/SearchForm";
import { SearchHelp } from "@/components/search/SearchHelp";
import { Page } from "@/components/ui/Page";
import { allowSearching } from "@/lib/accounts/rate-limit";
import { parameter, type SearchParams } from "@/lib/address";
import { clientAddress, viewer } from "@/lib/auth";
import { setStatus } from "@/lib/http/response";
import { routes } from "@/lib/routes";
import { searchPosts } from "@/lib/search/queries";
import type { SearchPage as Found } from "@/lib/search/view";

interface Props {
  searchParams: SearchParams;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const text = ((await parameter(searchParams, "q")) ?? "").trim().slice(0, 100);
  return { title: text === "" ? "Search" : `${text} – Search`, robots: { index: false } };
}

/** What people wrote, found by its words. */
export default async function SearchPage({ searchParams }: Props) {
  const text = (await parameter(searchParams, "q")) ?? "";
  const order = (await parameter(searchParams, "order")) === "newest" ? "newest" : "relevance";
  const after = await parameter(searchParams, "after");
  const who = await viewer();
  const now = new Date();
  const allowed =
    text.trim() === "" ? ({ ok: true } as const) : await allowSearching(who, await clientAddress());
  if (!allowed.ok) setStatus(429);
  const page: Found = allowed.ok
    ? await searchPosts(who, { text, order, after }, now)
    : { found: "problem", message: allowed.message };
  return (
    <Page title="Search">
      <div className="grid gap-2">
        <SearchForm text={text} problem={page.found === "problem" ? page.message : null} />
        <SearchHelp open={page.found === "nothing typed"} />
      </div>
      {page.found === "results" && <Results page={page} text={text} now={now} />}
      {page.found === "results" && who.signedIn && <SaveSearch text={text} order={order} />}
      {page.found === "nothing typed" && who.signedIn && (
        <p className="m-0">
          <a href={routes.savedSearches()} className="underline">
            Your saved searches
          </a>
        </p>
      )}
    </Page>
  );
}
