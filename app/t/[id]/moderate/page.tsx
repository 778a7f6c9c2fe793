import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DoneActions } from "@/components/moderation/DoneActions";
import { Page } from "@/components/ui/Page";
import { requireMember } from "@/lib/auth";
import { actionsOn } from "@/lib/moderation/done.queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "What was done to a thread" };

/** All that moderators did to a thread, with what they told those concerned. */
export default async function ThreadModerationPage({
  params,
}: {
  params: Promise<{ id: string }>;
}) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const who = await requireMember(routes.moderation(id));
  const found = await actionsOn(who, id);
  if (found === null) notFound();
  return (
    <Page title="What was done to this thread">
      <p className="m-0">
        <a href={routes.thread(id)}>{found.title}</a>
      </p>
      <DoneActions actions={found.actions} now={new Date()} />
    </Page>
  );
}
