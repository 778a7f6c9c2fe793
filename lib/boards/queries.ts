import { db } from "@/lib/db/client";

export interface BoardView {
  id: number;
  slug: string;
  name: string;
  description: string;
  /** Threads in it that everybody finds in lists; no more than COUNTED_THREADS are counted. */
  threadCount: number;
}

/** Beyond this many threads a board has "more than that": counting them all would take ever longer. */
export const COUNTED_THREADS = 1000;

/** All boards in their order. */
export async function listBoards(): Promise<BoardView[]> {
  return db().$queryRaw<BoardView[]>`
    SELECT b.id, b.slug, b.name, b.description, listed.count AS "threadCount"
      FROM boards b
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS count
         FROM (SELECT FROM threads t WHERE t.board_id = b.id AND t.hide_action_id IS NULL AND t.merged_into_id IS NULL
                LIMIT ${COUNTED_THREADS + 1}) AS first) AS listed
     ORDER BY b.position, b.name, b.id`;
}

/** One board by the name in its address. */
export async function findBoard(slug: string) {
  return db().board.findUnique({
    where: { slug },
    select: { id: true, slug: true, name: true, description: true },
  });
}
