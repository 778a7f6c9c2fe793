import type { Metadata } from "next";
import { LinkOver } from "@/components/mail/LinkOver";
import { Button, buttonClass } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { setStatus } from "@/lib/http/response";
import { unsubscriberOf } from "@/lib/mail/unsubscribe-key";
import { routes } from "@/lib/routes";

export const metadata: Metadata = {
  title: "Stop this mail",
  referrer: "same-origin",
  robots: { index: false },
};

/** Asks by a button, without signing in: following a link changes nothing. */
export default async function UnsubscribePage({ searchParams }: { searchParams: SearchParams }) {
  const key = (await parameter(searchParams, "key")) ?? "";
  if (unsubscriberOf(key) === null) {
    setStatus(404);
    return <LinkOver again={{ href: routes.mailSettings(), label: "Choose in the settings" }} />;
  }
  if ((await parameter(searchParams, "done")) === "yes") {
    return (
      <Page title="No more of this mail">
        <Notice look="good">
          Nothing about what is new is sent to you any more; only mail about your account itself.
        </Notice>
        <p className="m-0">
          <a href={routes.mailSettings()} className={buttonClass()}>
            Choose otherwise
          </a>
        </p>
      </Page>
    );
  }
  return (
    <Page
      title="Stop this mail?"
      intro="Nothing about what is new for you in the forum will be sent any more. You need not sign in."
    >
      <form action={routes.unsubscribeAtOnce(key)} method="post">
        <Button look="primary" name="asked" value="page">
          Stop this mail
        </Button>
      </form>
    </Page>
  );
}
