import { notMuted } from "@/lib/blocks/queries";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Viewer } from "@/lib/policy/viewer";
import { listedThreads } from "@/lib/policy/visibility";
import type { ThreadOrder } from "@/lib/routes";
import { type Cursor, cursorOf, parseCursor } from "@/lib/threads/cursor";
import { linesOf } from "@/lib/threads/lines.queries";
import type { ThreadLine } from "@/lib/threads/view";

/** How many threads a page of a list shows. */
export const THREADS_PER_PAGE = 30;

/** So many pinned threads are shown above a board's others; more of them stand where their rank puts them. */
const MOST_PINNED = 5;

const COLUMNS = {
  hot: "hotRank",
  new: "createdAt",
  top: "score",
  active: "lastPostAt",
} as const satisfies Record<ThreadOrder, string>;

/** Which threads are asked for, and in which order. */
export interface ListWish {
  order: ThreadOrder;
  boardId?: number;
  authorId?: number;
  /** The cursor that the page before ended with; one that can't be read starts anew. */
  after?: string;
}

/**
 * A page of threads that the viewer finds in lists, in a fixed number of queries. On the first page of
 * a board those that are pinned stand above the others.
 */
export async function listThreads(
  viewer: Viewer,
  wish: ListWish,
): Promise<{ lines: ThreadLine[]; next: string | null }> {
  const column = COLUMNS[wish.order];
  const after = parseCursor(wish.after, column);
  const where: Prisma.ThreadWhereInput[] = [
    listedThreads(viewer),
    notMuted(viewer),
    wish.boardId === undefined ? {} : { boardId: wish.boardId },
    wish.authorId === undefined ? {} : { authorId: wish.authorId },
  ];
  const pinned =
    wish.boardId !== undefined && wish.order === "hot"
      ? await findThreads([...where, { pinActionId: { not: null } }], column, MOST_PINNED)
      : [];
  // On later pages too: what stands above the first is not repeated where its rank would put it.
  const rest = [
    ...where,
    pinned.length === 0 ? {} : { id: { notIn: pinned.map(({ id }) => id) } },
    after === null ? {} : beyond(column, after),
  ];
  const rows = await findThreads(rest, column, THREADS_PER_PAGE + 1);
  const shown = rows.slice(0, THREADS_PER_PAGE);
  const last = shown.at(-1);
  const more = rows.length > THREADS_PER_PAGE && last !== undefined;
  const listed = [...(after === null ? pinned : []), ...shown];
  return {
    lines: await linesOf(
      viewer,
      listed.map(({ id }) => id),
    ),
    next: more ? cursorOf(last[column], last.id) : null,
  };
}

function findThreads(
  conditions: Prisma.ThreadWhereInput[],
  column: (typeof COLUMNS)[ThreadOrder],
  most: number,
) {
  return db().thread.findMany({
    where: { AND: conditions },
    orderBy: [{ [column]: "desc" }, { id: "desc" }],
    take: most,
    select: { id: true, createdAt: true, lastPostAt: true, score: true, hotRank: true },
  });
}

/**
 * Rows after the cursor, in the order "column descending, id descending". That the column is not
 * greater stands by itself, so that an index begins there however far down the list it is.
 */
function beyond(column: (typeof COLUMNS)[ThreadOrder], cursor: Cursor) {
  return {
    [column]: { lte: cursor.value },
    OR: [{ [column]: { lt: cursor.value } }, { id: { lt: cursor.id } }],
  };
}
