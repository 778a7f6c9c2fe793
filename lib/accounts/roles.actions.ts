"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import {
  appointAdmin,
  appointModerator,
  dismissAdmin,
  dismissModerator,
} from "@/lib/accounts/roles.commands";
import {
  appointAdminSchema,
  appointModeratorSchema,
  dismissAdminSchema,
  dismissModeratorSchema,
} from "@/lib/accounts/schema";
import { viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { doneForm, type FormState, refusedForm } from "@/lib/form-state";
import { routes } from "@/lib/routes";

/** Makes a person a moderator of a board. */
export async function appointModeratorAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(appointModeratorSchema, form);
  if (!input.ok) return refusedForm(input, form, ["username"]);
  const appointed = await appointModerator(await viewer(), input.value);
  if (!appointed.ok) return refusedForm(appointed, form, ["username"]);
  revalidatePath(routes.adminBoard(input.value.boardId));
  return doneForm(`${appointed.value.username} is a moderator of this board.`);
}

/** Takes a board's moderation from a person. */
export async function dismissModeratorAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(dismissModeratorSchema, form);
  if (!input.ok) return refusedForm(input, form, []);
  const dismissed = await dismissModerator(await viewer(), input.value);
  if (!dismissed.ok) return refusedForm(dismissed, form, []);
  revalidatePath(routes.adminBoard(input.value.boardId));
  return doneForm("One moderator less.");
}

/** Makes a person an admin. */
export async function appointAdminAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(appointAdminSchema, form);
  if (!input.ok) return refusedForm(input, form, ["username"]);
  const appointed = await appointAdmin(await viewer(), input.value);
  if (!appointed.ok) return refusedForm(appointed, form, ["username"]);
  revalidatePath(routes.admin());
  return doneForm(`${appointed.value.username} is an admin of this forum.`);
}

/** Makes an admin a member again; whoever dismisses themselves goes to the front page. */
export async function dismissAdminAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(dismissAdminSchema, form);
  if (!input.ok) return refusedForm(input, form, []);
  const actor = await viewer();
  const dismissed = await dismissAdmin(actor, input.value);
  if (!dismissed.ok) return refusedForm(dismissed, form, []);
  if (actor.signedIn && actor.id === input.value.userId) redirect(routes.front());
  revalidatePath(routes.admin());
  return doneForm("One admin less.");
}
