"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { doneForm, type FormState, refusedForm } from "@/lib/form-state";
import type { Viewer } from "@/lib/policy/viewer";
import type { Result } from "@/lib/result";
import { routes } from "@/lib/routes";
import { deleteSearch, renameSearch, renewFeedKey, saveSearch } from "@/lib/search/saved.commands";
import { renameForm, savedForm, saveForm } from "@/lib/search/saved.schema";

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

/** Changes a saved search of the viewer's own, by the button that was pressed. */
export async function changeSavedSearchAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(savedForm, form);
  if (!input.ok) return refusedForm(input, form, ["name"]);
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.savedSearches()));
  const { saved: id, intent } = input.value;
  const done = {
    rename: "It has its new name.",
    "new-address": "Its feed has a new address; the old one shows nothing any more.",
    delete: "It is deleted.",
  }[intent];
  const result = intent === "rename" ? await rename(who, id, form) : await CHANGES[intent](who, id);
  if (!result.ok) return refusedForm(result, form, ["name"]);
  revalidatePath(routes.savedSearches());
  return doneForm(done);
}

const CHANGES = { "new-address": renewFeedKey, delete: deleteSearch };

async function rename(who: Viewer, id: number, form: FormData): Promise<Result> {
  const input = parseForm(renameForm, form);
  return input.ok ? renameSearch(who, id, input.value.name) : input;
}
