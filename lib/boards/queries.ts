import { db } from "@/lib/db/client";
import type { Viewer } from "@/lib/policy/viewer";
import { listedThreads } from "@/lib/policy/visibility";

export interface BoardView {
  id: number;
  slug: string;
  name: string;
  description: string;
  /** Threads in it that the viewer finds in lists. */
  threadCount: number;
}

/** All boards in their order. */
export async function listBoards(viewer: Viewer): Promise<BoardView[]> {
  const boards = await db().board.findMany({
    orderBy: [{ position: "asc" }, { name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      slug: true,
      name: true,
      description: true,
      _count: { select: { threads: { where: listedThreads(viewer) } } },
    },
  });
  return boards.map(({ _count, ...board }) => ({ ...board, threadCount: _count.threads }));
}

/** One board by the name in its address. */
export async function findBoard(slug: string) {
  return db().board.findUnique({
    where: { slug },
    select: { id: true, slug: true, name: true, description: true },
  });
}
