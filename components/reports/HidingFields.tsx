import { RuleField } from "@/components/rules/RuleField";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import type { FormState } from "@/lib/form-state";
import type { Rule } from "@/lib/rules/queries";

export type ListedRule = Pick<Rule, "id" | "title">;

/** One way to decide: by which rule it is hidden, a word to its author, and the button. */
export function HidingFields({
  rules,
  chosen = "",
  outcome,
  submit,
  hint,
  state,
  pending,
}: {
  rules: readonly ListedRule[];
  /** The rule that is chosen before anybody did. */
  chosen?: string;
  /** What the button says to the action. */
  outcome: string;
  submit: string;
  hint: string;
  state: FormState;
  pending: boolean;
}) {
  const errors = state.failure?.fields ?? {};
  return (
    <fieldset className="m-0 grid gap-4 border-0 border-l-2 border-line p-0 pl-4">
      <legend className="sr-only">{submit}</legend>
      <RuleField
        rules={rules}
        chosen={state.values.rule ?? chosen}
        error={errors.rule}
        hint={hint}
      />
      <TextField
        label="To its author"
        name="note"
        rows={2}
        defaultValue={state.values.note}
        error={errors.note}
        hint="The facts, and what to do next. Only those it concerns read it."
      />
      <div>
        <Button look="danger" name="outcome" value={outcome} disabled={pending}>
          {submit}
        </Button>
      </div>
    </fieldset>
  );
}
