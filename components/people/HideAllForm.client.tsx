"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { RuleField } from "@/components/rules/RuleField";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import type { Rule } from "@/lib/rules/queries";
import { hideAllAction } from "@/lib/sanctions/hide-all.actions";

const LABELS = { rule: "Rule", note: "To the person" };

/** Asks for rule and a word to the person, then hides all that they wrote. */
export function HideAllForm({
  personId,
  rules,
}: {
  personId: number;
  rules: readonly Pick<Rule, "id" | "title">[];
}) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(hideAllAction);
  const errors = state.failure?.fields ?? {};
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="grid gap-5">
      <FormMessage state={state} labels={LABELS} />
      <input type="hidden" name="person" value={personId} />
      <RuleField rules={rules} chosen={state.values.rule} error={errors.rule} />
      <TextField
        label={LABELS.note}
        name="note"
        required
        defaultValue={state.values.note}
        error={errors.note}
        hint="The facts. Only the person and moderators read it."
      />
      <p className="m-0">
        <Button look="danger" disabled={pending}>
          Hide all
        </Button>
      </p>
    </form>
  );
}
