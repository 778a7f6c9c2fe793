import { buttonClass } from "@/components/ui/Button";
import { type PostOrder, routes } from "@/lib/routes";
import type { ThreadView } from "@/lib/threads/view";

/**
 * The way through the pages of a long thread. Where scripts run, MoreIsland.client.tsx puts the next
 * one under this one.
 */
export function PageLinks({ thread, order }: { thread: ThreadView; order: PostOrder }) {
  const { page, pages, first, last, total } = thread.paging;
  const number = (value: number) => value.toLocaleString("en");
  return (
    <nav aria-label="Pages of this thread" className="thread-pages">
      {page > 1 && (
        <a href={routes.thread(thread.id, order, page - 1)} rel="prev" className={buttonClass()}>
          Earlier replies
        </a>
      )}
      <span className="text-soft">
        {`Replies ${number(first)} to ${number(last)} of ${number(total)}, page ${page} of ${pages}`}
      </span>
      {page < pages && (
        <a
          href={routes.thread(thread.id, order, page + 1)}
          rel="next"
          data-more
          className={buttonClass()}
        >
          More replies
        </a>
      )}
    </nav>
  );
}
