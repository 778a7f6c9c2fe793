import { routes } from "@/lib/routes";
import type { ThreadView } from "@/lib/threads/view";

/** What stands above the later pages of a long thread, in place of its opening post. */
export function ThreadTitle({ thread }: { thread: ThreadView }) {
  return (
    <header className="opening">
      <p className="facts">
        <a href={routes.board(thread.board.slug)}>{thread.board.name}</a>
      </p>
      <h1 className="opening-title">
        <a href={routes.thread(thread.id)}>{thread.title}</a>
      </h1>
    </header>
  );
}
