"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { doneForm, type FormState, refusedForm } from "@/lib/form-state";
import { setKeys } from "@/lib/live/reading.commands";
import { keysForm } from "@/lib/live/schema";
import { routes } from "@/lib/routes";

/** Turns keys of one letter on or off for the viewer. */
export async function keysAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(keysForm, form);
  if (!input.ok) return refusedForm(input, form, []);
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.keyboard()));
  const on = input.value.keys === "on";
  const result = await setKeys(who, on);
  if (!result.ok) return refusedForm(result, form, []);
  // Every page listens for them.
  revalidatePath("/", "layout");
  return doneForm(on ? "The keys are on." : "The keys are off.");
}
