"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { HidingFields, type ListedRule } from "@/components/reports/HidingFields";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { type Option, SelectField } from "@/components/ui/SelectField";
import { decideCaseAction } from "@/lib/reports/actions";

const LABELS = {
  answer: "Answer to who reported it",
  rule: "Rule",
  note: "To its author",
  action: "Action",
};

/** A case is decided by the button that is pressed; one answer goes with either decision. */
export function DecisionForm({
  caseId,
  what,
  rules,
  ruleId,
  done,
}: {
  caseId: number;
  what: "thread" | "post";
  rules: readonly ListedRule[];
  /** The rule that most reports name. */
  ruleId: number | null;
  /** Actions that were taken already, to close the case with. */
  done: readonly Option[];
}) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(decideCaseAction);
  const { values } = state;
  const errors = state.failure?.fields ?? {};
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="grid gap-5">
      <FormMessage state={state} labels={LABELS} />
      <input type="hidden" name="case" value={caseId} />
      <TextField
        label={LABELS.answer}
        name="answer"
        rows={3}
        defaultValue={values.answer}
        error={errors.answer}
        hint="What was decided is told in any case; this says why. Everybody who reported it reads it."
      />
      <HidingFields
        {...{ rules, state, pending }}
        chosen={String(ruleId ?? "")}
        outcome="hide"
        submit={`Hide the ${what}`}
        hint={`Everybody reads it where the ${what} stood.`}
      />
      {done.length > 0 && (
        <fieldset className="m-0 grid gap-4 border-0 border-l-2 border-line p-0 pl-4">
          <legend className="sr-only">Close with an action taken already</legend>
          <SelectField
            label="Done already"
            name="action"
            options={done}
            chosen={values.action ?? ""}
            error={errors.action}
          />
          <div>
            <Button name="outcome" value="acted" disabled={pending}>
              Close with this action
            </Button>
          </div>
        </fieldset>
      )}
      <div>
        <Button name="outcome" value="dismissed" disabled={pending}>
          Dismiss
        </Button>
      </div>
    </form>
  );
}
