import type { Metadata } from "next";
import { ActionForm } from "@/components/account/ActionForm.client";
import { ACCOUNT_LINES } from "@/components/account/account-lines";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { setUpAction } from "@/lib/accounts/actions";
import { checkSetupCode } from "@/lib/accounts/commands";
import { hasAdmin } from "@/lib/accounts/queries";
import { parameter, type SearchParams } from "@/lib/address";
import { clientAddress } from "@/lib/auth";
import { statusOf } from "@/lib/http/failure";
import { setStatus } from "@/lib/http/response";
import { routes } from "@/lib/routes";

// The code stands in the address: no other site is to be told it. Not "no-referrer": the browser
// would then hide from us, too, where the form comes from, and we refuse forms of unknown origin.
export const metadata: Metadata = {
  title: "Set up",
  referrer: "same-origin",
  robots: { index: false },
};

export default async function SetUpPage({ searchParams }: { searchParams: SearchParams }) {
  const code = (await parameter(searchParams, "code")) ?? "";
  const checked = await checkSetupCode(code, await clientAddress());
  if (!checked.ok) {
    setStatus(statusOf(checked));
    return <Denied why={checked.message} done={await hasAdmin()} />;
  }
  return (
    <Page title="Set up your forum" intro="Your account is the first, and its admin.">
      <ActionForm
        action={setUpAction}
        lines={ACCOUNT_LINES}
        hidden={{ code }}
        submit="Set up the forum"
      />
    </Page>
  );
}

function Denied({ why, done }: { why: string; done: boolean }) {
  return (
    <Page title="This link does not open the set-up">
      <Notice look="bad">{why}</Notice>
      {done ? (
        <p className="m-0">
          If you are its admin,{" "}
          <a href={routes.signIn(routes.admin())} className="underline">
            sign in
          </a>
          .
        </p>
      ) : (
        <p className="m-0">
          Start the forum again, on the machine it runs on. The terminal then shows a new link.
        </p>
      )}
    </Page>
  );
}
