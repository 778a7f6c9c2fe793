import { AnswersIsland } from "@/components/answers/AnswersIsland.client";
import { QuoteGraphSmall } from "@/components/graph/QuoteGraphSmall";
import { ContextIsland } from "@/components/quote/ContextIsland.client";
import { Contents } from "@/components/thread/Contents";
import { OpeningPost } from "@/components/thread/OpeningPost";
import { OrderTabs } from "@/components/thread/OrderTabs";
import { ReplyIsland } from "@/components/thread/ReplyIsland.client";
import { ThreadTree } from "@/components/thread/ThreadTree";
import { count } from "@/components/ui/count";
import { Notice } from "@/components/ui/Notice";
import { VoteForm } from "@/components/vote/VoteForm";
import type { Viewer } from "@/lib/policy/viewer";
import { replyAction } from "@/lib/posts/actions";
import { type PostOrder, routes } from "@/lib/routes";
import { POST_ORDERS } from "@/lib/threads/order";
import type { ThreadView } from "@/lib/threads/view";

/** A whole thread: what opened it, and the tree of replies. */
export function ThreadArticle({
  thread,
  viewer,
  order,
  existed,
  now,
}: {
  thread: ThreadView;
  viewer: Viewer;
  order: PostOrder;
  /** Somebody has just posted the same link again and was led here. */
  existed: boolean;
  now: Date;
}) {
  const context = {
    hues: thread.hues,
    now,
    signedIn: viewer.signedIn,
    rootId: thread.opening.id,
  };
  const contents = thread.outline.length > 1;
  return (
    <main id="main" className="thread">
      <VoteForm back={routes.thread(thread.id, order)} />
      {existed && <Notice look="good">This link was posted already: here is its thread.</Notice>}
      <div className="opening-frame">
        {contents && <Contents outline={thread.outline} />}
        <OpeningPost thread={thread} context={context} />
      </div>
      <section aria-labelledby="replies" className="thread-replies">
        <div className="thread-replies-head">
          <h2 id="replies">{count(thread.replyCount, "reply", "replies")}</h2>
          {thread.quoteCount > 0 && (
            <>
              <span className="text-soft">{count(thread.quoteCount, "quote")}</span>
              <a href={routes.threadPoints(thread.id)}>Point by point</a>
            </>
          )}
          {thread.replies.length > 1 && (
            <OrderTabs
              label="Order of replies"
              tabs={POST_ORDERS.map((name) => ({
                name,
                href: `${routes.thread(thread.id, name)}#replies`,
                current: name === order,
              }))}
            />
          )}
        </div>
        {thread.graph.edges.length > 0 && (
          <QuoteGraphSmall graph={thread.graph} hues={thread.hues} threadId={thread.id} />
        )}
        {thread.replies.length === 0 ? (
          <p className="empty">Nobody has answered yet.</p>
        ) : (
          <ThreadTree replies={thread.replies} context={context} />
        )}
      </section>
      <ContextIsland />
      <AnswersIsland />
      {viewer.signedIn && <ReplyIsland action={replyAction} userId={viewer.id} />}
    </main>
  );
}
