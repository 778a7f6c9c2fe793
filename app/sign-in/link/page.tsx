import type { Metadata } from "next";
import { ActionForm } from "@/components/account/ActionForm.client";
import { LinkOver } from "@/components/mail/LinkOver";
import { Page } from "@/components/ui/Page";
import { signInByLinkAction } from "@/lib/accounts/mail.actions";
import { openedLink } from "@/lib/accounts/mail-links.queries";
import { parameter, type SearchParams } from "@/lib/address";
import { setStatus } from "@/lib/http/response";
import { routes } from "@/lib/routes";

// The secret stands in the address: no other site is to be told it.
export const metadata: Metadata = {
  title: "Sign in",
  referrer: "same-origin",
  robots: { index: false },
};

/** Asks by a button: programs that look at the links of a mail use nothing up. */
export default async function SignInLinkPage({ searchParams }: { searchParams: SearchParams }) {
  const token = (await parameter(searchParams, "token")) ?? "";
  const link = await openedLink("sign_in", token);
  if (link === null) {
    setStatus(410);
    return <LinkOver again={{ href: routes.signInByMail(), label: "Ask for another link" }} />;
  }
  return (
    <Page
      title="Sign in"
      intro={
        <>
          In this browser, as <bdi className="font-medium text-ink">{link.username}</bdi>.
        </>
      }
    >
      <ActionForm action={signInByLinkAction} lines={[]} hidden={{ token }} submit="Sign in" />
    </Page>
  );
}
