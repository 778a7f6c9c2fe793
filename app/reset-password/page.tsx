import type { Metadata } from "next";
import { ActionForm, type FormLine } from "@/components/account/ActionForm.client";
import { LinkOver } from "@/components/mail/LinkOver";
import { Page } from "@/components/ui/Page";
import { resetPasswordAction } from "@/lib/accounts/mail.actions";
import { openedLink } from "@/lib/accounts/mail-links.queries";
import { parameter, type SearchParams } from "@/lib/address";
import { setStatus } from "@/lib/http/response";
import { routes } from "@/lib/routes";

// The secret stands in the address: no other site is to be told it.
export const metadata: Metadata = {
  title: "Choose a new password",
  referrer: "same-origin",
  robots: { index: false },
};

const LINES: readonly FormLine[] = [
  {
    name: "newPassword",
    label: "New password",
    type: "password",
    autoComplete: "new-password",
    hint: "At least 8 characters. A few words in a row are good and easy to keep in mind.",
  },
];

export default async function ResetPasswordPage({ searchParams }: { searchParams: SearchParams }) {
  const token = (await parameter(searchParams, "token")) ?? "";
  const link = await openedLink("reset", token);
  if (link === null) {
    setStatus(410);
    return <LinkOver again={{ href: routes.forgotPassword(), label: "Ask for another link" }} />;
  }
  return (
    <Page
      title="Choose a new password"
      intro={
        <>
          For the account <bdi className="font-medium text-ink">{link.username}</bdi>. You are
          signed out everywhere, and sign in with it.
        </>
      }
    >
      <ActionForm
        action={resetPasswordAction}
        lines={LINES}
        hidden={{ token }}
        username={link.username}
        submit="Set the password"
      />
    </Page>
  );
}
