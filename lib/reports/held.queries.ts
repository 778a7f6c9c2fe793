import { db } from "@/lib/db/client";
import { POST_FACTS } from "@/lib/policy/facts";
import { judgedPosts, mayJudge } from "@/lib/policy/reports";
import type { Viewer } from "@/lib/policy/viewer";
import { recordOf } from "@/lib/reports/record.queries";
import type { PersonRecord } from "@/lib/reports/view";

/** Something that an automatic rule holds until a moderator has read it. */
export interface HeldLine {
  /** The post; of a thread that is held, the opening post. */
  postId: number;
  opening: boolean;
  title: string;
  board: string;
  author: string;
  excerpt: string;
  /** By which automatic rule. */
  reason: string;
  since: Date;
}

export interface HeldView extends HeldLine {
  threadId: number;
  /** The post it answers; null for a thread. */
  parentId: number | null;
  record: PersonRecord;
}

/** How many held things a page shows; the next ones come when these are read. */
export const HELD_PER_PAGE = 30;

const HOLDING = { is: { kind: "hold" as const } };

/** Held replies, and the opening posts of held threads, that their authors did not delete. */
const HELD = {
  deletedAt: null,
  OR: [
    { hideActionId: { not: null }, hideAction: HOLDING },
    { parentId: null, thread: { hideActionId: { not: null }, hideAction: HOLDING } },
  ],
};

const LINE = {
  ...POST_FACTS,
  author: { select: { username: true } },
  currentRevision: { select: { ownText: true } },
  hideAction: { select: { kind: true, reason: true, createdAt: true } },
  thread: {
    select: {
      ...POST_FACTS.thread.select,
      title: true,
      board: { select: { name: true } },
      hideAction: { select: { kind: true, reason: true, createdAt: true } },
    },
  },
} as const;

/** What is held on the viewer's boards, the longest waiting first. */
export async function listHeld(viewer: Viewer): Promise<HeldLine[]> {
  const rows = await db().post.findMany({
    where: { AND: [HELD, judgedPosts(viewer)] },
    orderBy: { id: "asc" },
    take: HELD_PER_PAGE,
    select: LINE,
  });
  return rows.map(lineOf);
}

/** How many held things wait for the viewer; at most `most` are counted. */
export async function countHeld(viewer: Viewer, most = 100): Promise<number> {
  return db().post.count({ where: { AND: [HELD, judgedPosts(viewer)] }, take: most });
}

/** One of them by its post; null for who may not decide on it, and where it is not held any more. */
export async function readHeld(viewer: Viewer, postId: number): Promise<HeldView | null> {
  const row = await db().post.findFirst({ where: { AND: [HELD, { id: postId }] }, select: LINE });
  if (row === null) return null;
  const { authorId, threadId, parentId } = row;
  if (!mayJudge(viewer, { authorId, boardId: row.thread.boardId }).allowed) return null;
  return { ...lineOf(row), threadId, parentId, record: await recordOf(authorId, 0) };
}

interface Hiding {
  kind: string;
  reason: string;
  createdAt: Date;
}

interface HeldRow {
  id: number;
  parentId: number | null;
  author: { username: string };
  currentRevision: { ownText: string } | null;
  hideAction: Hiding | null;
  thread: { title: string; board: { name: string }; hideAction: Hiding | null };
}

function lineOf({ thread, ...row }: HeldRow): HeldLine {
  const holding = row.hideAction?.kind === "hold" ? row.hideAction : thread.hideAction;
  return {
    postId: row.id,
    opening: row.parentId === null,
    title: thread.title,
    board: thread.board.name,
    author: row.author.username,
    excerpt: row.currentRevision?.ownText ?? "",
    reason: holding?.reason ?? "",
    since: holding?.createdAt ?? new Date(0),
  };
}
