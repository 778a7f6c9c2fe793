import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LevelForm } from "@/components/notices/LevelForm.client";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { threadToWatch } from "@/lib/notices/watching.queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Watch a thread", robots: { index: false } };

const SAVED = {
  watch: "You watch this thread: you are told of every new post.",
  follow: "You follow this thread: you are told of what concerns you.",
  mute: "This thread is muted: you are told nothing of it.",
} as const;

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export default async function WatchPage({ params, searchParams }: Props) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const who = await requireMember(routes.watchThread(id));
  const thread = await threadToWatch(who, id);
  if (thread === null) notFound();
  const done = (await parameter(searchParams, "done")) !== undefined;
  return (
    <Page title="Watch, follow or mute" intro={<a href={routes.thread(id)}>{thread.title}</a>}>
      {done && <Notice look="good">{SAVED[thread.level]}</Notice>}
      <LevelForm key={thread.level} threadId={id} level={thread.level} />
      <p className="m-0">
        <a href={routes.noticeSettings()}>All that you are told</a>
      </p>
    </Page>
  );
}
