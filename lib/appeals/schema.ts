import { z } from "zod";
import type { Ground } from "@/lib/appeals/appeal";
import { idSchema, parseId, words } from "@/lib/schema";

const text = words("Your appeal", {
  missing: "Please say why the decision should be another one.",
});

/** An appeal by a member, or by whoever has the key of a statement. */
export type AppealInput =
  | { against: Ground; text: string }
  | { statement: number; key: string; text: string };

export const appealForm = z
  .object({
    action: idSchema.optional(),
    case: idSchema.optional(),
    statement: idSchema.optional(),
    key: z.string().max(200).optional(),
    text,
  })
  .transform(({ text: said, ...named }, context): AppealInput => {
    const { statement, key } = named;
    if (statement !== undefined && key !== undefined) return { statement, key, text: said };
    if (named.action !== undefined) return { against: { action: named.action }, text: said };
    if (named.case !== undefined) return { against: { case: named.case }, text: said };
    context.addIssue({ code: "custom", message: "It does not say against what it is." });
    return z.NEVER;
  });

/** Against what an address says that an appeal is made; null where it names nothing. */
export function parseGround(named: {
  action: string | undefined;
  case: string | undefined;
}): Ground | null {
  const action = parseId(named.action);
  if (action !== null) return { action };
  const reportCase = parseId(named.case);
  return reportCase === null ? null : { case: reportCase };
}

export const decideAppealForm = z.object({
  appeal: idSchema,
  outcome: z.enum(["upheld", "refused"]),
  answer: words("The answer", {
    missing: "Please give your reasons: an appeal is answered with them.",
  }),
});
