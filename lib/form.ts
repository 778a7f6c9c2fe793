import type { z } from "zod";
import { failure, type Result, success } from "@/lib/result";

/**
 * What a server action was called with, as a form. The browser sends one; a program can call an
 * action with anything, which then counts as an empty form.
 */
export function formOf(sent: unknown): FormData {
  return sent instanceof FormData ? sent : new FormData();
}

/** Whether it is a form at all: one without fields has nothing else that could be wrong. */
export function isForm(sent: unknown): sent is FormData {
  return sent instanceof FormData;
}

/**
 * Parses a submitted form by its schema. Each field may be sent once, as text: files and repeated
 * fields never reach a schema, so that an id can't arrive as an object or a list.
 *
 * @returns the parsed values, or an `invalid` failure with one message per field
 */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
): Result<z.infer<Schema>> {
  const values: Record<string, string> = {};
  for (const [name, value] of formOf(form)) {
    if (typeof value === "string" && !(name in values)) values[name] = value;
  }
  return parseValues(schema, values);
}

/** The same for values that did not come from a form, such as a JSON body. */
export function parseValues<Schema extends z.ZodType>(
  schema: Schema,
  values: unknown,
): Result<z.infer<Schema>> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return success(parsed.data);
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? "form");
    fields[name] ??= issue.message;
  }
  return failure("invalid", "Please mend what is marked below.", fields);
}
