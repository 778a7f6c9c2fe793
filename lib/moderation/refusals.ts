import { failure } from "@/lib/result";

export const SIGN_IN_TO_MODERATE = failure("signed-out", "Please sign in to moderate.");

/** The same for what does not exist as for what the actor may not know of. */
export const NOTHING_HERE = failure("missing", "There is nothing here that you could moderate.");
