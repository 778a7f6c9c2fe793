import { failure } from "@/lib/result";

/** The same for who does not exist as for whom the actor may not act on at all. */
export const NOBODY_HERE = failure("missing", "There is nobody here whom you could act on.");
