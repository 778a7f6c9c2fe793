import { isAppealable } from "@/lib/appeals/appeal";
import { db, type Transaction } from "@/lib/db/client";
import { MODERATION_KINDS } from "@/lib/moderation/kinds";
import type { ActionLine } from "@/lib/reports/view";

/** How many actions a case offers to be closed with. */
const MOST = 5;

const RESTRICTING = MODERATION_KINDS.filter(isAppealable);

/** A reported post, as far as it says which actions concern it. */
export interface Reported {
  postId: number;
  threadId: number;
  authorId: number;
  openedAt: Date;
}

/**
 * What moderators did about a reported post since its case was opened: to the post, to its thread, or
 * to its author. The newest first.
 */
export async function actionsSince(
  { postId, threadId, authorId, openedAt }: Reported,
  client: Transaction = db(),
): Promise<ActionLine[]> {
  const rows = await client.moderationAction.findMany({
    where: {
      createdAt: { gte: openedAt },
      kind: { in: RESTRICTING },
      OR: [{ postId }, { threadId, postId: null }, { userId: authorId }],
    },
    orderBy: { id: "desc" },
    take: MOST,
    select: ACTION_LINE,
  });
  return rows.map(actionLine);
}

export const ACTION_LINE = {
  id: true,
  kind: true,
  reason: true,
  createdAt: true,
  actor: { select: { username: true } },
} as const;

/** @param row selected by ACTION_LINE */
export function actionLine(row: {
  id: number;
  kind: ActionLine["kind"];
  reason: string;
  createdAt: Date;
  actor: { username: string } | null;
}): ActionLine {
  return { ...row, actor: row.actor?.username ?? null };
}
