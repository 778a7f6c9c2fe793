import { z } from "zod";
import { idSchema } from "@/lib/schema";
import { domainOf } from "@/lib/screening/domains";
import { wordsOf } from "@/lib/screening/words";

/** A board that needs more than this wants another tool. */
const MAX_LINES = 500;
const MAX_LINE_LENGTH = 100;
const MAX_HELD_FIRST = 100;

/** The lines of a text area without empty ones, each checked and written in its one form. */
function lines(check: (line: string) => string | null, refusal: (line: string) => string) {
  return z
    .string()
    .default("")
    .transform((text, context) => {
      const typed = text.split(/[\r\n]+/).map((line) => line.trim());
      const kept = new Set<string>();
      for (const line of typed.filter((each) => each !== "")) {
        const checked = line.length > MAX_LINE_LENGTH ? null : check(line);
        if (checked === null) {
          context.addIssue({ code: "custom", message: refusal(shortened(line)) });
          return z.NEVER;
        }
        kept.add(checked);
      }
      if (kept.size > MAX_LINES) {
        context.addIssue({ code: "custom", message: `At most ${MAX_LINES} lines are possible.` });
        return z.NEVER;
      }
      return [...kept];
    });
}

const words = lines(
  (line) => (wordsOf(line).length > 0 && !/\p{C}/u.test(line) ? line : null),
  (line) =>
    `“${line}” is no word: one or a few words a line, at most ${MAX_LINE_LENGTH} characters.`,
);

const domains = lines(
  domainTyped,
  (line) => `“${line}” is no domain: write it like “example.org”, one a line.`,
);

/** A domain as people type or paste it: with an address around it, "www." or "*." before it. */
function domainTyped(line: string): string | null {
  const [site = ""] = line.replace(/^https?:\/\//i, "").split(/[/?#]/);
  return /[\s@:]/.test(site) ? null : domainOf(site.replace(/^(?:\*\.|www\.)/i, ""));
}

function shortened(line: string): string {
  const characters = [...line.replace(/\p{C}/gu, "")];
  return characters.length <= 40 ? characters.join("") : `${characters.slice(0, 40).join("")}…`;
}

/** What a board holds or refuses, as an admin writes it. */
export const screeningSchema = z.object({
  boardId: idSchema,
  holdFirst: z.coerce
    .number({ error: "Please type a whole number." })
    .int("Please type a whole number.")
    .min(0, "The number is 0 or more.")
    .max(MAX_HELD_FIRST, `The number is at most ${MAX_HELD_FIRST}.`),
  heldWords: words,
  refusedWords: words,
  heldDomains: domains,
  refusedDomains: domains,
});
