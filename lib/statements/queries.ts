import { db } from "@/lib/db/client";
import { THREAD_FACTS, threadFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import { readable, threadSight } from "@/lib/policy/visibility";
import {
  COUNTED_STATEMENTS,
  type StatementRole,
  type StatementView,
} from "@/lib/statements/statement";

const SELECT = {
  id: true,
  role: true,
  readAt: true,
  userId: true,
  action: {
    select: {
      ...{ id: true, kind: true, createdAt: true, reason: true, note: true, basis: true },
      ...{ postId: true, branch: true, until: true },
      thread: { select: { ...THREAD_FACTS, title: true, mergedIntoId: true } },
      undoneBy: { select: { id: true }, take: 1 },
    },
  },
} as const;

export const STATEMENTS_PER_PAGE = 30;

/**
 * The statements that were made to the viewer, the newest first.
 *
 * @param before only those with a smaller id
 */
export async function listStatements(viewer: Viewer, before?: number): Promise<StatementView[]> {
  if (!viewer.signedIn) return [];
  const rows = await db().statement.findMany({
    where: { userId: viewer.id, ...(before === undefined ? {} : { id: { lt: before } }) },
    orderBy: { id: "desc" },
    take: STATEMENTS_PER_PAGE,
    select: SELECT,
  });
  return rows.map((row) => viewOf(row, viewer));
}

/** One of the viewer's own statements; null for everybody else's. */
export async function readStatement(viewer: Viewer, id: number): Promise<StatementView | null> {
  if (!viewer.signedIn) return null;
  const row = await db().statement.findFirst({ where: { id, userId: viewer.id }, select: SELECT });
  return row === null ? null : viewOf(row, viewer);
}

/** A statement for whoever has shown by its key that it was made to them. */
export async function statementOf(id: number): Promise<StatementView | null> {
  const row = await db().statement.findUnique({ where: { id }, select: SELECT });
  return row === null ? null : viewOf(row, formerMember(row.userId));
}

/** Somebody who can't sign in any more, for what is theirs: they hold no role. */
function formerMember(id: number): Viewer {
  return { signedIn: true, id, username: "", admin: false, moderates: [] };
}

/** Those of the viewer's own statements that have these ids. */
export async function statementsOf(
  viewer: Viewer,
  ids: readonly number[],
): Promise<StatementView[]> {
  if (!viewer.signedIn) return [];
  const where = { id: { in: [...ids] }, userId: viewer.id };
  const rows = await db().statement.findMany({ where, select: SELECT });
  return rows.map((row) => viewOf(row, viewer));
}

/** The viewer's posts in which quotes are redacted by an action, the first few. */
export async function redactedIn(viewer: Viewer, actionId: number): Promise<number[]> {
  if (!viewer.signedIn) return [];
  const rows = await db().$queryRaw<{ id: number }[]>`
    SELECT DISTINCT p.id
      FROM posts p
      JOIN quotes q ON q.revision_id = p.current_revision_id
      JOIN posts source ON source.id = q.source_post_id
      JOIN threads t ON t.id = source.thread_id
     WHERE p.author_id = ${viewer.id} AND p.deleted_at IS NULL
       AND (source.hide_action_id = ${actionId} OR t.hide_action_id = ${actionId})
     ORDER BY 1 LIMIT 5`;
  return rows.map(({ id }) => id);
}

/** How many statements the viewer has not read; at most COUNTED_STATEMENTS + 1. */
export async function countUnreadStatements(viewer: Viewer): Promise<number> {
  if (!viewer.signedIn) return 0;
  return db().statement.count({
    where: { userId: viewer.id, readAt: null },
    take: COUNTED_STATEMENTS + 1,
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof findOne>>>;

function findOne() {
  return db().statement.findFirst({ select: SELECT });
}

function viewOf({ id, role, readAt, action }: Row, viewer: Viewer): StatementView {
  const quoter = role === "quoter";
  return {
    ...{ id, actionId: action.id, role: role as StatementRole, kind: action.kind },
    ...{ at: action.createdAt, unread: readAt === null, reason: action.reason },
    // The facts are about somebody else's words where only a quote is concerned.
    note: quoter ? "" : action.note,
    basis: action.basis,
    thread: quoter || action.thread === null ? null : seenThread(viewer, action.thread),
    postId: quoter ? null : action.postId,
    ...{ branch: action.branch, until: action.until, undone: action.undoneBy.length > 0 },
  };
}

function seenThread(
  viewer: Viewer,
  thread: NonNullable<Row["action"]["thread"]>,
): StatementView["thread"] {
  const { id, title, mergedIntoId, authorId } = thread;
  // What a merged thread was called may be hidden with the one that took its posts.
  const own = viewer.signedIn && viewer.id === authorId;
  const seen = own || (mergedIntoId === null && readable(threadSight(viewer, threadFacts(thread))));
  return { id, title: seen ? title : null };
}
