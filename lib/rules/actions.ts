"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { doneForm, type FormState, refusedForm } from "@/lib/form-state";
import { routes } from "@/lib/routes";
import { addRule, arrangeRule, changeRule } from "@/lib/rules/commands";
import { arrangementSchema, changeRuleSchema, ruleSchema } from "@/lib/rules/schema";

const FIELDS = ["title", "text"];

/** Adds a rule behind the others. */
export async function addRuleAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(ruleSchema, form);
  if (!input.ok) return refusedForm(input, form, FIELDS);
  const added = await addRule(await viewer(), input.value);
  if (!added.ok) return refusedForm(added, form, FIELDS);
  revalidatePath(routes.adminRules());
  return doneForm(`The rule “${input.value.title}” is in force.`);
}

/** Saves what a rule says and goes back to the list. */
export async function changeRuleAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(changeRuleSchema, form);
  if (!input.ok) return refusedForm(input, form, FIELDS);
  const { ruleId, shownTitle, shownText, ...rule } = input.value;
  const shown = { title: shownTitle, text: shownText };
  const changed = await changeRule(await viewer(), ruleId, rule, shown);
  if (!changed.ok) return refusedForm(changed, form, FIELDS);
  redirect(routes.adminRules());
}

/** Moves a rule up or down, retires it, or brings it back. */
export async function arrangeRuleAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(arrangementSchema, form);
  if (!input.ok) return refusedForm(input, form, []);
  const arranged = await arrangeRule(await viewer(), input.value.arrange);
  if (!arranged.ok) return refusedForm(arranged, form, []);
  revalidatePath(routes.adminRules());
  return doneForm(DONE[input.value.arrange.verb]);
}

const DONE = {
  before: "The rule was moved.",
  after: "The rule was moved.",
  retire: "The rule is retired. Actions that were taken by it still name it.",
  restore: "The rule is in force again, behind the others.",
};
