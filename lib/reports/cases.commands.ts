import { withRolesByNow } from "@/lib/accounts/standing.queries";
import { inTransaction, type Transaction } from "@/lib/db/client";
import { mayJudge } from "@/lib/policy/reports";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { type Failure, failure, type Result, success } from "@/lib/result";
import { routes } from "@/lib/routes";

/** A case that is locked for the rest of the transaction. */
export interface LockedCase {
  id: number;
  postId: number;
  openedAt: Date;
  takenById: number | null;
  decidedAt: Date | null;
  post: {
    authorId: number;
    threadId: number;
    parentId: number | null;
    hideActionId: number | null;
    thread: { boardId: number; hideActionId: number | null };
  };
}

/** Runs a moderator's work on a case with its row locked, if the case is theirs to judge. */
export async function onCase<Value>(
  actor: Viewer,
  caseId: number,
  work: (tx: Transaction, found: LockedCase, actor: Member) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in first.");
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM report_cases WHERE id = ${caseId} FOR NO KEY UPDATE`;
    const found = await tx.reportCase.findUnique({ where: { id: caseId }, select: LOCKED });
    if (found === null) return failure("missing", "There is no such case.");
    const { authorId, thread } = found.post;
    // Dismissed or suspended since the session was read: it holds at once.
    const judge = await withRolesByNow(tx, actor);
    const decision = mayJudge(judge, { authorId, boardId: thread.boardId });
    if (!decision.allowed) return failure("denied", decision.why);
    return work(tx, found, judge);
  });
}

const LOCKED = {
  id: true,
  postId: true,
  openedAt: true,
  takenById: true,
  decidedAt: true,
  post: {
    select: {
      authorId: true,
      threadId: true,
      parentId: true,
      hideActionId: true,
      thread: { select: { boardId: true, hideActionId: true } },
    },
  },
} as const;

/** Somebody else decided first: the case's page says who and how. */
export function decidedFirst(caseId: number): Failure {
  const message = "This case was decided already. Nothing was done twice.";
  return failure("conflict", message, {}, routes.reportCase(caseId, "late"));
}

/**
 * Takes a case, so that others see who is at it, or lets go of it. Nobody is kept from deciding.
 *
 * @param from who had it when the form was shown; 0 for nobody
 */
export async function takeCase(
  actor: Viewer,
  { caseId, from, want }: { caseId: number; from: number; want: "take" | "release" },
): Promise<Result> {
  return onCase(actor, caseId, async (tx, found, member) => {
    if (found.decidedAt !== null) return decidedFirst(caseId);
    const holder = found.takenById ?? 0;
    const wished = want === "take" ? member.id : 0;
    if (holder === wished) return success();
    if (holder !== from || (want === "release" && holder !== member.id)) {
      return failure("conflict", "Somebody else has taken this case meanwhile.");
    }
    await tx.reportCase.update({
      where: { id: caseId },
      data: wished === 0 ? { takenById: null, takenAt: null } : TAKEN_BY(wished),
    });
    return success();
  });
}

const TAKEN_BY = (takenById: number) => ({ takenById, takenAt: new Date() });

/** Leaves a note for the other moderators. The same words twice on end are one note. */
export async function noteOnCase(
  actor: Viewer,
  { caseId, text }: { caseId: number; text: string },
): Promise<Result> {
  return onCase(actor, caseId, async (tx, _, member) => {
    const last = await tx.caseNote.findFirst({
      where: { caseId },
      orderBy: { id: "desc" },
      select: { authorId: true, text: true },
    });
    if (last?.authorId === member.id && last.text === text) return success();
    await tx.caseNote.create({ data: { caseId, authorId: member.id, text } });
    return success();
  });
}
