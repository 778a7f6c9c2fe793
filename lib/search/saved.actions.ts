"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { doneForm, type FormState, refusedForm } from "@/lib/form-state";
import { routes } from "@/lib/routes";
import { deleteSearch, renameSearch, renewFeedKey, saveSearch } from "@/lib/search/saved.commands";
import { chosenForm, renameForm, saveForm } from "@/lib/search/saved.schema";

/** Keeps a search under a name. */
export async function saveSearchAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(saveForm, form);
  if (!input.ok) return refusedForm(input, form, ["name"]);
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.search(input.value.query)));
  const result = await saveSearch(who, input.value, new Date());
  if (!result.ok) return refusedForm(result, form, ["name"]);
  redirect(routes.savedSearches());
}

/** Gives a saved search of the viewer's own another name. */
export async function renameSearchAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(renameForm, form);
  if (!input.ok) return refusedForm(input, form, ["name"]);
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.savedSearches()));
  const result = await renameSearch(who, input.value.saved, input.value.name);
  if (!result.ok) {
    // Of one that is gone, or never was theirs, there is no form to show a sentence in.
    if (result.kind === "missing") notFound();
    return refusedForm(result, form, ["name"]);
  }
  redirect(routes.savedSearches());
}

/** Gives the private feed of a saved search of the viewer's own another address. */
export async function renewFeedAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(chosenForm, form);
  if (!input.ok) return refusedForm(input, form, []);
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.savedSearches()));
  const result = await renewFeedKey(who, input.value.saved);
  if (!result.ok) notFound();
  revalidatePath(routes.savedSearches());
  return doneForm("This is the address of its feed now. Earlier ones no longer work.");
}

/** Forgets a saved search of the viewer's own. */
export async function deleteSearchAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(chosenForm, form);
  if (!input.ok) return refusedForm(input, form, []);
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.savedSearches()));
  await deleteSearch(who, input.value.saved);
  revalidatePath(routes.savedSearches());
  return doneForm("The search is deleted.");
}
