"use server";

import { redirect } from "next/navigation";
import { allowReporting } from "@/lib/accounts/rate-limit";
import { clientAddress, viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { type FormState, refusedForm } from "@/lib/form-state";
import { noteOnCase, takeCase } from "@/lib/reports/cases.commands";
import { fileReport } from "@/lib/reports/commands";
import { decideCase } from "@/lib/reports/decide.commands";
import { decideHeld } from "@/lib/reports/held.commands";
import { decisionForm, heldForm, noteForm, reportForm, takeForm } from "@/lib/reports/schema";
import { routes } from "@/lib/routes";

const TYPED = ["about", "explanation", "address", "abuse", "name", "email", "goodFaith"];

/** Reports a post and leads to the receipt. */
export async function reportAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(reportForm, form);
  if (!input.ok) return refusedForm(input, form, TYPED);
  const actor = await viewer();
  const limit = await allowReporting(actor, await clientAddress());
  if (!limit.ok) return refusedForm(limit, form, TYPED);
  const filed = await fileReport(actor, input.value);
  if (!filed.ok) return refusedForm(filed, form, TYPED);
  redirect(routes.receipt(filed.value.tokenOrId));
}

/** Takes a case, or lets go of it. */
export async function takeCaseAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(takeForm, form);
  if (!input.ok) return refusedForm(input, form, []);
  const { case: caseId, ...wish } = input.value;
  const taken = await takeCase(await viewer(), { caseId, ...wish });
  if (!taken.ok && taken.href === null) return refusedForm(taken, form, []);
  redirect(taken.ok ? routes.reportCase(caseId) : routes.reportCase(caseId, "late"));
}

/** Leaves a note on a case for the other moderators. */
export async function noteCaseAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(noteForm, form);
  if (!input.ok) return refusedForm(input, form, ["text"]);
  const { case: caseId, text } = input.value;
  const noted = await noteOnCase(await viewer(), { caseId, text });
  if (!noted.ok) return refusedForm(noted, form, ["text"]);
  redirect(routes.reportCase(caseId));
}

const DECISION = ["rule", "note", "answer", "action"];

/** Decides a case, or shows how somebody else decided it first. */
export async function decideCaseAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(decisionForm, form);
  if (!input.ok) return refusedForm(input, form, DECISION);
  const decided = await decideCase(await viewer(), input.value);
  if (decided.ok) redirect(routes.queueAfter(input.value.case));
  if (decided.href !== null) redirect(decided.href);
  return refusedForm(decided, form, DECISION);
}

/** Shows to everybody what was held, or keeps it hidden. */
export async function decideHeldAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(heldForm, form);
  if (!input.ok) return refusedForm(input, form, ["rule", "note"]);
  const decided = await decideHeld(await viewer(), input.value);
  if (!decided.ok && decided.kind !== "conflict")
    return refusedForm(decided, form, ["rule", "note"]);
  redirect(routes.heldAfter(decided.ok ? input.value.outcome : "late"));
}
