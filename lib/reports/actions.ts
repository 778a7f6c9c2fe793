"use server";

import { redirect } from "next/navigation";
import { allowReporting } from "@/lib/accounts/rate-limit";
import { clientAddress, viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { type FormState, refusedForm } from "@/lib/form-state";
import { fileReport } from "@/lib/reports/commands";
import { reportForm } from "@/lib/reports/schema";
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
