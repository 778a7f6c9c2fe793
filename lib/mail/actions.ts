"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { currentSession } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { doneForm, type FormState, refusedForm } from "@/lib/form-state";
import { setRhythm } from "@/lib/mail/rhythm.commands";
import { rhythmSchema } from "@/lib/mail/schema";
import { routes } from "@/lib/routes";

/** Sets how often the viewer wants mail about what is new. */
export async function setRhythmAction(_: FormState, form: FormData): Promise<FormState> {
  const session = await currentSession();
  if (session === null) redirect(routes.signIn(routes.mailSettings()));
  const input = parseForm(rhythmSchema, form);
  if (!input.ok) return refusedForm(input, form, ["rhythm"]);
  const set = await setRhythm(session.member, input.value.rhythm);
  if (!set.ok) return refusedForm(set, form, ["rhythm"]);
  revalidatePath(routes.mailSettings());
  return doneForm("Saved.");
}
