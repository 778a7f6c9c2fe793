"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { changePassword, setUp, signUp } from "@/lib/accounts/commands";
import {
  changePasswordSchema,
  setUpSchema,
  signInSchema,
  signUpSchema,
} from "@/lib/accounts/schema";
import { endOtherSessions } from "@/lib/accounts/sessions.commands";
import { clientAddress, currentSession, signInWithPassword, viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { doneForm, type FormState, refusedForm } from "@/lib/form-state";
import { localPath, routes } from "@/lib/routes";

const ACCOUNT_FIELDS = ["username", "email"];

/** Makes an account, signs it in and goes on to where the person came from. */
export async function signUpAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(signUpSchema, form);
  if (!input.ok) return refusedForm(input, form, ACCOUNT_FIELDS);
  const { next, ...account } = input.value;
  if ((await viewer()).signedIn) redirect(localPath(next));
  const made = await signUp(account, await clientAddress());
  if (!made.ok) return refusedForm(made, form, ACCOUNT_FIELDS);
  const signedIn = await signInWithPassword(account.username, account.password);
  redirect(signedIn.ok ? localPath(next) : routes.signIn(next));
}

/** Signs in and goes on to where the person came from. */
export async function signInAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(signInSchema, form);
  if (!input.ok) return refusedForm(input, form, ["username"]);
  const { username, password, next } = input.value;
  const signedIn = await signInWithPassword(username, password);
  if (!signedIn.ok) return refusedForm(signedIn, form, ["username"]);
  redirect(localPath(next));
}

/** Makes the first admin and signs them in. */
export async function setUpAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(setUpSchema, form);
  if (!input.ok) return refusedForm(input, form, ACCOUNT_FIELDS);
  const made = await setUp(input.value, await clientAddress());
  if (!made.ok) return refusedForm(made, form, ACCOUNT_FIELDS);
  const signedIn = await signInWithPassword(input.value.username, input.value.password);
  redirect(signedIn.ok ? routes.admin() : routes.signIn(routes.admin()));
}

/** Changes the viewer's password. */
export async function changePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const session = await currentSession();
  if (session === null) redirect(routes.signIn(routes.settings()));
  const input = parseForm(changePasswordSchema, form);
  if (!input.ok) return refusedForm(input, form, []);
  const changed = await changePassword(session.member, session.id, input.value);
  if (!changed.ok) return refusedForm(changed, form, []);
  revalidatePath(routes.settings());
  return doneForm("Your password is changed. You are signed out everywhere else.");
}

/** Signs the viewer out in every other browser. */
export async function endOtherSessionsAction(): Promise<FormState> {
  const session = await currentSession();
  if (session === null) redirect(routes.signIn(routes.settings()));
  const ended = await endOtherSessions(session.member, session.id);
  if (!ended.ok) return { failure: ended, values: {}, done: null };
  revalidatePath(routes.settings());
  return doneForm("You are signed out everywhere else.");
}
