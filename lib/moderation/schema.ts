import { z } from "zod";
import { needsRule, STATE_VERBS } from "@/lib/moderation/verbs";
import { idSchema, line, words } from "@/lib/schema";

const MAX_SLOW_MINUTES = 24 * 60;

/** A choice that may be left open: an empty field says nothing. */
const optionalId = z.union([z.literal("").transform(() => undefined), idSchema]).optional();

/** May be empty. */
const note = words("What you tell them");

const common = { id: idSchema, rule: optionalId, note };

/** A number of minutes; 0 ends slow mode. */
const minutes = z.coerce
  .number("Please give a number of minutes.")
  .int("Please give whole minutes.")
  .min(0, "Minutes can't be negative.")
  .max(MAX_SLOW_MINUTES, "A day is the most.");

export const moderationForm = z
  .object({
    ...common,
    verb: z.enum(STATE_VERBS),
    target: z.enum(["thread", "post"]),
    branch: z.literal("yes").optional(),
    minutes: minutes.optional(),
  })
  .refine(({ verb, rule }) => !needsRule(verb) || rule !== undefined, {
    path: ["rule"],
    error: "Please choose the rule that it breaks.",
  })
  .refine(({ verb, minutes: given }) => verb !== "slow" || given !== undefined, {
    path: ["minutes"],
    error: "Please give a number of minutes.",
  });

export const moveForm = z.object({
  ...common,
  board: z.string("Please choose a board.").regex(/^[a-z0-9-]{1,100}$/, "Please choose a board."),
});

/** The number of a thread, or its address. */
const threadNumber = z
  .string("Please give the thread.")
  .trim()
  .transform((text, context) => {
    const number = /^(?:#?|\S*\/t\/)([1-9]\d{0,8})(?:[/?#]\S*)?$/.exec(text)?.[1];
    if (number !== undefined) return Number(number);
    context.addIssue({ code: "custom", message: "Please give a thread's number or address." });
    return z.NEVER;
  });

export const mergeForm = z.object({ ...common, into: threadNumber });

export const splitForm = z.object({ ...common, title: line("The title", 150) });

/** Taking back a merge or a split, by the action that it was. */
export const undoForm = z.object({ action: idSchema, note });
