import { z } from "zod";
import { articleText, replyText } from "@/lib/posts/schema";
import { formKeySchema, line } from "@/lib/schema";
import { checkMarkdown, MAX_REPLY_LENGTH } from "@/lib/text/check";

export const MAX_TITLE_LENGTH = 150;
const MAX_URL_LENGTH = 2_000;

const title = line("The title", MAX_TITLE_LENGTH);

/** A whole http(s) address without a password in it. */
export const webAddress = z
  .string("Please give the address.")
  .trim()
  .min(1, "Please give the address of the page.")
  .max(MAX_URL_LENGTH, `An address may have ${MAX_URL_LENGTH} characters at most.`)
  .refine(isWebAddress, "Please give a whole web address, such as https://example.org/page.");

function isWebAddress(text: string): boolean {
  if (/[\s\p{Cc}\p{Cf}]/u.test(text) || !URL.canParse(text)) return false;
  const parsed = new URL(text);
  const web = parsed.protocol === "https:" || parsed.protocol === "http:";
  return web && parsed.hostname !== "" && parsed.username === "" && parsed.password === "";
}

/** A link thread may say something about its link, but need not. */
const optionalText = z
  .string()
  .default("")
  .transform((text, context) => {
    if (text.trim() === "") return "";
    const checked = checkMarkdown(text, { max: MAX_REPLY_LENGTH });
    if (checked.ok) return checked.text;
    context.addIssue({ code: "custom", message: checked.message });
    return z.NEVER;
  });

const common = {
  board: z.string("Please choose a board.").regex(/^[a-z0-9-]{1,100}$/, "Please choose a board."),
  title,
  formKey: formKeySchema,
};

export const threadForm = z.discriminatedUnion(
  "kind",
  [
    z.object({ ...common, kind: z.literal("link"), url: webAddress, text: optionalText }),
    z.object({ ...common, kind: z.literal("text"), text: replyText }),
    z.object({ ...common, kind: z.literal("article"), text: articleText }),
  ],
  "Please choose what kind of thread it is.",
);

export type ThreadInput = z.infer<typeof threadForm>;
