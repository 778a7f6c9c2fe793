import { db } from "@/lib/db/client";
import type { ModerationKind } from "@/lib/moderation/kinds";
import { mayModerate } from "@/lib/policy/debate";
import { THREAD_FACTS, threadFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";

/** An action that was taken on a thread, or in it. */
export interface DoneAction {
  id: number;
  kind: ModerationKind;
  /** Null for an automatic rule. */
  by: string | null;
  at: Date;
  reason: string;
  note: string;
  postId: number | null;
  branch: boolean;
  /** Of a merge or a split, the other thread. */
  otherThreadId: number | null;
  /** It was taken back, or it takes another one back. */
  undone: boolean;
  undoes: boolean;
}

/** So many are shown, the newest first. */
const MOST = 200;

/** All that moderators did to a thread, for moderators of its board; null for everybody else. */
export async function actionsOn(
  viewer: Viewer,
  threadId: number,
): Promise<{ title: string; actions: DoneAction[] } | null> {
  const thread = await db().thread.findUnique({
    where: { id: threadId },
    select: { ...THREAD_FACTS, title: true },
  });
  if (thread === null || !mayModerate(viewer, threadFacts(thread)).allowed) return null;
  const rows = await db().moderationAction.findMany({
    where: { OR: [{ threadId }, { otherThreadId: threadId }] },
    orderBy: { id: "desc" },
    take: MOST,
    select: {
      ...{ id: true, kind: true, createdAt: true, reason: true, note: true, postId: true },
      ...{ branch: true, threadId: true, otherThreadId: true, undoesId: true },
      actor: { select: { username: true } },
      undoneBy: { select: { id: true }, take: 1 },
    },
  });
  const actions = rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, by: row.actor?.username ?? null, at: row.createdAt },
    ...{ reason: row.reason, note: row.note, postId: row.postId, branch: row.branch },
    otherThreadId: row.otherThreadId === threadId ? row.threadId : row.otherThreadId,
    undone: row.undoneBy.length > 0,
    undoes: row.undoesId !== null,
  }));
  return { title: thread.title, actions };
}
