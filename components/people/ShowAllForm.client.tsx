"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { showAllAction } from "@/lib/sanctions/hide-all.actions";

const LABELS = { note: "To the person" };

/** Takes back that all of it was hidden. */
export function ShowAllForm({ actionId }: { actionId: number }) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(showAllAction);
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="grid gap-5">
      <FormMessage state={state} labels={LABELS} />
      <input type="hidden" name="action" value={actionId} />
      <TextField
        label={LABELS.note}
        name="note"
        defaultValue={state.values.note}
        error={state.failure?.fields.note}
        hint="May stay empty. Only the person and moderators read it."
      />
      <p className="m-0">
        <Button look="primary" disabled={pending}>
          Show all again
        </Button>
      </p>
    </form>
  );
}
