import { db } from "@/lib/db/client";
import { mayBePushed } from "@/lib/policy/push";
import type { Viewer } from "@/lib/policy/viewer";
import type { PushWishes } from "@/lib/push/wishes";
import { failure, type Result, success } from "@/lib/result";

/** Saves which notices the actor wants pushed. */
export async function setPushWishes(actor: Viewer, wishes: PushWishes): Promise<Result> {
  const decision = mayBePushed(actor);
  if (!actor.signedIn || !decision.allowed) return failure("signed-out", "Please sign in first.");
  await db().pushWish.upsert({
    where: { userId: actor.id },
    create: { userId: actor.id, ...wishes },
    update: wishes,
  });
  return success();
}
