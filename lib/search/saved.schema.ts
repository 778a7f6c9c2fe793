import { z } from "zod";
import { idSchema, line } from "@/lib/schema";
import { LONGEST_SEARCH } from "@/lib/search/parse";

const LONGEST_NAME = 60;

const name = line("The name", LONGEST_NAME);

/** Keeps a search under a name. */
export const saveForm = z.object({
  name,
  query: z.string("The search is missing.").max(LONGEST_SEARCH * 4, "The search is too long."),
  order: z.enum(["relevance", "newest"]).catch("relevance"),
});

export type SaveInput = z.infer<typeof saveForm>;

/** Gives a saved search another name, gives its feed another address, or takes it away. */
export const savedForm = z.object({
  saved: idSchema,
  intent: z.enum(["rename", "new-address", "delete"], "Please press one of the buttons."),
  name: z.string().optional(),
});

export const renameForm = z.object({ name });
