import { db } from "@/lib/db/client";
import { pushSettings } from "@/lib/push/operator";

const DAY = 24 * 60 * 60 * 1000;

/** How long it is remembered what was pushed, in milliseconds. */
export const PUSHES_KEPT = 30 * DAY;

/** The daily job that takes away what was pushed long ago, and devices that can't be told any more. */
export async function sweepPushes(now = new Date()): Promise<void> {
  const old = new Date(now.getTime() - PUSHES_KEPT);
  await db().push.deleteMany({ where: { createdAt: { lt: old } } });
  const set = pushSettings();
  const otherKey = set === null ? [] : [{ forumKey: { not: set.publicKey } }];
  await db().pushDevice.deleteMany({
    where: { OR: [{ session: { expires: { lte: now } } }, ...otherKey] },
  });
}
