import { MuteLink } from "@/components/blocks/MuteLink";
import { QuoteGraphSmall } from "@/components/graph/QuoteGraphSmall";
import { WatchLink } from "@/components/notices/WatchLink";
import { OrderTabs } from "@/components/thread/OrderTabs";
import { count } from "@/components/ui/count";
import { type PostOrder, routes } from "@/lib/routes";
import { POST_ORDERS } from "@/lib/threads/order";
import type { ThreadView } from "@/lib/threads/view";

/** What stands above the replies: how many there are, their order, and who quotes whom. */
export function RepliesHead({
  thread,
  order,
  signedIn,
  fresh,
}: {
  thread: ThreadView;
  order: PostOrder;
  signedIn: boolean;
  /** Replies of this page that are new to who reads. */
  fresh: readonly number[];
}) {
  return (
    <>
      <div className="thread-replies-head">
        <h2 id="replies">{count(thread.replyCount, "reply", "replies")}</h2>
        {fresh.length > 0 && (
          <a href={`#post-${fresh[0]}`} className="fresh-first">
            {count(fresh.length, "new reply", "new replies")}
          </a>
        )}
        {thread.quoteCount > 0 && (
          <>
            <span className="text-soft">{count(thread.quoteCount, "quote")}</span>
            <a href={routes.threadPoints(thread.id)}>Point by point</a>
          </>
        )}
        {signedIn && <WatchLink threadId={thread.id} />}
        {signedIn && <MuteLink threadId={thread.id} />}
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
      {thread.replies.length === 0 && <p className="empty">Nobody has answered yet.</p>}
    </>
  );
}
