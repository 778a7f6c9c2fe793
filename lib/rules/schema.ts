import { z } from "zod";
import { idSchema, line, words } from "@/lib/schema";

export const MAX_RULE_TITLE_LENGTH = 80;
const MAX_RULE_TEXT_LENGTH = 2_000;

/** A rule as an admin writes it. */
export const ruleSchema = z.object({
  title: line("The title", MAX_RULE_TITLE_LENGTH),
  /** May be empty. */
  text: words("What it asks", { max: MAX_RULE_TEXT_LENGTH }),
});

export type RuleInput = z.infer<typeof ruleSchema>;

/** The same for a rule that exists, with what it said when the form was shown. */
export const changeRuleSchema = ruleSchema.extend({
  ruleId: idSchema,
  shownTitle: z.string().default(""),
  shownText: z
    .string()
    .default("")
    // Browsers send line ends as CRLF.
    .transform((text) => text.replace(/\r\n?/g, "\n")),
});

/**
 * What one button of the list says: "retire-3", "restore-3", "3-before-2" or "3-after-4". A place is
 * named by its neighbour, so that sent twice it is done once.
 */
export const arrangementSchema = z.object({
  arrange: z.string().transform((text, context) => {
    const moved = /^(\d+)-(before|after)-(\d+)$/.exec(text);
    const other = /^(retire|restore)-(\d+)$/.exec(text);
    const ids = [moved?.[1] ?? other?.[2], moved?.[3] ?? other?.[2]].map((id) =>
      idSchema.safeParse(id),
    );
    const [ruleId, neighbourId] = ids.map(({ data }) => data);
    const verb = moved?.[2] ?? other?.[1];
    if (ruleId !== undefined && neighbourId !== undefined && verb !== undefined) {
      return { verb: verb as "before" | "after" | "retire" | "restore", ruleId, neighbourId };
    }
    context.addIssue({ code: "custom", message: "Please press one of the buttons of the list." });
    return z.NEVER;
  }),
});

export type Arrangement = z.infer<typeof arrangementSchema>["arrange"];

/** The rule that an action goes by, where there has to be one. */
export const chosenRule = z
  .string("Please choose the rule.")
  .refine((id) => idSchema.safeParse(id).success, "Please choose the rule.")
  .transform(Number);
