"use server";

import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { type FormState, refusedForm } from "@/lib/form-state";
import { routes } from "@/lib/routes";
import { actOnPerson } from "@/lib/sanctions/commands";
import { personForm, withdrawForm } from "@/lib/sanctions/schema";
import { suspensionEnd } from "@/lib/sanctions/suspension";
import { withdrawWarning } from "@/lib/sanctions/warnings.commands";

const FIELDS = ["rule", "note", "length", "date"];

/** Warns, suspends, bans, or lifts. */
export async function personAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(personForm, form);
  if (!input.ok) return refusedForm(input, form, FIELDS);
  const { verb, person: personId, note, seen } = input.value;
  const common = { verb, personId, note, seen };
  const asked = "rule" in input.value ? { ...common, ruleId: input.value.rule } : common;
  const end = input.value.verb === "suspend" ? suspensionEnd(input.value, new Date()) : null;
  if (end !== null && !end.ok) return refusedForm(end, form, FIELDS);
  const result = await actOnPerson(await viewer(), {
    ...asked,
    ...(end === null ? {} : { until: end.value }),
  });
  if (!result.ok) return refusedForm(result, form, FIELDS);
  redirect(routes.personRecord(result.value.username));
}

/** Takes a warning back. */
export async function withdrawWarningAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(withdrawForm, form);
  if (!input.ok) return refusedForm(input, form, []);
  const { action: actionId, note } = input.value;
  const result = await withdrawWarning(await viewer(), { actionId, note });
  if (!result.ok) return refusedForm(result, form, []);
  redirect(routes.personRecord(result.value.username));
}
