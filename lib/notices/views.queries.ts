import { db } from "@/lib/db/client";
import type { NoticeView } from "@/lib/notices/notice";
import type { noticesAt } from "@/lib/notices/settings";
import { listedNotices } from "@/lib/policy/notices";
import type { Member } from "@/lib/policy/viewer";
import { statementsOf } from "@/lib/statements/queries";

/** Which notices, beside being the viewer's and under the rule of visibility. */
export interface Wanted {
  /** Only those with a smaller id. */
  before?: number | undefined;
  /** Only those with a larger id. */
  after?: number | undefined;
  unread?: boolean;
  /** Only these. */
  ids?: readonly number[] | undefined;
  /** Only those that are to be mailed at one pace. */
  paced?: ReturnType<typeof noticesAt> | undefined;
  order: "newest" | "oldest";
  most: number;
}

/**
 * Notices as their owner sees them at this moment, in a fixed number of queries.
 *
 * @returns `more`: whether there are others behind
 */
export async function noticeViews(
  viewer: Member,
  { before, after, unread = false, ids, paced, order, most }: Wanted,
): Promise<{ views: NoticeView[]; more: boolean }> {
  const id = {
    ...(before === undefined ? {} : { lt: before }),
    ...(after === undefined ? {} : { gt: after }),
    ...(ids === undefined ? {} : { in: [...ids] }),
  };
  const rows = await db().notice.findMany({
    where: { AND: [listedNotices(viewer), { id }, unread ? { readAt: null } : {}, paced ?? {}] },
    orderBy: { id: order === "newest" ? "desc" : "asc" },
    take: most + 1,
    select: SELECT,
  });
  const told = await toldBy(viewer, rows);
  const views = rows.slice(0, most).flatMap((row) => viewOf(row, told) ?? []);
  return { views, more: rows.length > most };
}

const SELECT = {
  ...{ id: true, kind: true, subjectId: true, reasons: true, createdAt: true, readAt: true },
  post: {
    select: {
      id: true,
      author: { select: { username: true } },
      thread: { select: { id: true, title: true } },
    },
  },
} as const;

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function rowsOf() {
  return db().notice.findMany({ select: SELECT });
}

/** What moderators told, by the ids of statements, cases and appeals. */
type Told = Awaited<ReturnType<typeof toldBy>>;

async function toldBy(viewer: Member, rows: readonly Row[]) {
  const subjects = (kind: Row["kind"]) =>
    rows.filter((row) => row.kind === kind).map((row) => row.subjectId);
  const [statements, cases, appeals] = await Promise.all([
    statementsOf(viewer, subjects("statement")),
    db().reportCase.findMany({
      where: { id: { in: subjects("report") }, reports: { some: { reporterId: viewer.id } } },
      select: { id: true, outcome: true },
    }),
    db().appeal.findMany({
      where: { id: { in: subjects("appeal") }, userId: viewer.id },
      select: { id: true, upheld: true },
    }),
  ]);
  return {
    statements: new Map(statements.map((statement) => [statement.id, statement])),
    outcomes: new Map(cases.map(({ id, outcome }) => [id, outcome])),
    upheld: new Map(appeals.map(({ id, upheld }) => [id, upheld])),
  };
}

function viewOf(row: Row, told: Told): NoticeView | null {
  const { id, kind, subjectId, reasons, createdAt, readAt, post } = row;
  const noticed = { id, at: createdAt, unread: readAt === null };
  if (kind === "statement") {
    const statement = told.statements.get(subjectId);
    return statement === undefined ? null : { ...noticed, kind, statement };
  }
  if (kind === "report") {
    const outcome = told.outcomes.get(subjectId);
    return outcome === undefined ? null : { ...noticed, kind, outcome };
  }
  if (kind === "appeal") {
    const upheld = told.upheld.get(subjectId);
    return upheld == null ? null : { ...noticed, kind, upheld };
  }
  if (post === null) return null;
  const { thread } = post;
  const author = post.author.username;
  if (kind === "changed") return { ...noticed, kind, author, thread };
  return { ...noticed, kind, postId: post.id, author, reasons, thread };
}
