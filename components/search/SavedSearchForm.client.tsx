"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { Button } from "@/components/ui/Button";
import { inputClass } from "@/components/ui/Field";
import { changeSavedSearchAction } from "@/lib/search/saved.actions";

/** Another name for one saved search, or its end: on the page of that one search. */
export function SavedSearchForm({ id, name }: { id: number; name: string }) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(changeSavedSearchAction);
  const error = state.failure?.fields.name;
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="grid gap-3">
      <FormMessage state={state} labels={{ name: "Name" }} />
      <input type="hidden" name="saved" value={id} />
      <label className="grid gap-1">
        <span className="text-sm text-soft">Name</span>
        <input
          name="name"
          defaultValue={state.values.name ?? name}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `saved-${id}-error` : undefined}
          className={inputClass}
        />
      </label>
      {error && (
        <p id={`saved-${id}-error`} className="m-0 text-sm text-danger">
          {error}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button name="intent" value="rename" disabled={pending}>
          Rename<span className="sr-only"> {name}</span>
        </Button>
        <Button name="intent" value="delete" look="danger" disabled={pending}>
          Delete<span className="sr-only"> {name}</span>
        </Button>
      </div>
    </form>
  );
}
