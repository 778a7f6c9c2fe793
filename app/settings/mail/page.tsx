import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ActionForm, type FormLine } from "@/components/account/ActionForm.client";
import { Panel } from "@/components/account/Panel";
import { AddressState } from "@/components/mail/AddressState";
import { RhythmForm } from "@/components/mail/RhythmForm.client";
import { Page } from "@/components/ui/Page";
import { changeAddressAction } from "@/lib/accounts/mail.actions";
import { ownAddress } from "@/lib/accounts/mail-links.queries";
import { requireMember } from "@/lib/auth";
import { ownRhythm } from "@/lib/mail/queries";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Mail" };

const CHANGE_LINES: readonly FormLine[] = [
  { name: "email", label: "New address", type: "email", autoComplete: "email" },
  {
    name: "currentPassword",
    label: "Current password",
    type: "password",
    autoComplete: "current-password",
  },
];

export default async function MailSettingsPage() {
  const member = await requireMember(routes.mailSettings());
  const [address, rhythm] = await Promise.all([ownAddress(member.id), ownRhythm(member.id)]);
  return (
    <Page
      title="Mail"
      intro={
        <>
          Back to all <a href={routes.settings()}>settings</a>.
        </>
      }
    >
      <Panel title="Your address" intro="Nobody else sees it.">
        <AddressState address={address} formKey={randomUUID()} />
      </Panel>
      <Panel
        title="Another address"
        intro="It takes the place of yours once you have confirmed it. The present one is told."
      >
        <ActionForm
          action={changeAddressAction}
          lines={CHANGE_LINES}
          hidden={{ formKey: randomUUID() }}
          username={member.username}
          submit="Ask for confirmation"
          look="plain"
        />
      </Panel>
      <Panel
        title="What is new for you"
        intro={
          <>
            {address.confirmed
              ? "What you have not read, by mail. "
              : "What you have not read, by mail once your address is confirmed. "}
            <a href={routes.noticeSettings()} className="underline">
              Choose what is in it, and what is mailed at once.
            </a>
          </>
        }
      >
        <RhythmForm rhythm={rhythm} />
      </Panel>
    </Page>
  );
}
