import { z } from "zod";
import { LONGEST_NOTE } from "@/lib/bookmarks/limits";
import { idSchema } from "@/lib/schema";
import { checkLine } from "@/lib/text/check";

const note = z
  .string()
  .optional()
  .transform((text = "", context) => {
    if (text.trim() === "") return "";
    const checked = checkLine(text, { max: LONGEST_NOTE, what: "The note" });
    if (checked.ok) return checked.text;
    context.addIssue({ code: "custom", message: checked.message });
    return z.NEVER;
  });

/** Keeps a post, or changes the note. */
export const bookmarkForm = z.object({ post: idSchema, note });

/** Keeps a post no longer; `from` its own page leads to the list, for there is nothing left on it. */
export const removeBookmarkForm = z.object({
  post: idSchema,
  from: z.literal("page").optional().catch(undefined),
});

/** What is looked for in notes: as much of it as can matter; of anything else, nothing. */
export const noteSearch = z
  .string()
  .optional()
  .transform((text = "") =>
    text
      .replace(/\p{Cc}/gu, " ")
      .trim()
      .slice(0, 200),
  );
