import type { DebateFacts } from "@/lib/policy/debate";
import type { PostFacts } from "@/lib/policy/visibility";

/** The columns of a thread that decide what may be seen and done, for a Prisma `select`. */
export const THREAD_FACTS = {
  id: true,
  authorId: true,
  boardId: true,
  hideActionId: true,
  lockActionId: true,
} as const;

/** The same of a post, with its thread. */
export const POST_FACTS = {
  id: true,
  parentId: true,
  threadId: true,
  authorId: true,
  hideActionId: true,
  deletedAt: true,
  thread: { select: THREAD_FACTS },
} as const;

export interface ThreadFactsRow {
  authorId: number;
  boardId: number;
  hideActionId: number | null;
  lockActionId: number | null;
}

export interface PostFactsRow {
  authorId: number;
  hideActionId: number | null;
  deletedAt: Date | null;
  thread: ThreadFactsRow;
}

export function threadFacts(row: ThreadFactsRow): DebateFacts {
  return {
    authorId: row.authorId,
    boardId: row.boardId,
    hidden: row.hideActionId !== null,
    locked: row.lockActionId !== null,
  };
}

export function postFacts(row: PostFactsRow): PostFacts {
  return {
    authorId: row.authorId,
    hidden: row.hideActionId !== null,
    deleted: row.deletedAt !== null,
    thread: threadFacts(row.thread),
  };
}
