import { ThreadListPage } from "@/components/thread/ThreadListPage";
import type { Viewer } from "@/lib/policy/viewer";
import { routes, type ThreadOrder } from "@/lib/routes";
import type { ThreadLine } from "@/lib/threads/view";

/** The threads of all boards. */
export function FrontPage({
  viewer,
  order,
  page,
}: {
  viewer: Viewer;
  order: ThreadOrder;
  page: { lines: ThreadLine[]; next: string | null };
}) {
  return (
    <ThreadListPage
      heading={<h1 className="sr-only">Threads</h1>}
      order={order}
      lines={page.lines}
      next={page.next}
      address={routes.front}
      newThread={routes.newThread()}
      signedIn={viewer.signedIn}
      now={new Date()}
    />
  );
}
