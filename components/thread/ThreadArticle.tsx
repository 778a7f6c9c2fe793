import { WaitingIsland } from "@/components/offline/WaitingIsland.client";
import { ThreadIslands } from "@/components/thread/ThreadIslands.client";
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
      <ThreadIslands
        threadId={threadId}
        reply={viewer.signedIn ? { action: replyAction, userId: viewer.id } : undefined}
      />
    </main>
  );
}
