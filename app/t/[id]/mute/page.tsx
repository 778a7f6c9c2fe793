import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/account/ActionForm.client";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { requireMember } from "@/lib/auth";
import { muteAction, unmuteAction } from "@/lib/blocks/actions";
import { threadToMute } from "@/lib/blocks/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Mute a thread", robots: { index: false } };

export default async function MutePage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const who = await requireMember(routes.muteThread(id));
  const thread = await threadToMute(who, id);
  if (thread === null) notFound();
  const back = <a href={routes.thread(id)}>{thread.title}</a>;
  const hidden = { threadId: id };
  return (
    <Page title={thread.muted ? "This thread is muted" : "Mute this thread?"} intro={back}>
      {thread.muted ? (
        <>
          <Notice look="good">
            It is in none of your lists any more. At its address it can be read as before.
          </Notice>
          <ActionForm
            action={unmuteAction}
            lines={[]}
            hidden={hidden}
            submit="Unmute"
            look="plain"
          />
        </>
      ) : (
        <>
          <p className="m-0">
            It goes from your front page and from the lists of boards, for you alone. At its address
            it can be read as before, and your settings list what you have muted.
          </p>
          <ActionForm action={muteAction} lines={[]} hidden={hidden} submit="Mute" />
        </>
      )}
      <p className="m-0">
        <a href={routes.front()}>To the front page</a>
      </p>
    </Page>
  );
}
