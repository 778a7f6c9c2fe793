import type { Transaction } from "@/lib/db/client";
import type { ModerationBasis, ModerationKind } from "@/lib/moderation/kinds";
import type { Acting } from "@/lib/moderation/wish";

/** What is recorded of an action, beside when it was taken. */
export interface NewAction {
  kind: ModerationKind;
  /** Null for an automatic rule. */
  actorId: number | null;
  /** A thread, a post in it, or a person. */
  on: { threadId: number; postId: number | null } | { userId: number };
  /** The post and all that stands under it; of a person, all of theirs. */
  branch?: boolean;
  ruleId?: number | null;
  /** What everybody may read: never a word of what is hidden. */
  reason: string;
  /** For those alone whom it concerns. */
  note?: string;
  basis?: ModerationBasis;
  until?: Date | null;
  minutes?: number | null;
  fromBoardId?: number | null;
  toBoardId?: number | null;
  otherThreadId?: number | null;
  /** The action that this one takes back. */
  undoesId?: number | null;
  /** Posts that it touches. */
  touched?: number;
}

/** Records an action, in the transaction that takes it; its id is what states point at. */
export async function recordAction(tx: Transaction, { on, ...action }: NewAction): Promise<number> {
  const { id } = await tx.moderationAction.create({
    data: { ...action, ...on },
    select: { id: true },
  });
  return id;
}

/** The same of what a moderator wished for, with what became of it. */
export function recordWish(
  tx: Transaction,
  { actorId, ruleId, reason, note, basis }: Acting,
  done: Omit<NewAction, "actorId" | "ruleId" | "reason" | "note" | "basis">,
): Promise<number> {
  return recordAction(tx, { ...{ actorId, ruleId, reason, note, basis }, ...done });
}
