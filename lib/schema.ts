import { z } from "zod";
import { checkLine } from "@/lib/text/check";
import { checkWords } from "@/lib/text/words";

// What many forms and addresses have in common.

/** PostgreSQL's integer: a larger number can't be an id. */
export const MAX_ID = 2_147_483_647;

/** An id from an address or a form. */
export const idSchema = z
  .string()
  .regex(/^[1-9]\d{0,9}$/, "That is not a valid id.")
  .transform(Number)
  .refine((id) => id <= MAX_ID, "That is not a valid id.");

/** The id in an address, or null where it is not one. */
export function parseId(text: string | undefined): number | null {
  const parsed = idSchema.safeParse(text);
  return parsed.success ? parsed.data : null;
}

/** Made anew for each form shown: a form sent twice makes one post. */
export const formKeySchema = z.uuid("This form is out of date: reload the page.");

/**
 * One line of text such as a title.
 *
 * @param what begins the messages: "The title"
 */
export const line = (what: string, max: number) =>
  z.string(`${what} is missing.`).transform((text, context) => {
    const checked = checkLine(text, { max, what });
    if (checked.ok) return checked.text;
    context.addIssue({ code: "custom", message: checked.message });
    return z.NEVER;
  });

/**
 * A plain text of several lines; one that was not sent is "".
 *
 * @param what begins the messages: "Your answer"
 * @param options.missing what to say where there is none, which is no fault if this is unset
 * @param options.max characters, as code points
 */
export const words = (what: string, { missing, max }: { missing?: string; max?: number } = {}) =>
  z
    .string()
    .default("")
    .transform((text, context) => {
      const checked = checkWords(text, what, max);
      if (checked.ok && (checked.text !== "" || missing === undefined)) return checked.text;
      const message = checked.ok ? (missing ?? "") : checked.message;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
