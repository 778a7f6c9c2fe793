"use server";

import { redirect } from "next/navigation";
import { fileAppeal, fileAppealByKey } from "@/lib/appeals/commands";
import { decideAppeal } from "@/lib/appeals/decide.commands";
import { appealForm, decideAppealForm } from "@/lib/appeals/schema";
import { viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { type FormState, refusedForm } from "@/lib/form-state";
import { routes } from "@/lib/routes";

/** Appeals against a decision. */
export async function appealAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(appealForm, form);
  if (!input.ok) return refusedForm(input, form, ["text"]);
  const now = new Date();
  if ("key" in input.value) {
    const { statement, key } = input.value;
    const keyed = await fileAppealByKey({ ...input.value, now });
    if (!keyed.ok) return refusedForm(keyed, form, ["text"]);
    redirect(routes.appealByKey(statement, key));
  }
  const filed = await fileAppeal(await viewer(), { ...input.value, now });
  if (!filed.ok) return refusedForm(filed, form, ["text"]);
  redirect(routes.appeal(filed.value.appealId));
}

/** Decides an appeal, or shows how somebody else decided it first. */
export async function decideAppealAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(decideAppealForm, form);
  if (!input.ok) return refusedForm(input, form, ["answer"]);
  const { appeal: appealId, outcome, answer } = input.value;
  const upheld = outcome === "upheld";
  const decided = await decideAppeal(await viewer(), { appealId, upheld, answer });
  if (!decided.ok && decided.href === null) return refusedForm(decided, form, ["answer"]);
  redirect(decided.ok ? routes.appeal(appealId) : (decided.href ?? routes.appeals()));
}
