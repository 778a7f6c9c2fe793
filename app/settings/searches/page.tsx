import type { Metadata } from "next";
import { SavedSearchForm } from "@/components/search/SavedSearchForm.client";
import { Page } from "@/components/ui/Page";
import { requireMember } from "@/lib/auth";
import { routes } from "@/lib/routes";
import { savedSearches } from "@/lib/search/saved.queries";

export const metadata: Metadata = { title: "Saved searches", robots: { index: false } };

/** The searches that the viewer keeps: each finds anew what is there now. */
export default async function SavedSearchesPage() {
  const who = await requireMember(routes.savedSearches());
  const saved = await savedSearches(who);
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
      {saved.length === 0 && <p className="empty m-0">You keep no search yet.</p>}
      <ul className="m-0 grid list-none gap-6 p-0">
        {saved.map(({ id, name, query, order }) => (
          <li key={id} className="grid gap-2 border-t border-line pt-4">
            <p className="m-0 min-w-0 break-words">
              <a
                href={routes.search(query, order === "newest" ? "newest" : undefined)}
                className="font-medium"
              >
                {name}
              </a>{" "}
              <code className="text-soft">{query}</code>
            </p>
            <details className="search-help">
              <summary>
                Rename or delete<span className="sr-only"> {name}</span>
              </summary>
              <SavedSearchForm id={id} name={name} />
            </details>
          </li>
        ))}
      </ul>
    </Page>
  );
}
