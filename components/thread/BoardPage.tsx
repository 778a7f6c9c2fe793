import { ThreadListPage } from "@/components/thread/ThreadListPage";
import type { Viewer } from "@/lib/policy/viewer";
import { routes, type ThreadOrder } from "@/lib/routes";
import type { ThreadLine } from "@/lib/threads/view";

/** The threads of one board. */
export function BoardPage({
  board,
  viewer,
  order,
  page,
}: {
  board: { slug: string; name: string; description: string };
  viewer: Viewer;
  order: ThreadOrder;
  page: { lines: ThreadLine[]; next: string | null };
}) {
  return (
    <ThreadListPage
      heading={
        <header className="mb-4">
          <h1 className="text-2xl font-semibold">{board.name}</h1>
          {board.description && <p className="text-soft">{board.description}</p>}
          <p className="facts">
            <a href={routes.boardLog(board.slug)}>Moderation log</a>
            <a href={routes.boardFeed(board.slug)}>Feed</a>
          </p>
        </header>
      }
      order={order}
      lines={page.lines}
      next={page.next}
      address={(name, after) => routes.board(board.slug, name, after)}
      newThread={routes.newThread(board.slug)}
      signedIn={viewer.signedIn}
      showBoard={false}
      now={new Date()}
    />
  );
}
