import type { Metadata } from "next";
import { ActionForm } from "@/components/account/ActionForm.client";
import { LinkOver } from "@/components/mail/LinkOver";
import { buttonClass } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { confirmAddressAction } from "@/lib/accounts/mail.actions";
import { openedLink } from "@/lib/accounts/mail-links.queries";
import { parameter, type SearchParams } from "@/lib/address";
import { setStatus } from "@/lib/http/response";
import { routes } from "@/lib/routes";

// The secret stands in the address: no other site is to be told it.
export const metadata: Metadata = {
  title: "Confirm your address",
  referrer: "same-origin",
  robots: { index: false },
};

/** Asks by a button: programs that look at the links of a mail confirm nothing. */
export default async function ConfirmAddressPage({ searchParams }: { searchParams: SearchParams }) {
  if ((await parameter(searchParams, "done")) === "yes") return <Confirmed />;
  const token = (await parameter(searchParams, "token")) ?? "";
  const link = await openedLink("confirm", token);
  if (link === null) {
    setStatus(410);
    return <LinkOver again={{ href: routes.mailSettings(), label: "See your address" }} />;
  }
  return (
    <Page
      title="Is this your address?"
      intro={
        <>
          <span className="break-all font-medium text-ink">{link.email}</span> becomes the address
          of the account <bdi className="font-medium text-ink">{link.username}</bdi>.
        </>
      }
    >
      <ActionForm
        action={confirmAddressAction}
        lines={[]}
        hidden={{ token }}
        submit="Yes, confirm it"
      />
    </Page>
  );
}

function Confirmed() {
  return (
    <Page title="Your address is confirmed">
      <Notice look="good">
        It can help you now if you forget your password, and what is new for you can be sent there.
      </Notice>
      <p className="m-0 flex flex-wrap gap-3">
        <a href={routes.front()} className={buttonClass("primary")}>
          Go to the front page
        </a>
        <a href={routes.mailSettings()} className={buttonClass()}>
          Choose what is sent
        </a>
      </p>
    </Page>
  );
}
