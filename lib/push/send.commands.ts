import { z } from "zod";
import { db, inTransaction } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/commands";
import type { JobPayload } from "@/lib/jobs/schema";
import { composePush } from "@/lib/push/compose.queries";
import { PUSH_QUEUE } from "@/lib/push/notices.commands";
import { type PushSettings, pushSettings } from "@/lib/push/operator";
import { tagOf } from "@/lib/push/payload";
import { PUSH_LIFE, waitBefore } from "@/lib/push/retry";
import { handOver } from "@/lib/push/service";

/** How many are handed over at the same time. */
const AT_ONCE = 10;

/**
 * The job that sends pushes. Whoever claims one is the only one to send it; then it is marked as done. To be
 * killed between the push service's "yes" and that mark is the one way for a push to go out twice: with
 * the same topic and tag, so that it takes the place of the first.
 *
 * @throws where somebody else has some of them, or died while sending: the job is tried again
 */
export async function sendPushes({ pushes }: JobPayload<"send-pushes">): Promise<void> {
  const set = pushSettings();
  if (set === null) return;
  for (let from = 0; from < pushes.length; from += AT_ONCE) {
    const together = pushes.slice(from, from + AT_ONCE);
    const sent = await Promise.allSettled(together.map((id) => sendPush(set, id)));
    const failed = sent.find((each) => each.status === "rejected");
    if (failed !== undefined) throw failed.reason;
  }
  const claimed = { id: { in: pushes }, doneAt: null, claimedUntil: { not: null } };
  if ((await db().push.count({ where: claimed })) > 0)
    throw new Error("Somebody else is just sending some of these.");
}

async function sendPush(set: PushSettings, id: number): Promise<void> {
  const push = await claim(id);
  if (push === null) return;
  if (!push.signedIn) return done(id, "The session of this device has ended.");
  if (push.forumKey !== set.publicKey) return done(id, "The device was given another key.");
  if (push.age >= PUSH_LIFE) return done(id, "It could not be sent in time.");
  const composed = await composePush(push.userId, push.noticeId);
  if (composed === null)
    return done(id, "What it was about was read by then, or is not to be seen.");
  const { payload, urgency } = composed;
  const outcome = await handOver(set, push, {
    ...{ text: JSON.stringify(payload), topic: tagOf(push.noticeId), urgency },
    life: PUSH_LIFE - push.age,
  });
  if (outcome.is === "taken") return done(id, null);
  if (outcome.is === "refused") return done(id, outcome.problem);
  if (outcome.is === "gone") return forget(push);
  const wait = waitBefore(push.attempts, push.age, outcome.asked);
  if (wait === null) return done(id, outcome.problem);
  await later(id, wait, outcome.problem);
}

const claimedPush = z.object({
  ...{ noticeId: z.int(), attempts: z.int(), deviceId: z.int(), userId: z.int() },
  ...{ endpoint: z.string(), publicKey: z.string(), secret: z.string(), forumKey: z.string() },
  /** Whether the session in which the device was added is still there. */
  signedIn: z.boolean(),
  /** Of the push, in milliseconds. */
  age: z.number(),
});

type ClaimedPush = z.infer<typeof claimedPush>;

/** By the clock of the database alone, also for when it is to be tried again. A claim outlasts any sending. */
async function claim(id: number): Promise<ClaimedPush | null> {
  const rows = await db().$queryRaw<unknown[]>`
    UPDATE pushes p SET claimed_until = now() + interval '1 minute'
      FROM push_devices d JOIN sessions s ON s.id = d.session_id
     WHERE p.id = ${id} AND d.id = p.device_id AND p.done_at IS NULL
       AND (p.claimed_until IS NULL OR p.claimed_until < now())
       AND (p.retry_at IS NULL OR p.retry_at <= now())
    RETURNING p.notice_id AS "noticeId", p.attempts, d.id AS "deviceId", d.user_id AS "userId",
              d.endpoint, d.public_key AS "publicKey", d.secret, d.forum_key AS "forumKey",
              s.expires > now() AS "signedIn",
              (extract(epoch FROM now() - p.created_at) * 1000)::float8 AS age`;
  return rows[0] === undefined ? null : claimedPush.parse(rows[0]);
}

/** Sent, or given up: then with the reason. */
async function done(id: number, problem: string | null): Promise<void> {
  await db().push.updateMany({
    where: { id },
    data: { doneAt: new Date(), claimedUntil: null, problem },
  });
}

/** There is no such browser any more; unless it has another address by now. */
async function forget({ deviceId, endpoint }: ClaimedPush): Promise<void> {
  await db().pushDevice.deleteMany({ where: { id: deviceId, endpoint } });
}

/** @param wait milliseconds */
async function later(id: number, wait: number, problem: string): Promise<void> {
  await inTransaction(async (tx) => {
    const rows = await tx.$queryRaw<{ retryAt: Date }[]>`
      UPDATE pushes SET attempts = attempts + 1, claimed_until = NULL, problem = ${problem},
             retry_at = now() + ${wait}::float8 * interval '1 millisecond'
       WHERE id = ${id} RETURNING retry_at AS "retryAt"`;
    const [row] = rows;
    // Its device may be gone meanwhile, and it with that.
    if (row === undefined) return;
    const options = { queue: PUSH_QUEUE, key: `push:${id}`, runAt: row.retryAt };
    await enqueue(tx, "send-pushes", { pushes: [id] }, options);
  });
}
