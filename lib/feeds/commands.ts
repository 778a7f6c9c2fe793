import { newToken } from "@/lib/accounts/token";
import { db, inTransaction } from "@/lib/db/client";
import type { PrivateFeedKind } from "@/lib/feeds/private.queries";
import type { Viewer } from "@/lib/policy/viewer";
import { failure, type Result, success } from "@/lib/result";

/** Gives the actor a private feed, or the one they have a new address: the old one is gone at once. */
export async function openPrivateFeed(actor: Viewer, kind: PrivateFeedKind): Promise<Result> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in first.");
  const { id: userId } = actor;
  return inTransaction(async (tx) => {
    // Of two forms sent at once one waits, and then replaces what the other made.
    await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
    await tx.privateFeed.deleteMany({ where: { userId, kind } });
    await tx.privateFeed.create({ data: { userId, kind, salt: newToken() } });
    return success();
  });
}

/** Takes the actor's private feed away: nobody is answered at its address any more. */
export async function closePrivateFeed(actor: Viewer, kind: PrivateFeedKind): Promise<Result> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in first.");
  await db().privateFeed.deleteMany({ where: { userId: actor.id, kind } });
  return success();
}
