"use server";

import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { type FormState, refusedForm } from "@/lib/form-state";
import { routes } from "@/lib/routes";
import { hideAll, showAll } from "@/lib/sanctions/hide-all.commands";
import { goOnWithEverything } from "@/lib/sanctions/hide-all-threads.commands";
import { everythingForm, hideAllForm, showAllForm } from "@/lib/sanctions/schema";

/** What is done within one request, in milliseconds: the page then shows how far it has come. */
const A_WHILE = 1500;

/** Hides all that somebody wrote, or as much of it as a while allows. */
export async function hideAllAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(hideAllForm, form);
  if (!input.ok) return refusedForm(input, form, ["rule", "note"]);
  const { person: personId, rule: ruleId, note } = input.value;
  const begun = await hideAll(await viewer(), { personId, ruleId, note });
  if (!begun.ok) return refusedForm(begun, form, ["rule", "note"]);
  const { username, actionId } = begun.value;
  if (actionId === null) redirect(routes.moderatePerson(username, "hide-all"));
  return goOn(actionId, form);
}

/** Shows again what such an action hid, or as much of it as a while allows. */
export async function showAllAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(showAllForm, form);
  if (!input.ok) return refusedForm(input, form, ["note"]);
  const { action: actionId, note } = input.value;
  const begun = await showAll(await viewer(), { actionId, note });
  return begun.ok ? goOn(actionId, form) : refusedForm(begun, form, ["note"]);
}

/** Goes on with either of them. */
export async function goOnWithEverythingAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(everythingForm, form);
  return input.ok ? goOn(input.value.action, form) : refusedForm(input, form, []);
}

async function goOn(actionId: number, form: FormData): Promise<FormState> {
  const result = await goOnWithEverything(await viewer(), actionId, A_WHILE);
  if (!result.ok) return refusedForm(result, form, ["rule", "note"]);
  redirect(routes.moderatePerson(result.value.username, "hide-all"));
}
