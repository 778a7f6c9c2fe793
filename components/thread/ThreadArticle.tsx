import { AnswersIsland } from "@/components/answers/AnswersIsland.client";
import { ContextIsland } from "@/components/quote/ContextIsland.client";
import { ReplyIsland } from "@/components/thread/ReplyIsland.client";
import { Notice } from "@/components/ui/Notice";
import { Slot } from "@/components/ui/Slot.client";
import { VoteForm } from "@/components/vote/VoteForm";
import type { Viewer } from "@/lib/policy/viewer";
import { replyAction } from "@/lib/posts/actions";
import { type PostOrder, routes } from "@/lib/routes";

/** The page of a thread around its text, which thread-html.tsx draws for the slot. */
export function ThreadArticle({
  threadId,
  viewer,
  order,
  existed,
}: {
  threadId: number;
  viewer: Viewer;
  order: PostOrder;
  /** Somebody has just posted the same link again and was led here. */
  existed: boolean;
}) {
  return (
    <main id="main" className="thread">
      <VoteForm back={routes.thread(threadId, order)} />
      {existed && <Notice look="good">This link was posted already: here is its thread.</Notice>}
      <Slot />
      <ContextIsland />
      <AnswersIsland />
      {viewer.signedIn && <ReplyIsland action={replyAction} userId={viewer.id} />}
    </main>
  );
}
