import { restrictionBy } from "@/lib/accounts/standing.queries";
import { usernameKey } from "@/lib/accounts/username";
import { inTransaction, type Transaction } from "@/lib/db/client";
import { mayAdminister, mayDismissAdmin } from "@/lib/policy/accounts";
import type { Viewer } from "@/lib/policy/viewer";
import { failure, fieldFailure, type Result, success } from "@/lib/result";

/** Whose role was changed. */
export interface Named {
  username: string;
}

/** Makes somebody a moderator of a board. Done twice, it is done once. */
export async function appointModerator(
  actor: Viewer,
  { boardId, username }: { boardId: number; username: string },
): Promise<Result<Named>> {
  return asAdmin(actor, async (tx) => {
    const board = await tx.board.findUnique({ where: { id: boardId }, select: { id: true } });
    if (board === null) return failure("missing", "There is no such board.");
    const person = await accountOf(tx, username);
    if (!person.ok) return person;
    const userId = person.value.id;
    await tx.boardModerator.createMany({ data: [{ boardId, userId }], skipDuplicates: true });
    return success({ username: person.value.username });
  });
}

/** Takes the moderation of a board from somebody. */
export async function dismissModerator(
  actor: Viewer,
  { boardId, userId }: { boardId: number; userId: number },
): Promise<Result> {
  return asAdmin(actor, async (tx) => {
    await tx.boardModerator.deleteMany({ where: { boardId, userId } });
    return success();
  });
}

/** Makes somebody an admin of the forum. */
export async function appointAdmin(
  actor: Viewer,
  { username }: { username: string },
): Promise<Result<Named>> {
  return asAdmin(actor, async (tx) => {
    const person = await accountOf(tx, username);
    if (!person.ok) return person;
    await tx.user.update({ where: { id: person.value.id }, data: { role: "admin" } });
    return success({ username: person.value.username });
  });
}

/** Makes an admin, possibly the actor, a member again; never the last one. */
export async function dismissAdmin(actor: Viewer, { userId }: { userId: number }): Promise<Result> {
  return asAdmin(actor, async (tx, adminIds) => {
    if (!adminIds.includes(userId)) return success();
    const decision = mayDismissAdmin(actor, adminIds.length);
    if (!decision.allowed) return failure("denied", decision.why);
    await tx.user.update({ where: { id: userId }, data: { role: "member" } });
    return success();
  });
}

/**
 * Runs an admin's work with the admins' rows locked. The session may be older than a dismissal:
 * whoever is no admin any more by now is refused.
 */
async function asAdmin<Value>(
  actor: Viewer,
  work: (tx: Transaction, adminIds: readonly number[]) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const decision = mayAdminister(actor);
  if (!decision.allowed) return failure(actor.signedIn ? "denied" : "signed-out", decision.why);
  return inTransaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM users WHERE role = 'admin' ORDER BY id FOR UPDATE`;
    const adminIds = rows.map((row) => row.id);
    if (!actor.signedIn || !adminIds.includes(actor.id)) {
      return failure("denied", "You are no admin of this forum any more.");
    }
    return work(tx, adminIds);
  });
}

/**
 * The account of a name. An imported name can't sign in, and so can't hold a role; nor can somebody who
 * may not write, and whom nobody could act on any more.
 */
async function accountOf(
  tx: Transaction,
  username: string,
): Promise<Result<{ id: number; username: string }>> {
  const person = await tx.user.findUnique({
    where: { usernameKey: usernameKey(username) },
    select: { id: true, username: true, passwordHash: true, restrictActionId: true },
  });
  if (person === null) return fieldFailure("missing", "username", "Nobody here has this name.");
  if (person.passwordHash === null) {
    const message = "This name came with an import: nobody can sign in by it.";
    return fieldFailure("invalid", "username", message);
  }
  const { id, restrictActionId } = person;
  if (restrictActionId !== null && (await restrictionBy(tx, restrictActionId, id)) !== null) {
    const message = "This person is suspended or banned: lift that first.";
    return fieldFailure("conflict", "username", message);
  }
  return success({ id, username: person.username });
}
