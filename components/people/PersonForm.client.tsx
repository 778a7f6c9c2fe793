"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { LengthFields } from "@/components/people/LengthFields";
import { RuleField } from "@/components/rules/RuleField";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import type { Rule } from "@/lib/rules/queries";
import { personAction } from "@/lib/sanctions/actions";
import type { PersonVerb } from "@/lib/sanctions/verbs";

const BUTTONS: Record<PersonVerb, string> = {
  warn: "Warn",
  suspend: "Suspend",
  ban: "Ban",
  lift: "Lift",
};

const LABELS = { rule: "Rule", length: "How long", date: "Date", note: "To the person" };

/** Asks for rule, length and a word to the person, then acts. */
export function PersonForm({
  verb,
  personId,
  seen,
  rules,
}: {
  verb: PersonVerb;
  personId: number;
  seen: number;
  rules: readonly Pick<Rule, "id" | "title">[];
}) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(personAction);
  const errors = state.failure?.fields ?? {};
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="grid gap-5">
      <FormMessage state={state} labels={LABELS} />
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="person" value={personId} />
      <input type="hidden" name="seen" value={seen} />
      {verb !== "lift" && (
        <RuleField rules={rules} chosen={state.values.rule} error={errors.rule} />
      )}
      {verb === "suspend" && <LengthFields values={state.values} errors={errors} />}
      <TextField
        label={LABELS.note}
        name="note"
        required={verb !== "lift"}
        defaultValue={state.values.note}
        error={errors.note}
        hint={
          verb === "lift"
            ? "May stay empty. Only the person and moderators read it."
            : "The facts, and what you ask for. Only the person and moderators read it."
        }
      />
      <p className="m-0">
        <Button look={verb === "lift" ? "primary" : "danger"} disabled={pending}>
          {BUTTONS[verb]}
        </Button>
      </p>
    </form>
  );
}
