import type { Metadata } from "next";
import { headers } from "next/headers";
import { ActionForm } from "@/components/account/ActionForm.client";
import { SavedSearchList } from "@/components/search/SavedSearchList.client";
import { SearchFeed } from "@/components/search/SearchFeed";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { originOf } from "@/lib/http/origin";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";
import { renameSearchAction } from "@/lib/search/saved.actions";
import { savedSearches } from "@/lib/search/saved.queries";

export const metadata: Metadata = { title: "Saved searches", robots: { index: false } };

/** The searches that the viewer keeps: each finds anew what is there now. */
export default async function SavedSearchesPage({ searchParams }: { searchParams: SearchParams }) {
  const who = await requireMember(routes.savedSearches());
  const saved = await savedSearches(who);
  const named = async (parameterName: string) => {
    const chosen = parseId(await parameter(searchParams, parameterName));
    return saved.find(({ id }) => id === chosen);
  };
  const [renamed, read] = [await named("rename"), await named("feed")];
  return (
    <Page
      title="Saved searches"
      intro={
        <>
          Each finds what is there when you look. To keep another one,{" "}
          <a href={routes.search()}>search</a> and save it there.
        </>
      }
    >
      {renamed !== undefined && (
        <ActionForm
          action={renameSearchAction}
          lines={[{ name: "name", label: "New name", initial: renamed.name }]}
          hidden={{ saved: renamed.id }}
          submit="Rename"
        />
      )}
      {read !== undefined && (
        <SearchFeed
          {...{ id: read.id, name: read.name }}
          address={originOf(await headers()) + routes.searchFeed(read.id, read.feedKey)}
        />
      )}
      <SavedSearchList saved={saved.map(({ feedKey: _, ...each }) => each)} />
    </Page>
  );
}
