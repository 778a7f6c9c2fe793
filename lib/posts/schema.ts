import { z } from "zod";
import { formOf } from "@/lib/form";
import { CHOICE_FIELD, parseChoice } from "@/lib/quotes/choices";
import type { Choices, ChosenPlace } from "@/lib/resolver/settle";
import { failure, type Result, success } from "@/lib/result";
import { formKeySchema, idSchema, MAX_ID } from "@/lib/schema";
import { checkMarkdown, MAX_ARTICLE_LENGTH, MAX_QUOTES, MAX_REPLY_LENGTH } from "@/lib/text/check";

const markdown = (max: number) =>
  z.string("Please write something.").transform((text, context) => {
    const checked = checkMarkdown(text, { max });
    if (checked.ok) return checked.text;
    context.addIssue({ code: "custom", message: checked.message });
    return z.NEVER;
  });

export const replyText = markdown(MAX_REPLY_LENGTH);
export const articleText = markdown(MAX_ARTICLE_LENGTH);

export const replyForm = z.object({ post: idSchema, formKey: formKeySchema, text: replyText });

/** How long the text may be depends on the post, which the command knows (checkEdited). */
export const editForm = z.object({
  post: idSchema,
  /** The number of the revision that was edited. */
  revision: idSchema,
  text: z.string("Please write something."),
});

/**
 * Checks the new text of a post.
 *
 * @param post what it is: an article may be long, and what opens a link may say nothing
 */
export function checkEdited(
  text: string,
  post: { opening: boolean; kind: "link" | "text" | "article" },
): Result<string> {
  if (post.opening && post.kind === "link" && text.trim() === "") return success("");
  const max = post.opening && post.kind === "article" ? MAX_ARTICLE_LENGTH : MAX_REPLY_LENGTH;
  const checked = checkMarkdown(text, { max });
  if (checked.ok) return success(checked.text);
  return failure("invalid", "Please mend what is marked below.", { text: checked.message });
}

export const deleteForm = z.object({ post: idSchema });

/** What the author of a quote whose source was edited wants: to quote it anew, or to leave it. */
export const settleQuoteForm = z.object({ quote: idSchema, intent: z.enum(["anew", "leave"]) });

/** An id in JSON: a number, and nothing that could be made into one. */
const numericId = z.number().int().positive().max(MAX_ID);

/**
 * Which place a quote means, by the quote's key, as "post-start-end". What names no place is no
 * choice: only places that are found count anyway (lib/resolver/settle.ts).
 */
const choicesSchema = z.record(z.string(), z.string()).transform((sent): Choices => {
  const places = Object.entries(sent)
    .slice(0, MAX_QUOTES)
    .map(([key, value]) => [key, parseChoice(value)] as const);
  return new Map(places.filter((entry): entry is [string, ChosenPlace] => entry[1] !== null));
});

/** The choices in a form: its fields called "source-of:KEY". */
export function choicesIn(form: FormData): Choices {
  const fields = [...formOf(form)]
    .filter(([name, value]) => name.startsWith(CHOICE_FIELD) && typeof value === "string")
    .map(([name, value]) => [name.slice(CHOICE_FIELD.length), value]);
  return choicesSchema.parse(Object.fromEntries(fields));
}

/** A post that is to be laid out as quotes in the form of its answer. */
export const layoutForm = z.object({ post: idSchema });

/** What the composer sends to be shown as it would be published. */
export const previewInput = z.object({
  text: articleText,
  /** The post that is answered; unset for a new thread. */
  parent: numericId.optional(),
  /** The post that is edited. */
  post: numericId.optional(),
  kind: z.enum(["link", "text", "article"]).optional(),
  choices: choicesSchema.optional(),
});
