import { db } from "@/lib/db/client";
import type { LogEntry, LoggedThread, LogPage, LogScope } from "@/lib/modlog/entry";
import { THREAD_FACTS, type ThreadFactsRow, threadFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import { readable, threadSight } from "@/lib/policy/visibility";

/** How many actions a page of the log, or its feed, shows. */
export const ENTRIES_PER_PAGE = 50;

const THREAD = {
  ...THREAD_FACTS,
  title: true,
  mergedIntoId: true,
  board: { select: { slug: true, name: true } },
} as const;

const COLUMNS = {
  id: true,
  kind: true,
  createdAt: true,
  postId: true,
  branch: true,
  reason: true,
  basis: true,
  until: true,
  minutes: true,
  touched: true,
  fromBoardId: true,
  toBoardId: true,
  otherThreadId: true,
  undoesId: true,
  actor: { select: { username: true } },
  user: { select: { username: true } },
  thread: { select: THREAD },
  undoneBy: { select: { id: true }, orderBy: { id: "asc" }, take: 1 },
} as const;

/**
 * A page of the public log, in a fixed number of queries. It knows neither notes nor authors nor words.
 *
 * @param before the id with which the page before ended; unset for the newest
 */
export async function readLog(viewer: Viewer, scope: LogScope, before?: number): Promise<LogPage> {
  const rows = await db().moderationAction.findMany({
    where: { AND: [inScope(scope), before === undefined ? {} : { id: { lt: before } }] },
    orderBy: { id: "desc" },
    take: ENTRIES_PER_PAGE + 1,
    select: COLUMNS,
  });
  const shown = rows.slice(0, ENTRIES_PER_PAGE);
  const boards = await boardsOf(
    shown.flatMap(({ fromBoardId, toBoardId }) => [fromBoardId, toBoardId]),
  );
  const others = await threadsOf(
    viewer,
    shown.map(({ otherThreadId }) => otherThreadId),
  );
  const entries = shown.map(
    ({ createdAt, thread, user, actor, ...row }): LogEntry => ({
      id: row.id,
      kind: row.kind,
      at: createdAt,
      actor: actor?.username ?? null,
      target: targetOf(viewer, { thread, user, postId: row.postId }),
      branch: row.branch,
      reason: row.reason,
      basis: row.basis,
      until: row.until,
      minutes: row.minutes,
      touched: row.touched,
      from: boards.get(row.fromBoardId ?? 0) ?? null,
      to: boards.get(row.toBoardId ?? 0) ?? null,
      other: others.get(row.otherThreadId ?? 0) ?? null,
      undoes: row.undoesId,
      undoneBy: row.undoneBy[0]?.id ?? null,
    }),
  );
  const next = rows.length > ENTRIES_PER_PAGE ? (shown.at(-1)?.id ?? null) : null;
  return { entries, next };
}

/** What is said of a thread above its log, which stays readable when the thread is hidden; null if there is none. */
export async function readLoggedThread(viewer: Viewer, id: number): Promise<LoggedThread | null> {
  return (await threadsOf(viewer, [id])).get(id) ?? null;
}

/** An action that took posts from one board or thread to another is in the logs of both. */
function inScope({ boardId, threadId }: LogScope) {
  if (threadId !== undefined) return { OR: [{ threadId }, { otherThreadId: threadId }] };
  if (boardId === undefined) return {};
  return { OR: [{ thread: { boardId } }, { fromBoardId: boardId }, { toBoardId: boardId }] };
}

type ThreadRow = ThreadFactsRow &
  Omit<LoggedThread, "title"> & { title: string; mergedIntoId: number | null };

function seenThread(viewer: Viewer, row: ThreadRow): LoggedThread {
  // What a merged thread was called may be hidden with the one that took its posts.
  const seen = row.mergedIntoId === null && readable(threadSight(viewer, threadFacts(row)));
  return { id: row.id, title: seen ? row.title : null, board: row.board };
}

function targetOf(
  viewer: Viewer,
  row: { thread: ThreadRow | null; user: { username: string } | null; postId: number | null },
): LogEntry["target"] {
  if (row.thread === null) return { what: "person", username: row.user?.username ?? "" };
  const thread = seenThread(viewer, row.thread);
  if (row.postId === null) return { what: "thread", thread };
  return { what: "post", thread, postId: row.postId };
}

async function boardsOf(ids: readonly (number | null)[]) {
  const boards = await db().board.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, slug: true, name: true },
  });
  return new Map(boards.map(({ id, ...board }) => [id, board]));
}

async function threadsOf(viewer: Viewer, ids: readonly (number | null)[]) {
  const rows = await db().thread.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: THREAD,
  });
  return new Map(rows.map((row) => [row.id, seenThread(viewer, row)]));
}
