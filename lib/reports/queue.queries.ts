import { db } from "@/lib/db/client";
import { groupBy } from "@/lib/group";
import { judgedPosts } from "@/lib/policy/reports";
import type { Viewer } from "@/lib/policy/viewer";
import { usernames } from "@/lib/reports/names.queries";
import type { QueueLine } from "@/lib/reports/view";
import type { QueueOrder } from "@/lib/routes";
import { type Cursor, cursorOf, parseCursor } from "@/lib/threads/cursor";

/** How many cases a page of the queue shows. */
export const CASES_PER_PAGE = 30;

/** Cases that wait for a decision and are the viewer's to decide. */
function waiting(viewer: Viewer) {
  return { decidedAt: null, post: judgedPosts(viewer) };
}

/** How many cases wait for the viewer; at most `most` are counted. */
export async function countQueue(viewer: Viewer, most = 100): Promise<number> {
  return db().reportCase.count({ where: waiting(viewer), take: most });
}

/**
 * The cases that wait for the viewer, in a fixed number of queries: the longest waiting first, page by
 * page; or the most reported first, of which the first page is enough to know where to begin.
 */
export async function listQueue(
  viewer: Viewer,
  { order, after }: { order: QueueOrder; after?: string | undefined },
): Promise<{ lines: QueueLine[]; next: string | null }> {
  const oldest = order === "oldest";
  const cursor = oldest ? parseCursor(after, "createdAt") : null;
  const rows = await db().reportCase.findMany({
    where: { AND: [waiting(viewer), cursor === null ? {} : youngerThan(cursor)] },
    orderBy: oldest
      ? [{ openedAt: "asc" }, { id: "asc" }]
      : [{ reports: { _count: "desc" } }, { openedAt: "asc" }, { id: "asc" }],
    take: CASES_PER_PAGE + 1,
    select: CASE_LINE,
  });
  const shown = rows.slice(0, CASES_PER_PAGE);
  const [subjects, names] = await Promise.all([
    subjectsOf(shown.map(({ id }) => id)),
    usernames(shown.map(({ takenById }) => takenById)),
  ]);
  const lines = shown.map((row) => lineOf(row, subjects.get(row.id) ?? [], names));
  const last = rows.length > shown.length && oldest ? lines.at(-1) : undefined;
  return { lines, next: last === undefined ? null : cursorOf(last.openedAt, last.id) };
}

const CASE_LINE = {
  id: true,
  postId: true,
  openedAt: true,
  takenById: true,
  _count: { select: { reports: true } },
  post: {
    select: {
      parentId: true,
      deletedAt: true,
      hideActionId: true,
      author: { select: { username: true } },
      currentRevision: { select: { ownText: true } },
      thread: {
        select: { title: true, hideActionId: true, board: { select: { name: true } } },
      },
    },
  },
} as const;

interface CaseLineRow {
  id: number;
  postId: number;
  openedAt: Date;
  takenById: number | null;
  _count: { reports: number };
  post: {
    parentId: number | null;
    deletedAt: Date | null;
    hideActionId: number | null;
    author: { username: string };
    currentRevision: { ownText: string } | null;
    thread: { title: string; hideActionId: number | null; board: { name: string } };
  };
}

/** Who may judge a post moderates its board, and so reads it unless its author deleted it. */
function lineOf(
  { post, ...row }: CaseLineRow,
  subjects: QueueLine["subjects"],
  names: ReadonlyMap<number, string>,
): QueueLine {
  const gone = post.deletedAt !== null;
  const { takenById } = row;
  return {
    id: row.id,
    postId: row.postId,
    opening: post.parentId === null,
    title: post.thread.title,
    board: post.thread.board.name,
    author: gone ? null : post.author.username,
    excerpt: gone ? "" : (post.currentRevision?.ownText ?? ""),
    openedAt: row.openedAt,
    reports: row._count.reports,
    subjects,
    takenBy:
      takenById === null ? null : { id: takenById, username: names.get(takenById) ?? "somebody" },
    hidden: post.hideActionId !== null || post.thread.hideActionId !== null,
  };
}

function youngerThan({ value, id }: Cursor) {
  const openedAt = new Date(value);
  return { OR: [{ openedAt: { gt: openedAt } }, { openedAt, id: { gt: id } }] };
}

/** For what the posts of some cases were reported, the most frequent first. */
async function subjectsOf(caseIds: readonly number[]): Promise<Map<number, QueueLine["subjects"]>> {
  const groups = await db().report.groupBy({
    by: ["caseId", "kind", "ruleId"],
    where: { caseId: { in: [...caseIds] } },
    _count: { _all: true },
  });
  const ruleIds = groups.flatMap(({ ruleId }) => ruleId ?? []);
  const rules = await db().rule.findMany({
    where: { id: { in: ruleIds } },
    select: { id: true, title: true },
  });
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const subjects = groups.map(({ caseId, kind, ruleId, _count }) => ({
    caseId,
    subject: { kind, rule: titles.get(ruleId ?? 0) ?? null, count: _count._all },
  }));
  const byCase = groupBy(subjects, ({ caseId }) => caseId);
  return new Map(
    [...byCase].map(([id, found]) => [
      id,
      found.map(({ subject }) => subject).sort((a, b) => b.count - a.count),
    ]),
  );
}
