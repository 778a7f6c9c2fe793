import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AskForLink } from "@/components/mail/AskForLink";
import { signInByMailAction } from "@/lib/accounts/mail.actions";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Sign in by mail" };

export default async function SignInByMailPage({ searchParams }: { searchParams: SearchParams }) {
  if ((await viewer()).signedIn) redirect(routes.front());
  return (
    <AskForLink
      title="Sign in by mail"
      intro="Type the address of your account. A link in a mail signs you in without a password."
      action={signInByMailAction}
      formKey={randomUUID()}
      submit="Send the link"
      sent={(await parameter(searchParams, "sent")) === "yes"}
      again={routes.signInByMail()}
    />
  );
}
