"use server";

import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { type FormState, refusedForm } from "@/lib/form-state";
import { MAILED } from "@/lib/notices/settings";
import { removeDevice } from "@/lib/push/devices.commands";
import { removeDeviceForm, wishesForm } from "@/lib/push/schema";
import { setPushWishes } from "@/lib/push/wishes.commands";
import { routes } from "@/lib/routes";

/** Tells one of the viewer's devices nothing more. */
export async function removeDeviceAction(_: FormState, form: FormData): Promise<FormState> {
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.noticeSettings()));
  const input = parseForm(removeDeviceForm, form);
  if (!input.ok) return refusedForm(input, form, []);
  const removed = await removeDevice(who, input.value.device);
  if (!removed.ok) return refusedForm(removed, form, []);
  redirect(routes.noticeSettings("done"));
}

/** Saves which notices the viewer wants pushed. */
export async function pushWishesAction(_: FormState, form: FormData): Promise<FormState> {
  const who = await viewer();
  if (!who.signedIn) redirect(routes.signIn(routes.noticeSettings()));
  const input = parseForm(wishesForm, form);
  if (!input.ok) return refusedForm(input, form, MAILED);
  const saved = await setPushWishes(who, input.value);
  if (!saved.ok) return refusedForm(saved, form, MAILED);
  redirect(routes.noticeSettings("done"));
}
