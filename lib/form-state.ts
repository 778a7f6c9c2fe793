import { formOf } from "@/lib/form";
import type { Failure } from "@/lib/result";

/** The field by which the script that sends a form says so. */
export const SCRIPTED = "scripted";

/** What a form shows after it was sent: made by its server action, drawn with or without JavaScript. */
export interface FormState {
  failure: Failure | null;
  /** What was typed, by the field's name, so that nobody types it twice. Never a password. */
  values: Record<string, string>;
  /** A sentence that says what was done. */
  done: string | null;
}

export const UNTOUCHED: FormState = { failure: null, values: {}, done: null };

/** A form that is shown again because something was wrong, with the named fields as they were typed. */
export function refusedForm(failure: Failure, form: FormData, echo: readonly string[]): FormState {
  const values: Record<string, string> = {};
  for (const name of echo) {
    const value = formOf(form).get(name);
    if (typeof value === "string") values[name] = value;
  }
  return { failure, values, done: null };
}

/** A form whose wish was carried out: empty again, with a sentence above it. */
export function doneForm(done: string): FormState {
  return { failure: null, values: {}, done };
}
