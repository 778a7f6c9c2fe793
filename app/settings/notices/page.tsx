import type { Metadata } from "next";
import { Panel } from "@/components/account/Panel";
import { NoticeSettingsForm } from "@/components/notices/NoticeSettingsForm.client";
import { PushPanel } from "@/components/push/PushPanel";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { currentSession, requireMember } from "@/lib/auth";
import { noticeSettingsOf } from "@/lib/notices/settings.queries";
import { watchedThreads } from "@/lib/notices/watching.queries";
import type { Member } from "@/lib/policy/viewer";
import { pushSettings } from "@/lib/push/operator";
import { devicesOf, pushWishesOf } from "@/lib/push/queries";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "What you are told", robots: { index: false } };

/** What the viewer wants to be told, how soon by mail, where by push, and which threads they watch. */
export default async function NoticeSettingsPage({ searchParams }: { searchParams: SearchParams }) {
  const who = await requireMember(routes.noticeSettings());
  const [settings, watched, push] = await Promise.all([
    noticeSettingsOf(who.id),
    watchedThreads(who),
    pushOf(who),
  ]);
  const done = (await parameter(searchParams, "done")) !== undefined;
  return (
    <Page
      title="What you are told"
      intro={
        <>
          It stands among <a href={routes.notices()}>your notices</a>. How often the digest comes is
          said at <a href={routes.mailSettings()}>Mail</a>.
        </>
      }
    >
      {done && <Notice look="good">Saved.</Notice>}
      <NoticeSettingsForm key={JSON.stringify(settings)} settings={settings} />
      {push !== null && <PushPanel {...push} now={new Date()} />}
      <Panel
        title="Threads you watch"
        intro="To watch a thread, or no longer, take “Watch” above its replies."
      >
        {watched.length === 0 ? (
          <p className="m-0 text-soft">You watch no thread.</p>
        ) : (
          <ul className="m-0 grid list-none gap-2 p-0">
            {watched.map(({ id, title }) => (
              <li key={id} className="flex items-baseline justify-between gap-3">
                <a href={routes.thread(id)} className="min-w-0 break-words">
                  {title}
                </a>
                <a href={routes.watchThread(id)} className="shrink-0">
                  Change<span className="sr-only"> what you are told of {title}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </Page>
  );
}

/** Null where the forum pushes nothing. */
async function pushOf(who: Member) {
  const set = pushSettings();
  const session = await currentSession();
  if (set === null || session === null) return null;
  const { publicKey: forumKey } = set;
  const [devices, wishes] = await Promise.all([
    devicesOf(who, session.id, forumKey),
    pushWishesOf(who.id),
  ]);
  return { forumKey, devices, wishes };
}
