import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { ActionForm, type FormLine } from "@/components/account/ActionForm.client";
import { Panel } from "@/components/account/Panel";
import { RoleHolders } from "@/components/account/RoleHolders.client";
import { SessionList } from "@/components/account/SessionList";
import { MutedThreads } from "@/components/blocks/MutedThreads.client";
import { QuotesFeed } from "@/components/feeds/QuotesFeed";
import { buttonClass } from "@/components/ui/Button";
import { Page } from "@/components/ui/Page";
import { changePasswordAction, endOtherSessionsAction } from "@/lib/accounts/actions";
import { ownEmail, sessionsOf } from "@/lib/accounts/queries";
import { currentSession } from "@/lib/auth";
import { unblockAction } from "@/lib/blocks/actions";
import { blockedPeople, mutedThreads } from "@/lib/blocks/queries";
import { ownFeedKey } from "@/lib/feeds/private.queries";
import { originOf } from "@/lib/http/origin";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Settings" };

const PASSWORD_LINES: readonly FormLine[] = [
  {
    name: "currentPassword",
    label: "Current password",
    type: "password",
    autoComplete: "current-password",
  },
  {
    name: "newPassword",
    label: "New password",
    type: "password",
    autoComplete: "new-password",
    hint: "At least 8 characters.",
  },
];

export default async function SettingsPage() {
  const session = await currentSession();
  if (session === null) redirect(routes.signIn(routes.settings()));
  const { member } = session;
  const [sessions, email, blocked, muted, feedKey] = await Promise.all([
    sessionsOf(member, session.id),
    ownEmail(member),
    blockedPeople(member),
    mutedThreads(member),
    ownFeedKey(member, "quotes"),
  ]);
  const origin = originOf(await headers());
  return (
    <Page
      title="Settings"
      intro={
        <>
          You are <bdi className="font-medium text-ink">{member.username}</bdi>
          {email !== null && `, ${email}`}.
        </>
      }
    >
      <Panel title="Mail" intro="Your address, and what is sent to it.">
        <p className="m-0">
          <a href={routes.mailSettings()} className={buttonClass()}>
            Mail settings
          </a>
        </p>
      </Panel>
      <Panel title="Password" intro="A new password signs you out everywhere but here.">
        <ActionForm
          action={changePasswordAction}
          lines={PASSWORD_LINES}
          username={member.username}
          submit="Change password"
        />
      </Panel>
      <Panel title="Where you are signed in">
        <SessionList sessions={sessions} now={new Date()} />
        <ActionForm
          action={endOtherSessionsAction}
          lines={[]}
          submit="Sign out everywhere else"
          look="plain"
        />
      </Panel>
      <Panel title="Notices" intro="Which threads you watch, and what you are told by mail.">
        <p className="m-0">
          <a href={routes.noticeSettings()}>Choose what you are told</a>
        </p>
      </Panel>
      <Panel title="Reading">
        <p className="m-0">
          <a href={routes.keyboard()}>Keys that move through threads</a>
        </p>
      </Panel>
      <Panel
        title="People you blocked"
        intro="Their posts, and quotes of them, are folded for you. They are not told. To block somebody, go to their page."
      >
        <RoleHolders
          people={blocked}
          action={unblockAction}
          verb="Unblock"
          empty="You have blocked nobody."
        />
      </Panel>
      <Panel title="Threads you muted" intro="They are in none of your lists.">
        <MutedThreads threads={muted} />
      </Panel>
      <Panel
        title="A feed of who quotes you"
        intro="Posts that quote you, for a feed reader. Whoever has the address can read it, as far as everybody may: keep it to yourself. What people you blocked write, and what is said in threads you muted, is left out."
      >
        <QuotesFeed address={feedKey === null ? null : `${origin}${routes.quotesFeed(feedKey)}`} />
      </Panel>
    </Page>
  );
}
