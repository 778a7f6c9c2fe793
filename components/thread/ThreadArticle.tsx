import { AnswersIsland } from "@/components/answers/AnswersIsland.client";
import { LiveIsland } from "@/components/live/LiveIsland.client";
import { ReturnIsland } from "@/components/live/ReturnIsland.client";
import { WaitingIsland } from "@/components/offline/WaitingIsland.client";
import { ContextIsland } from "@/components/quote/ContextIsland.client";
import { MoreIsland } from "@/components/thread/MoreIsland.client";
import { ReplyIsland } from "@/components/thread/ReplyIsland.client";
import { Notice } from "@/components/ui/Notice";
import { Slot } from "@/components/ui/Slot.client";
import { VoteForm } from "@/components/vote/VoteForm";
import type { Viewer } from "@/lib/policy/viewer";
import { replyAction } from "@/lib/posts/actions";

/** The page of a thread around its text, which thread-html.tsx draws for the slot. */
export function ThreadArticle({
  threadId,
  here,
  viewer,
  existed,
}: {
  threadId: number;
  /** The address of this page. */
  here: string;
  viewer: Viewer;
  /** Somebody has just posted the same link again and was led here. */
  existed: boolean;
}) {
  return (
    <main id="main" className="thread">
      <VoteForm back={here} />
      {existed && <Notice look="good">This link was posted already: here is its thread.</Notice>}
      {viewer.signedIn && <WaitingIsland userId={viewer.id} here="thread" />}
      <Slot />
      <ContextIsland />
      <AnswersIsland />
      <MoreIsland />
      <LiveIsland signedIn={viewer.signedIn} />
      {viewer.signedIn && <ReplyIsland action={replyAction} userId={viewer.id} />}
      {/* Last: what is opened again above moves what stands below. */}
      <ReturnIsland threadId={threadId} signedIn={viewer.signedIn} />
    </main>
  );
}
