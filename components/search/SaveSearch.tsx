import { ActionForm } from "@/components/account/ActionForm.client";
import { routes } from "@/lib/routes";
import type { SearchOrder } from "@/lib/search/query";
import { saveSearchAction } from "@/lib/search/saved.actions";

/** Keeps the search that is shown, under a name. */
export function SaveSearch({ text, order }: { text: string; order: SearchOrder }) {
  return (
    <section aria-labelledby="save-search" className="grid gap-3 border-t border-line pt-6">
      <h2 id="save-search" className="m-0 text-lg font-semibold">
        Save this search
      </h2>
      <ActionForm
        action={saveSearchAction}
        lines={[{ name: "name", label: "Name", hint: "For yourself: nobody else sees it." }]}
        hidden={{ query: text, order }}
        submit="Save"
        look="plain"
      />
      <p className="m-0">
        <a href={routes.savedSearches()} className="underline">
          Your saved searches
        </a>
      </p>
    </section>
  );
}
