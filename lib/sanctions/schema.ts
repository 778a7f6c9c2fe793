import { z } from "zod";
import { chosenRule } from "@/lib/rules/schema";
import { EVERYTHING_VERBS, PERSON_VERBS } from "@/lib/sanctions/verbs";
import { idSchema, MAX_ID, words } from "@/lib/schema";

/** The verb of an address. */
export const personVerbSchema = z.enum([...PERSON_VERBS, ...EVERYTHING_VERBS]);

/** What a form says to the person alone. An empty one may be enough, or not. */
const note = words("What you tell them");
const statedNote = words("What you tell them", {
  missing: "Please tell the person what it is about: they have a right to know.",
});

/** The newest action on the person when the form was shown: a form sent again is known by it. */
const seen = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
  .refine((id) => id <= MAX_ID)
  .catch(0);

const ofRule = { person: idSchema, rule: chosenRule, note: statedNote, seen };

/** The forms that act on a person, by their verb. */
export const personForm = z.discriminatedUnion("verb", [
  z.object({ verb: z.literal("warn"), ...ofRule }),
  z.object({
    verb: z.literal("suspend"),
    ...ofRule,
    length: z.string().default(""),
    date: z.string().default(""),
  }),
  z.object({ verb: z.literal("ban"), ...ofRule }),
  z.object({ verb: z.literal("lift"), person: idSchema, note, seen }),
]);

/** Hides all that somebody wrote. */
export const hideAllForm = z.object({ person: idSchema, rule: chosenRule, note: statedNote });

/** Goes on with an action on all that somebody wrote, or takes it back. */
export const everythingForm = z.object({ action: idSchema });

/** Takes back that all of it was hidden. */
export const showAllForm = z.object({ action: idSchema, note });

/** Withdraws a warning. */
export const withdrawForm = z.object({ action: idSchema, note });
