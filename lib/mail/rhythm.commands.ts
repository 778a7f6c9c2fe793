import { db } from "@/lib/db/client";
import type { Rhythm } from "@/lib/mail/rhythm";
import { unsubscriberOf } from "@/lib/mail/unsubscribe-key";
import { mayChangeSettings } from "@/lib/policy/accounts";
import type { Viewer } from "@/lib/policy/viewer";
import { failure, type Result, success } from "@/lib/result";

/** Sets how often the actor wants mail about what is new. */
export async function setRhythm(actor: Viewer, rhythm: Rhythm): Promise<Result> {
  const decision = mayChangeSettings(actor);
  if (!actor.signedIn || !decision.allowed) return failure("signed-out", "Please sign in first.");
  await write(actor.id, rhythm);
  return success();
}

/** Stops all mail about what is new to whoever has the key of one; done twice, it is done once. */
export async function unsubscribe(key: string | undefined): Promise<Result> {
  const userId = unsubscriberOf(key);
  const gone = failure("missing", "This link to stop mail is not complete.");
  if (userId === null || (await db().user.count({ where: { id: userId } })) === 0) return gone;
  await write(userId, "never");
  return success();
}

async function write(userId: number, rhythm: Rhythm): Promise<void> {
  await db().mailWish.upsert({
    where: { userId },
    create: { userId, rhythm },
    update: { rhythm },
  });
}
