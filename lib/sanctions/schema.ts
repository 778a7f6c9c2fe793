import { z } from "zod";
import { EVERYTHING_VERBS, PERSON_VERBS } from "@/lib/sanctions/verbs";
import { idSchema, MAX_ID } from "@/lib/schema";
import { checkMarkdown } from "@/lib/text/check";

export const MAX_NOTE_LENGTH = 4000;

/** The verb of an address. */
export const personVerbSchema = z.enum([...PERSON_VERBS, ...EVERYTHING_VERBS]);

/** What a form says to the person alone. An empty one may be enough, or not: see below. */
const note = z
  .string()
  .default("")
  .transform((text, context) => {
    if (text.trim() === "") return "";
    const checked = checkMarkdown(text, { max: MAX_NOTE_LENGTH });
    if (checked.ok) return checked.text.trim();
    context.addIssue({ code: "custom", message: checked.message });
    return z.NEVER;
  });

const statedNote = note.refine(
  (text) => text !== "",
  "Please tell the person what it is about: they have a right to know.",
);

const rule = z
  .string("Please choose the rule.")
  .refine((id) => idSchema.safeParse(id).success, "Please choose the rule.")
  .transform(Number);

/** The newest action on the person when the form was shown: a form sent again is known by it. */
const seen = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
  .refine((id) => id <= MAX_ID)
  .catch(0);

const ofRule = { person: idSchema, rule, note: statedNote, seen };

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
export const hideAllForm = z.object({ person: idSchema, rule, note: statedNote });

/** Goes on with an action on all that somebody wrote, or takes it back. */
export const everythingForm = z.object({ action: idSchema });

/** Takes back that all of it was hidden. */
export const showAllForm = z.object({ action: idSchema, note });
