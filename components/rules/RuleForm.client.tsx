"use client";

import type { FormAction } from "@/components/account/ActionForm.client";
import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { Button } from "@/components/ui/Button";
import { Field, TextField } from "@/components/ui/Field";

const LABELS = { title: "Title", text: "What it asks" };

/** What a rule is called and what it asks: for a new one, or one that is changed. */
export function RuleForm({
  action,
  rule,
  submit,
}: {
  action: FormAction;
  /** The rule as it is now, where it is to be changed. */
  rule?: { id: number; title: string; text: string };
  submit: string;
}) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(action);
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="grid max-w-xl gap-4">
      <FormMessage state={state} labels={LABELS} />
      {rule && (
        <>
          <input type="hidden" name="ruleId" value={rule.id} />
          <input type="hidden" name="shownTitle" value={rule.title} />
          <input type="hidden" name="shownText" value={rule.text} />
        </>
      )}
      <Field
        label={LABELS.title}
        name="title"
        required
        autoComplete="off"
        defaultValue={state.values.title ?? rule?.title}
        error={state.failure?.fields.title}
        hint="A few words, which stand in the log and beside what was hidden."
      />
      <TextField
        label={LABELS.text}
        name="text"
        defaultValue={state.values.text ?? rule?.text}
        error={state.failure?.fields.text}
        hint="A sentence or two for those who read the rules."
      />
      <div>
        <Button look="primary" disabled={pending}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
