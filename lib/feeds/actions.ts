"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { closePrivateFeed, openPrivateFeed } from "@/lib/feeds/commands";
import { isForm } from "@/lib/form";
import { doneForm, type FormState, refusedForm } from "@/lib/form-state";
import { failure } from "@/lib/result";
import { routes } from "@/lib/routes";

const NO_FORM = failure("invalid", "Please use the form in the settings.");

/** Gives the viewer an address for the feed of those who quote them, in place of any earlier one. */
export async function openQuotesFeedAction(_: FormState, form: FormData): Promise<FormState> {
  if (!isForm(form)) return refusedForm(NO_FORM, new FormData(), []);
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.settings()));
  const result = await openPrivateFeed(who, "quotes");
  if (!result.ok) return refusedForm(result, form, []);
  revalidatePath(routes.settings());
  return doneForm("This is the address of your feed. Earlier ones no longer work.");
}

/** Takes that address away. */
export async function closeQuotesFeedAction(_: FormState, form: FormData): Promise<FormState> {
  if (!isForm(form)) return refusedForm(NO_FORM, new FormData(), []);
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.settings()));
  const result = await closePrivateFeed(who, "quotes");
  if (!result.ok) return refusedForm(result, form, []);
  revalidatePath(routes.settings());
  return doneForm("The feed is gone: its address no longer works.");
}
