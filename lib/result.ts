/** Why an expected failure happened; each kind has one HTTP meaning (400, 401, 403, 404, 409, 429). */
export type FailureKind = "invalid" | "signed-out" | "denied" | "missing" | "conflict" | "limited";

export interface Failure {
  ok: false;
  kind: FailureKind;
  /** A sentence for the person, which says what to do. */
  message: string;
  /** Messages that belong beside a field of the form, by the field's name. */
  fields: Record<string, string>;
  /** Where in the forum to go on from here, if there is such a place. */
  href: string | null;
}

export interface Success<Value> {
  ok: true;
  value: Value;
}

/** What a command returns: its value, or a failure that was to be expected. Only bugs throw. */
export type Result<Value = undefined> = Success<Value> | Failure;

export function success(): Success<undefined>;
export function success<Value>(value: Value): Success<Value>;
export function success<Value>(value?: Value): Success<Value | undefined> {
  return { ok: true, value };
}

export function failure(
  kind: FailureKind,
  message: string,
  fields: Record<string, string> = {},
  href: string | null = null,
): Failure {
  return { ok: false, kind, message, fields, href };
}

/** A failure that belongs beside one field of a form. */
export function fieldFailure(
  kind: "invalid" | "conflict" | "denied" | "missing",
  field: string,
  message: string,
): Failure {
  return failure(kind, "Please mend what is marked below.", { [field]: message });
}
