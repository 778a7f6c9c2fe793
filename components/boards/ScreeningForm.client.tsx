"use client";

import type { FormAction } from "@/components/account/ActionForm.client";
import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { Button } from "@/components/ui/Button";
import { Field, TextField } from "@/components/ui/Field";
import type { ScreeningSettings } from "@/lib/screening/screening";

const WORDS = "One word or phrase a line. Case and accents do not matter; only whole words count.";
const DOMAINS = "One domain a line, such as example.org. What stands under it counts too.";

const LISTS = [
  { name: "heldWords", label: "Words that hold a post", hint: WORDS },
  { name: "heldDomains", label: "Domains that hold a post", hint: DOMAINS },
  { name: "refusedWords", label: "Words that refuse a post", hint: WORDS },
  { name: "refusedDomains", label: "Domains that refuse a post", hint: DOMAINS },
] as const;

const FIRST = "First posts held";
const LABELS = {
  holdFirst: FIRST,
  ...Object.fromEntries(LISTS.map(({ name, label }) => [name, label])),
};

/** What a board holds for approval or refuses. */
export function ScreeningForm({
  action,
  boardId,
  settings,
}: {
  action: FormAction;
  boardId: number;
  settings: ScreeningSettings;
}) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(action);
  const fields = state.failure?.fields ?? {};
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="grid max-w-xl gap-4">
      <FormMessage state={state} labels={LABELS} />
      <input type="hidden" name="boardId" value={boardId} />
      <Field
        label={FIRST}
        name="holdFirst"
        type="number"
        min={0}
        defaultValue={state.values.holdFirst ?? String(settings.holdFirst)}
        error={fields.holdFirst}
        hint="So many first posts of a new account wait for a moderator. 0 holds none."
      />
      {LISTS.map(({ name, label, hint }) => (
        <TextField
          key={name}
          label={label}
          name={name}
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={state.values[name] ?? settings[name].join("\n")}
          error={fields[name]}
          hint={hint}
        />
      ))}
      <div>
        <Button look="primary" disabled={pending}>
          Save
          <span className="sr-only"> what is held and refused</span>
        </Button>
      </div>
    </form>
  );
}
