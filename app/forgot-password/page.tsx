import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { AskForLink } from "@/components/mail/AskForLink";
import { forgotPasswordAction } from "@/lib/accounts/mail.actions";
import { parameter, type SearchParams } from "@/lib/address";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Forgot your password?" };

export default async function ForgotPasswordPage({ searchParams }: { searchParams: SearchParams }) {
  return (
    <AskForLink
      title="Forgot your password?"
      intro="Type the address of your account. A link in a mail lets you choose another password."
      action={forgotPasswordAction}
      formKey={randomUUID()}
      submit="Send the link"
      sent={(await parameter(searchParams, "sent")) === "yes"}
      again={routes.forgotPassword()}
    />
  );
}
