"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { block, mute, unblock, unmute } from "@/lib/blocks/commands";
import { blockForm, muteForm } from "@/lib/blocks/schema";
import { parseForm } from "@/lib/form";
import { doneForm, type FormState, refusedForm } from "@/lib/form-state";
import type { Viewer } from "@/lib/policy/viewer";
import type { Result } from "@/lib/result";
import { routes } from "@/lib/routes";

/** Folds a person's posts for the viewer. */
export async function blockAction(_: FormState, form: FormData): Promise<FormState> {
  return changeBlock(form, block, "Their posts are folded for you from now on.");
}

/** Shows a person's posts to the viewer as before. */
export async function unblockAction(_: FormState, form: FormData): Promise<FormState> {
  return changeBlock(form, unblock, "Their posts are shown to you as before.");
}

async function changeBlock(
  form: FormData,
  command: (actor: Viewer, userId: number) => Promise<Result>,
  done: string,
): Promise<FormState> {
  const input = parseForm(blockForm, form);
  if (!input.ok) return refusedForm(input, form, []);
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.settings()));
  const result = await command(who, input.value.userId);
  if (!result.ok) return refusedForm(result, form, []);
  // Both the person's page and the settings have this form: the page that is shown is drawn anew.
  revalidatePath("/", "layout");
  return doneForm(done);
}

/** Takes a thread out of the viewer's lists. */
export async function muteAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(muteForm, form);
  if (!input.ok) return refusedForm(input, form, []);
  const { threadId } = input.value;
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.muteThread(threadId)));
  const result = await mute(who, threadId);
  if (!result.ok) return refusedForm(result, form, []);
  redirect(routes.muteThread(threadId));
}

/** Lists a thread again. */
export async function unmuteAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(muteForm, form);
  if (!input.ok) return refusedForm(input, form, []);
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.settings()));
  const result = await unmute(who, input.value.threadId);
  if (!result.ok) return refusedForm(result, form, []);
  revalidatePath("/", "layout");
  return doneForm("The thread is in your lists again.");
}
