"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { SelectField } from "@/components/reports/SelectField";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { decideHeldAction } from "@/lib/reports/actions";

const LABELS = { rule: "Rule", note: "To its author" };

/** Shows to everybody what is held, or keeps it hidden by a rule. */
export function HeldForm({
  postId,
  rules,
}: {
  postId: number;
  rules: readonly { value: number; name: string }[];
}) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(decideHeldAction);
  const { values } = state;
  const errors = state.failure?.fields ?? {};
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="grid gap-5">
      <FormMessage state={state} labels={LABELS} />
      <input type="hidden" name="post" value={postId} />
      <div>
        <Button look="primary" name="outcome" value="approve" disabled={pending}>
          Approve
        </Button>
      </div>
      <fieldset className="m-0 grid gap-4 border-0 border-l-2 border-line p-0 pl-4">
        <legend className="sr-only">Keep it hidden</legend>
        <SelectField
          label={LABELS.rule}
          name="rule"
          options={rules}
          chosen={values.rule ?? ""}
          error={errors.rule}
        />
        <TextField
          label={LABELS.note}
          name="note"
          rows={2}
          defaultValue={values.note}
          error={errors.note}
          hint="The facts, and what to do next. Only those it concerns read it."
        />
        <div>
          <Button look="danger" name="outcome" value="keep" disabled={pending}>
            Keep it hidden
          </Button>
        </div>
      </fieldset>
    </form>
  );
}
