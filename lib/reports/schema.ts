import { z } from "zod";
import { EMAIL_LENGTH, normalEmail } from "@/lib/accounts/email";
import type { Complaint } from "@/lib/reports/report";
import { ILLEGAL, MIN_ILLEGAL_EXPLANATION } from "@/lib/reports/report";
import { chosenRule } from "@/lib/rules/schema";
import { formKeySchema, idSchema, parseId, words } from "@/lib/schema";
import { checkLine } from "@/lib/text/check";
import { codePointLength } from "@/lib/text/code-points";
import { checkWords } from "@/lib/text/words";

const fields = z.object({
  post: idSchema,
  formKey: formKeySchema,
  about: z.string().catch(""),
  explanation: z.string().catch(""),
  address: z.string().catch(""),
  name: z.string().catch(""),
  email: z.string().catch(""),
  /** Sexual abuse of children: then nobody has to say who they are. */
  abuse: z.string().optional(),
  goodFaith: z.string().optional(),
});

type Typed = z.infer<typeof fields>;

/** The report form: what its branch for illegal content asks counts only if that was chosen. */
export const reportForm = fields.transform((typed, context) => {
  const say = (path: keyof Typed) => (message: string) => {
    context.addIssue({ code: "custom", path: [path], message });
  };
  const explanation = checkWords(typed.explanation, "The explanation");
  if (!explanation.ok) say("explanation")(explanation.message);
  const said = explanation.ok ? explanation.text : "";
  const complaint =
    typed.about === ILLEGAL
      ? illegal(typed, said, explanation.ok, say)
      : ofRule(typed.about, said, say);
  return { postId: typed.post, formKey: typed.formKey, complaint };
});

type Say = (path: keyof Typed) => (message: string) => void;

function ofRule(about: string, explanation: string, say: Say): Complaint {
  const ruleId = parseId(/^rule-(.+)$/.exec(about)?.[1]);
  if (ruleId === null) say("about")("Please choose what is wrong with it.");
  return { kind: "rule", ruleId: ruleId ?? 0, explanation };
}

/** What Art. 16(2) of the Digital Services Act asks of a notice. */
function illegal(typed: Typed, explanation: string, readable: boolean, say: Say): Complaint {
  if (readable && codePointLength(explanation) < MIN_ILLEGAL_EXPLANATION) {
    say("explanation")("Please say why you consider it illegal, so that it can be examined.");
  }
  const address = checkLine(typed.address, { max: 2_000, what: "The address" });
  if (!address.ok) say("address")(address.message);
  else if (!/^https?:\/\/\S+$/.test(address.text)) {
    say("address")("Please give the whole address, beginning with https:// or http://.");
  }
  if (typed.goodFaith === undefined) {
    say("goodFaith")("A notice of illegal content needs this statement.");
  }
  const nameless = typed.abuse !== undefined;
  return {
    kind: "illegal",
    explanation,
    address: address.ok ? address.text : "",
    name: nameOf(typed.name, nameless, say),
    email: emailOf(typed.email, nameless, say),
  };
}

function nameOf(typed: string, nameless: boolean, say: Say): string | null {
  if (nameless && typed.trim() === "") return null;
  const name = checkLine(typed, { max: 200, what: "Your name" });
  if (!name.ok) say("name")(name.message);
  return name.ok ? name.text : null;
}

const address = z.email().max(EMAIL_LENGTH);

function emailOf(typed: string, nameless: boolean, say: Say): string | null {
  if (nameless && typed.trim() === "") return null;
  const email = address.safeParse(normalEmail(typed.slice(0, 1_000)));
  if (!email.success) say("email")("Please type an e-mail address, such as ada@example.org.");
  return email.success ? email.data : null;
}

/** Taking a case, or letting go of it. */
export const takeForm = z.object({
  case: idSchema,
  /** Who had it when the form was shown: 0 for nobody. */
  from: z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number),
  want: z.enum(["take", "release"]),
});

export const noteForm = z.object({
  case: idSchema,
  text: words("The note", { missing: "There is nothing in the note yet." }),
});

const answer = words("The answer");

/** What a moderator decides on a case. */
export const decisionForm = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("hide"),
    case: idSchema,
    rule: chosenRule,
    note: words("The note"),
    answer,
  }),
  z.object({ outcome: z.literal("acted"), case: idSchema, action: idSchema, answer }),
  z.object({ outcome: z.literal("dismissed"), case: idSchema, answer }),
]);

export type DecisionInput = z.infer<typeof decisionForm>;

/** What a moderator decides on something that is held. */
export const heldForm = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("approve"), post: idSchema }),
  z.object({
    outcome: z.literal("keep"),
    post: idSchema,
    rule: chosenRule,
    note: words("What you tell its author"),
  }),
]);

export type HeldInput = z.infer<typeof heldForm>;
