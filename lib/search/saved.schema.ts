import { z } from "zod";
import { idSchema, line } from "@/lib/schema";
import { LONGEST_SEARCH } from "@/lib/search/parse";

const LONGEST_NAME = 60;

const name = line("The name", LONGEST_NAME);

/** Keeps a search under a name. */
export const saveForm = z.object({
  name,
  query: z
    .string("The search is missing.")
    .max(LONGEST_SEARCH * 4, "The search is too long.")
    // As a search reads them; a database keeps no NUL.
    .transform((text) =>
      text
        .toWellFormed()
        .replace(/\p{Cc}/gu, " ")
        .trim(),
    ),
  order: z.enum(["relevance", "newest"]).catch("relevance"),
});

export type SaveInput = z.infer<typeof saveForm>;

/** Gives a saved search another name. */
export const renameForm = z.object({ saved: idSchema, name });

/** Names a saved search, to take it away or to give its feed another address. */
export const chosenForm = z.object({ saved: idSchema });
