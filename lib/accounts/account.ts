import { type Failure, failure, fieldFailure } from "@/lib/result";

/** What an account is made of, as lib/accounts/schema.ts lets it through. */
export interface NewAccount {
  username: string;
  email: string;
  password: string;
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
