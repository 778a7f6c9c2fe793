import { db, inTransaction, isTransientConflict } from "@/lib/db/client";
import { mayBePushed } from "@/lib/policy/push";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { MOST_DEVICES } from "@/lib/push/limits";
import { pushSettings } from "@/lib/push/operator";
import type { NewDevice } from "@/lib/push/schema";
import { endpointAt } from "@/lib/push/services";
import { failure, type Result, success } from "@/lib/result";

const SIGN_IN = failure("signed-out", "Please sign in first.");

/**
 * Has the browser of a session told of what is new, for as long as the session lasts. Sent twice, it is one
 * device; a session has one. A browser in which somebody else is signed in by now is theirs.
 */
export async function addDevice(
  actor: Viewer,
  sessionId: number,
  device: NewDevice,
): Promise<Result> {
  const decision = mayBePushed(actor);
  if (!actor.signedIn || !decision.allowed) return SIGN_IN;
  const set = pushSettings();
  if (set === null) return failure("missing", "This forum sends no push notifications.");
  if (set.publicKey !== device.forumKey)
    return failure("conflict", "The forum has another key by now: reload the page and try again.");
  const endpoint = endpointAt(device.endpoint, set.services);
  if (endpoint === null) return failure("invalid", strangeService(device.endpoint));
  const add = () => addOnce(actor, sessionId, { ...device, endpoint: endpoint.href });
  try {
    return await add();
  } catch (error) {
    // Another session was given the same browser at this moment: this one sees it now.
    if (isTransientConflict(error)) return add();
    throw error;
  }
}

function strangeService(endpoint: string): string {
  const where = URL.canParse(endpoint) ? ` (${new URL(endpoint).hostname.slice(0, 100)})` : "";
  return `This browser takes push notifications at a place${where} that this forum does not know. Its operator can allow it.`;
}

function addOnce(actor: Member, sessionId: number, device: NewDevice): Promise<Result> {
  const { endpoint, publicKey, secret, forumKey } = device;
  return inTransaction(async (tx) => {
    // Of many sent at once none gets past the limit.
    await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${actor.id} FOR NO KEY UPDATE`;
    const sessions = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM sessions WHERE id = ${sessionId} AND user_id = ${actor.id} FOR KEY SHARE`;
    if (sessions.length === 0) return SIGN_IN;
    const known = await tx.pushDevice.findUnique({ where: { endpoint } });
    if (known !== null && known.sessionId !== sessionId) {
      // Whoever only knows its address can't take a device over: the secret never leaves it but to here.
      if (known.publicKey !== publicKey || known.secret !== secret)
        return failure("conflict", "This browser is told already, in another session.");
      await tx.pushDevice.deleteMany({ where: { id: known.id } });
    }
    const others = { userId: actor.id, sessionId: { not: sessionId }, forumKey };
    if ((await tx.pushDevice.count({ where: others })) >= MOST_DEVICES) {
      const message = `You have ${MOST_DEVICES} devices that are told, the most there can be: remove one of them first.`;
      return failure("conflict", message);
    }
    await tx.pushDevice.upsert({
      where: { sessionId },
      create: { userId: actor.id, sessionId, endpoint, publicKey, secret, forumKey },
      update: { endpoint, publicKey, secret, forumKey },
    });
    return success();
  });
}

/** Tells one of the actor's devices nothing more. One that is gone already stays so. */
export async function removeDevice(actor: Viewer, id: number): Promise<Result> {
  const decision = mayBePushed(actor);
  if (!actor.signedIn || !decision.allowed) return SIGN_IN;
  await db().pushDevice.deleteMany({ where: { id, userId: actor.id } });
  return success();
}
