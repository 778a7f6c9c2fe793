"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { type FormState, refusedForm } from "@/lib/form-state";
import { readAllNotices } from "@/lib/notices/read.commands";
import { levelForm, readAllForm, settingsForm } from "@/lib/notices/schema";
import { MAILED } from "@/lib/notices/settings";
import { changeNoticeSettings } from "@/lib/notices/settings.commands";
import { setThreadLevel } from "@/lib/notices/watching.commands";
import { routes } from "@/lib/routes";

const WISHES = ["watchOpened", "watchAnswered", ...MAILED];

/** Watches, follows or mutes a thread. */
export async function threadLevelAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(levelForm, form);
  if (!input.ok) return refusedForm(input, form, ["level"]);
  const { threadId, level } = input.value;
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.watchThread(threadId)));
  const result = await setThreadLevel(who, threadId, level);
  if (!result.ok) return refusedForm(result, form, ["level"]);
  redirect(routes.watchThread(threadId, "done"));
}

/** Marks all notices that were shown, and older ones, as read. */
export async function readAllAction(_: FormState, form: FormData): Promise<FormState> {
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.notices()));
  const input = parseForm(readAllForm, form);
  if (!input.ok) return refusedForm(input, form, []);
  await readAllNotices(who, input.value.through);
  // The header counts them on every page.
  revalidatePath("/", "layout");
  redirect(routes.notices());
}

/** Saves what the viewer wants to be told. */
export async function noticeSettingsAction(_: FormState, form: FormData): Promise<FormState> {
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.noticeSettings()));
  const input = parseForm(settingsForm, form);
  if (!input.ok) return refusedForm(input, form, WISHES);
  const result = await changeNoticeSettings(who, input.value);
  if (!result.ok) return refusedForm(result, form, WISHES);
  redirect(routes.noticeSettings("done"));
}
