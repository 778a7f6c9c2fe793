"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { askAgain, changeAddress, confirmAddress } from "@/lib/accounts/address.commands";
import { askForLink } from "@/lib/accounts/forgotten.commands";
import {
  askAgainSchema,
  changeAddressSchema,
  forgottenSchema,
  linkSchema,
  resetPasswordSchema,
} from "@/lib/accounts/mail.schema";
import { resetPassword } from "@/lib/accounts/reset.commands";
import { clientAddress, currentSession, signInWithLink } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { doneForm, type FormState, refusedForm } from "@/lib/form-state";
import { routes } from "@/lib/routes";

/** Has a link to a new password sent, if there is an account to send it to: it never says. */
export async function forgotPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  return asked("reset", form, routes.forgotPassword("yes"));
}

/** The same with a link that signs in. */
export async function signInByMailAction(_: FormState, form: FormData): Promise<FormState> {
  return asked("sign-in", form, routes.signInByMail("yes"));
}

async function asked(wish: "reset" | "sign-in", form: FormData, then: string): Promise<FormState> {
  const input = parseForm(forgottenSchema, form);
  if (!input.ok) return refusedForm(input, form, ["email"]);
  const { email: address, formKey } = input.value;
  const sent = await askForLink({ address, wish, formKey }, await clientAddress());
  if (!sent.ok) return refusedForm(sent, form, ["email"]);
  redirect(then);
}

/** Sets a new password by a link. */
export async function resetPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(resetPasswordSchema, form);
  if (!input.ok) return refusedForm(input, form, []);
  const reset = await resetPassword(input.value, await clientAddress());
  if (!reset.ok) return refusedForm(reset, form, []);
  redirect(routes.signInAfterReset());
}

/** Signs in by a link. */
export async function signInByLinkAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(linkSchema, form);
  if (!input.ok) return refusedForm(input, form, []);
  const signedIn = await signInWithLink(input.value.token);
  if (!signedIn.ok) return refusedForm(signedIn, form, []);
  redirect(routes.front());
}

/** Confirms an address by a link. */
export async function confirmAddressAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(linkSchema, form);
  if (!input.ok) return refusedForm(input, form, []);
  const confirmed = await confirmAddress(input.value.token, await clientAddress());
  if (!confirmed.ok) return refusedForm(confirmed, form, []);
  redirect(routes.addressConfirmed());
}

/** Asks for another address to become the viewer's. */
export async function changeAddressAction(_: FormState, form: FormData): Promise<FormState> {
  const session = await currentSession();
  if (session === null) redirect(routes.signIn(routes.mailSettings()));
  const input = parseForm(changeAddressSchema, form);
  if (!input.ok) return refusedForm(input, form, ["email"]);
  const asked = await changeAddress(session.member, input.value);
  if (!asked.ok) return refusedForm(asked, form, ["email"]);
  revalidatePath(routes.mailSettings());
  return doneForm(`A mail to ${input.value.email} asks to confirm it.`);
}

/** Sends the question to an address that waits once more. */
export async function askAgainAction(_: FormState, form: FormData): Promise<FormState> {
  const session = await currentSession();
  if (session === null) redirect(routes.signIn(routes.mailSettings()));
  const input = parseForm(askAgainSchema, form);
  if (!input.ok) return refusedForm(input, form, []);
  const asked = await askAgain(session.member, input.value);
  if (!asked.ok) return refusedForm(asked, form, []);
  revalidatePath(routes.mailSettings());
  return doneForm(`Another mail is on its way to ${input.value.email}.`);
}
