import { keptReplies } from "@/components/offline/outbox.client";
import { tellWorker } from "@/components/offline/worker.client";

/**
 * Where the browser does not tell the worker that the network is back, the next page that is opened
 * does, and every page that was open.
 *
 * @returns stops that
 */
export function sendWhenOnline(): () => void {
  if (!("serviceWorker" in navigator)) return () => {};
  const send = async () => {
    const author = Number(document.body.dataset.reader);
    const replies = await keptReplies().catch(() => []);
    const waits = replies.some((reply) => reply.author === author && reply.state === "waiting");
    if (waits) tellWorker({ send: true });
  };
  void send();
  window.addEventListener("online", send);
  return () => window.removeEventListener("online", send);
}
