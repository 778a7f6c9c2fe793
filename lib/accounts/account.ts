import { type Failure, failure } from "@/lib/result";

/** What an account is made of, as lib/accounts/schema.ts lets it through. */
export interface NewAccount {
  username: string;
  email: string;
  password: string;
}

/** A failure that belongs beside one field of the form. */
export function fieldFailure(
  kind: "invalid" | "conflict" | "denied" | "missing",
  field: string,
  message: string,
): Failure {
  return failure(kind, "Please mend what is marked below.", { [field]: message });
}

export function usernameTaken(): Failure {
  const message = "This name, or one that looks like it, is taken. Please choose another.";
  return fieldFailure("conflict", "username", message);
}

/** One sentence whatever was wrong, so that it tells nobody which names can sign in. */
export const WRONG_SIGN_IN: Failure = failure(
  "denied",
  "This username and password don't belong together.",
);
