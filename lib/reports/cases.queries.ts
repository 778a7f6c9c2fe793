import { db } from "@/lib/db/client";
import { POST_FACTS, postFacts } from "@/lib/policy/facts";
import { judgedPosts, mayJudge } from "@/lib/policy/reports";
import type { Viewer } from "@/lib/policy/viewer";
import { postSight, readable } from "@/lib/policy/visibility";
import { ACTION_LINE, actionLine, actionsSince } from "@/lib/reports/actions-since.queries";
import { usernames } from "@/lib/reports/names.queries";
import { recordOf } from "@/lib/reports/record.queries";
import { mostNamed, reportsOfCase } from "@/lib/reports/reports-of-case.queries";
import type { CaseView } from "@/lib/reports/view";

/** A case with all that helps to decide it; null for who may not, as for what does not exist. */
export async function readCase(viewer: Viewer, id: number): Promise<CaseView | null> {
  const row = await db().reportCase.findUnique({ where: { id }, select: CASE });
  if (row === null) return null;
  const { post } = row;
  const { authorId, threadId, thread } = post;
  if (!mayJudge(viewer, { authorId, boardId: thread.boardId }).allowed) return null;
  const postId = post.id;
  const [reports, notes, record, replies, quotes, earlier, recentActions, neighbours] =
    await Promise.all([
      reportsOfCase(id),
      db().caseNote.findMany({ where: { caseId: id }, orderBy: { id: "asc" } }),
      recordOf(authorId, id),
      db().post.count({ where: { parentId: postId, deletedAt: null } }),
      db().quote.count({
        where: { sourcePostId: postId, revision: { currentOf: { deletedAt: null } } },
      }),
      db().reportCase.findMany({
        where: { postId, id: { not: id }, decidedAt: { not: null } },
        orderBy: { id: "desc" },
        take: 10,
        select: { id: true, outcome: true, decidedAt: true },
      }),
      actionsSince({ postId, threadId, authorId, openedAt: row.openedAt }),
      neighboursOf(viewer, row),
    ]);
  const names = await usernames([
    row.takenById,
    row.decidedById,
    ...notes.map((note) => note.authorId),
  ]);
  const nameOf = (userId: number | null) => names.get(userId ?? 0) ?? "somebody";
  return {
    id,
    postId,
    threadId,
    opening: post.parentId === null,
    title: thread.title,
    board: thread.board.name,
    openedAt: row.openedAt,
    hidden: post.hideActionId !== null || thread.hideActionId !== null,
    deleted: post.deletedAt !== null,
    takenBy:
      row.takenById === null
        ? null
        : { id: row.takenById, username: nameOf(row.takenById), at: row.takenAt ?? row.openedAt },
    decision:
      row.decidedAt === null || row.outcome === null
        ? null
        : {
            outcome: row.outcome,
            at: row.decidedAt,
            by: nameOf(row.decidedById),
            answer: row.answer,
            action: row.action === null ? null : actionLine(row.action),
          },
    reports,
    notes: notes.map((note) => ({
      id: note.id,
      author: nameOf(note.authorId),
      text: note.text,
      createdAt: note.createdAt,
    })),
    record,
    ruleId: mostNamed(reports),
    parent: parentOf(viewer, post.parent),
    replies,
    quotes,
    earlier: earlier.flatMap(({ id: other, outcome, decidedAt: at }) =>
      outcome === null || at === null ? [] : [{ id: other, outcome, at }],
    ),
    recentActions,
    ...neighbours,
  };
}

const CASE = {
  id: true,
  openedAt: true,
  takenById: true,
  takenAt: true,
  decidedAt: true,
  decidedById: true,
  outcome: true,
  answer: true,
  action: { select: ACTION_LINE },
  post: {
    select: {
      ...POST_FACTS,
      thread: {
        select: { ...POST_FACTS.thread.select, title: true, board: { select: { name: true } } },
      },
      parent: {
        select: {
          ...POST_FACTS,
          author: { select: { username: true } },
          currentRevision: { select: { ownText: true } },
        },
      },
    },
  },
} as const;

interface ParentRow {
  id: number;
  authorId: number;
  hideActionId: number | null;
  deletedAt: Date | null;
  thread: {
    authorId: number;
    boardId: number;
    hideActionId: number | null;
    lockActionId: number | null;
  };
  author: { username: string };
  currentRevision: { ownText: string } | null;
}

/** The post that the reported one answers, as far as the viewer may read it. */
function parentOf(viewer: Viewer, parent: ParentRow | null): CaseView["parent"] {
  if (parent === null) return null;
  const seen = readable(postSight(viewer, postFacts(parent)));
  return {
    postId: parent.id,
    author: seen ? parent.author.username : null,
    excerpt: seen ? (parent.currentRevision?.ownText ?? "") : "",
  };
}

/** The cases before and after one in the viewer's queue, the longest waiting first. */
async function neighboursOf(
  viewer: Viewer,
  { id, openedAt }: { id: number; openedAt: Date },
): Promise<{ previousId: number | null; nextId: number | null }> {
  const waiting = { decidedAt: null, post: judgedPosts(viewer) };
  const [previous, next] = await Promise.all([
    db().reportCase.findFirst({
      where: {
        ...waiting,
        OR: [{ openedAt: { lt: openedAt } }, { openedAt, id: { lt: id } }],
      },
      orderBy: [{ openedAt: "desc" }, { id: "desc" }],
      select: { id: true },
    }),
    db().reportCase.findFirst({
      where: {
        ...waiting,
        OR: [{ openedAt: { gt: openedAt } }, { openedAt, id: { gt: id } }],
      },
      orderBy: [{ openedAt: "asc" }, { id: "asc" }],
      select: { id: true },
    }),
  ]);
  return { previousId: previous?.id ?? null, nextId: next?.id ?? null };
}
