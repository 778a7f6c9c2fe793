import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Panel } from "@/components/account/Panel";
import { Answered } from "@/components/post/Answered";
import { CaseRecord } from "@/components/reports/CaseRecord";
import { HeldForm } from "@/components/reports/HeldForm.client";
import { Page } from "@/components/ui/Page";
import { requireMember } from "@/lib/auth";
import { readPost } from "@/lib/posts/queries";
import { readHeld } from "@/lib/reports/held.queries";
import { routes } from "@/lib/routes";
import { rulesInForce } from "@/lib/rules/queries";
import { parseId } from "@/lib/schema";
import { readHues } from "@/lib/threads/hues.queries";

export const metadata: Metadata = { title: "A held post", robots: { index: false } };

/** Something that is held, with its author's record, and the decision. */
export default async function HeldPostPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const who = await requireMember(routes.heldPost(id));
  const held = await readHeld(who, id);
  const single = held === null ? null : await readPost(who, id);
  if (held === null || single === null) notFound();
  const [hues, rules] = await Promise.all([readHues(held.threadId), rulesInForce()]);
  return (
    <Page
      title={held.opening ? "A held thread" : "A held post"}
      intro={
        <>
          In <a href={routes.post(id)}>{held.title}</a>, {held.board}
          {held.parentId !== null && (
            <>
              , in answer to <a href={routes.post(held.parentId)}>this post</a>
            </>
          )}
          . {held.reason}.
        </>
      }
    >
      <div className="[&_.answered]:max-h-none">
        <Answered post={single.post} hues={hues} now={new Date()} />
      </div>
      <Panel title="Its author">
        <CaseRecord record={held.record} />
      </Panel>
      <Panel title="Decide">
        <HeldForm postId={id} rules={rules} />
      </Panel>
      <p>
        <a href={routes.held()}>All that is held</a>
      </p>
    </Page>
  );
}
