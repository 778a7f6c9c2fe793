"use client";

import type { FormAction } from "@/components/account/ActionForm.client";
import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";

/** A button of the form; of several, its name and value say which was pressed. */
export interface WordsButton {
  label: string;
  look?: "primary" | "plain" | "danger";
  name?: string;
  value?: string;
}

/** A form of one text and its buttons. */
export function WordsForm({
  action,
  hidden,
  name,
  label,
  hint,
  rows = 4,
  buttons,
}: {
  action: FormAction;
  /** Fields that the person does not see, by name. */
  hidden: Record<string, string | number>;
  name: string;
  label: string;
  hint?: string;
  rows?: number;
  buttons: readonly WordsButton[];
}) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(action);
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="grid gap-4">
      <FormMessage state={state} labels={{ [name]: label }} />
      {Object.entries(hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <TextField
        label={label}
        name={name}
        rows={rows}
        hint={hint}
        defaultValue={state.values[name]}
        error={state.failure?.fields[name]}
      />
      <div className="flex flex-wrap gap-3">
        {buttons.map(({ label: words, ...button }) => (
          <Button key={words} {...button} disabled={pending}>
            {words}
          </Button>
        ))}
      </div>
    </form>
  );
}
