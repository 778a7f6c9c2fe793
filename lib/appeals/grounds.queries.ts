import { type Ground, inForce, type Pointers } from "@/lib/appeals/appeal";
import type { GroundView } from "@/lib/appeals/view";
import type { Transaction } from "@/lib/db/client";
import type { ModerationKind } from "@/lib/moderation/kinds";
import type { AppealFacts } from "@/lib/policy/reports";

/** A decision that can be appealed against, with who may judge it. */
export interface DecisionFacts {
  view: GroundView;
  /** All that policy asks but who appeals. */
  facts: Omit<AppealFacts, "appellantId">;
  /** Whether it still stands: of an action, that nobody took it back and that it is not over. */
  stands: boolean;
}

/** What is known of some decisions, by `groundKey`; in two queries however many they are. */
export async function readGrounds(
  client: Transaction,
  grounds: readonly Ground[],
): Promise<Map<string, DecisionFacts>> {
  const actionIds = grounds.flatMap((ground) => ("action" in ground ? ground.action : []));
  const caseIds = grounds.flatMap((ground) => ("case" in ground ? ground.case : []));
  const actions = await client.moderationAction.findMany({
    where: { id: { in: actionIds } },
    select: ACTION,
  });
  const cases = await client.reportCase.findMany({
    where: { id: { in: caseIds } },
    select: CASE,
  });
  const found = [...actions.map(ofAction), ...cases.map(ofCase)];
  return new Map(found.map((decision) => [groundKey(decision.view.against), decision]));
}

/** The same of one. */
export async function readGround(
  client: Transaction,
  ground: Ground,
): Promise<DecisionFacts | null> {
  return (await readGrounds(client, [ground])).get(groundKey(ground)) ?? null;
}

export function groundKey(ground: Ground): string {
  return "action" in ground ? `action ${ground.action}` : `case ${ground.case}`;
}

const ACTION = {
  id: true,
  kind: true,
  actorId: true,
  threadId: true,
  postId: true,
  userId: true,
  reason: true,
  note: true,
  createdAt: true,
  until: true,
  thread: { select: { boardId: true, authorId: true } },
  post: { select: { authorId: true } },
  _count: {
    select: {
      undoneBy: true,
      hidesThreads: true,
      hidesPosts: true,
      locksThreads: true,
      slowsThreads: true,
      offTopicPosts: true,
      restricts: true,
    },
  },
} as const;

interface ActionRow {
  id: number;
  kind: ModerationKind;
  actorId: number | null;
  threadId: number | null;
  postId: number | null;
  userId: number | null;
  reason: string;
  note: string;
  createdAt: Date;
  until: Date | null;
  thread: { boardId: number; authorId: number } | null;
  post: { authorId: number } | null;
  _count: Pointers;
}

function ofAction({ _count, ...row }: ActionRow): DecisionFacts {
  return {
    view: {
      against: { action: row.id },
      kind: row.kind,
      at: row.createdAt,
      reason: row.reason,
      note: row.note,
      postId: row.postId,
      threadId: row.threadId,
      personId: row.userId,
    },
    facts: {
      actedById: row.actorId,
      concernsId: row.userId ?? row.post?.authorId ?? row.thread?.authorId ?? 0,
      boardId: row.thread?.boardId ?? null,
    },
    stands: inForce(row.kind, _count) && (row.until === null || row.until > new Date()),
  };
}

const CASE = {
  id: true,
  postId: true,
  openedAt: true,
  decidedAt: true,
  decidedById: true,
  outcome: true,
  answer: true,
  post: { select: { authorId: true, threadId: true, thread: { select: { boardId: true } } } },
} as const;

interface CaseRow {
  id: number;
  postId: number;
  openedAt: Date;
  decidedAt: Date | null;
  decidedById: number | null;
  outcome: "acted" | "dismissed" | null;
  answer: string;
  post: { authorId: number; threadId: number; thread: { boardId: number } };
}

function ofCase({ post, ...row }: CaseRow): DecisionFacts {
  return {
    view: {
      against: { case: row.id },
      kind: "dismissed",
      at: row.decidedAt ?? row.openedAt,
      reason: "",
      note: row.answer,
      postId: row.postId,
      threadId: post.threadId,
      personId: null,
    },
    facts: {
      actedById: row.decidedById,
      concernsId: post.authorId,
      boardId: post.thread.boardId,
    },
    stands: row.outcome === "dismissed",
  };
}
