"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { Button, buttonClass } from "@/components/ui/Button";
import { routes } from "@/lib/routes";
import type { SavedSearch } from "@/lib/search/saved";
import { deleteSearchAction } from "@/lib/search/saved.actions";

/** The key of its feed stays where it is asked for. */
type ListedSearch = Omit<SavedSearch, "feedKey">;

/** The searches that somebody keeps, each with a button that deletes it: one form for all. */
export function SavedSearchList({ saved }: { saved: readonly ListedSearch[] }) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(deleteSearchAction);
  return (
    <form action={formAction} onSubmit={onSubmit} className="grid gap-3">
      <FormMessage state={state} labels={{}} />
      {saved.length === 0 && <p className="empty m-0">You keep no search yet.</p>}
      <ul className="m-0 grid list-none gap-4 p-0">
        {saved.map(({ id, name, query, order }) => (
          <li key={id} className="grid gap-2 border-t border-line pt-4">
            <p className="m-0 min-w-0 wrap-anywhere">
              <a
                href={routes.search(query, order === "newest" ? "newest" : undefined)}
                className="font-medium"
              >
                {name}
              </a>{" "}
              <code className="text-soft">{query}</code>
            </p>
            <p className="m-0 flex flex-wrap gap-2">
              <a href={routes.savedSearches({ rename: id })} className={buttonClass()}>
                Rename<span className="sr-only"> {name}</span>
              </a>
              <a href={routes.savedSearches({ feed: id })} className={buttonClass()}>
                Feed<span className="sr-only"> of {name}</span>
              </a>
              <Button name="saved" value={id} disabled={pending}>
                Delete<span className="sr-only"> {name}</span>
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </form>
  );
}
