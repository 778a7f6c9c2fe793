import type { Metadata } from "next";
import { ActionForm } from "@/components/account/ActionForm.client";
import { SavedSearchList } from "@/components/search/SavedSearchList.client";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";
import { renameSearchAction } from "@/lib/search/saved.actions";
import { savedSearches } from "@/lib/search/saved.queries";

export const metadata: Metadata = { title: "Saved searches", robots: { index: false } };

/** The searches that the viewer keeps: each finds anew what is there now. */
export default async function SavedSearchesPage({ searchParams }: { searchParams: SearchParams }) {
  const who = await requireMember(routes.savedSearches());
  const saved = await savedSearches(who);
  const renamed = parseId(await parameter(searchParams, "rename"));
  const chosen = saved.find(({ id }) => id === renamed);
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
      {chosen !== undefined && (
        <ActionForm
          action={renameSearchAction}
          lines={[{ name: "name", label: "New name", initial: chosen.name }]}
          hidden={{ saved: chosen.id }}
          submit="Rename"
        />
      )}
      <SavedSearchList
        saved={saved.map(({ feedKey, ...each }) => {
          return { ...each, feed: routes.searchFeed(each.id, feedKey) };
        })}
      />
    </Page>
  );
}
