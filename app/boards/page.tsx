import type { Metadata } from "next";
import { count } from "@/components/ui/count";
import { COUNTED_THREADS, listBoards } from "@/lib/boards/queries";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Boards" };

export default async function BoardsPage() {
  const boards = await listBoards();
  return (
    <main id="main" className="mx-auto w-full max-w-3xl px-4 py-8">
      <h1 className="mb-4 text-2xl font-semibold">Boards</h1>
      {boards.length === 0 && <p className="empty">There are no boards yet.</p>}
      <ul className="board-list">
        {boards.map((board) => (
          <li key={board.id}>
            <a href={routes.board(board.slug)} className="text-lg font-medium">
              {board.name}
            </a>
            <p className="m-0">{board.description}</p>
            <p className="facts">{threadsIn(board.threadCount)}</p>
          </li>
        ))}
      </ul>
    </main>
  );
}

function threadsIn(counted: number): string {
  if (counted <= COUNTED_THREADS) return count(counted, "thread");
  return `more than ${count(COUNTED_THREADS, "thread")}`;
}
