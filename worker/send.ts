/// <reference lib="webworker" />
// Replies that were written without a network, sent when it is back.
import { keptReplies, settleReply } from "@/components/offline/outbox.client";
import { answerSchema } from "@/lib/offline/answer";
import { AUTHOR, settled, type WaitingReply } from "@/lib/offline/waiting";
import { routes } from "@/lib/routes";

/** The next one waits for it (milliseconds). */
const TRIED_FOR = 30_000;

/**
 * Sends what waits, one after the other, and by one worker at a time.
 *
 * @returns whether the forum answered for each
 */
export function sendWaiting(): Promise<boolean> {
  return navigator.locks.request("rejoinder-outbox", async () => {
    const replies = (await keptReplies()).filter(({ state }) => state === "waiting");
    let answered = true;
    for (const reply of replies) answered = (await send(reply)) && answered;
    return answered;
  });
}

async function send(reply: WaitingReply): Promise<boolean> {
  const body = new URLSearchParams({ ...reply.fields, [AUTHOR]: String(reply.author) });
  const signal = AbortSignal.timeout(TRIED_FOR);
  const response = await fetch(routes.waitingReplies(), { method: "POST", body, signal }).catch(
    () => null,
  );
  const answer = answerSchema.safeParse(await response?.json().catch(() => null));
  const outcome =
    response !== null && answer.success ? settled(response.status, answer.data) : null;
  if (outcome === null) return false;
  await settleReply(reply, outcome);
  return true;
}
