"use client";

import type { ReactNode } from "react";
import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import type { FormState } from "@/lib/form-state";

/** A server action that answers with what the form shows next. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** One line of a form. */
export interface FormLine {
  name: string;
  label: string;
  type?: "text" | "email" | "password" | "number";
  autoComplete?: string;
  hint?: ReactNode;
  optional?: boolean;
  /** What stands in it before anything was typed. */
  initial?: string;
}

/**
 * A form of a few lines and a button. Without JavaScript the server draws it again with its
 * messages; with it the page stays where it is. The browser's own bubbles are off: they would hide
 * the sentences that say more, and say them in another language than the page.
 *
 * @param hidden fields that the person does not see, by name
 * @param username whose password the form changes: tells a password manager which one to replace
 */
export function ActionForm({
  action,
  lines,
  hidden = {},
  username,
  submit,
  look = "primary",
}: {
  action: FormAction;
  lines: readonly FormLine[];
  hidden?: Record<string, string | number | undefined>;
  username?: string;
  submit: string;
  look?: "primary" | "plain" | "danger";
}) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(action);
  const labels = Object.fromEntries(lines.map(({ name, label }) => [name, label]));
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="grid max-w-md gap-4">
      <FormMessage state={state} labels={labels} />
      {Object.entries(hidden).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {username !== undefined && (
        <input type="text" value={username} autoComplete="username" readOnly hidden />
      )}
      {lines.map(({ initial, type = "text", optional = false, ...line }) => (
        <Field
          key={line.name}
          {...line}
          type={type}
          required={!optional}
          error={state.failure?.fields[line.name]}
          defaultValue={type === "password" ? undefined : (state.values[line.name] ?? initial)}
          {...(type === "text" ? { autoCapitalize: "none", spellCheck: false } : {})}
        />
      ))}
      <div>
        <Button look={look} disabled={pending}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
