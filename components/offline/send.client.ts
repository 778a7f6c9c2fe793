import { keptReplies, onOutbox } from "@/components/offline/outbox.client";
import { tellWorker } from "@/components/offline/worker.client";

/** A browser says that it is online before it is: it is tried again, ever more seldom (milliseconds). */
const AGAIN = { first: 4_000, last: 300_000 };

/**
 * Where the browser does not tell the worker that the network is back, every open page does while
 * something of its reader waits, and the next page that is opened.
 */
export function sendWhenOnline(): void {
  let pause = AGAIN.first;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = () => {
    timer ??= setTimeout(send, pause);
  };
  const send = async () => {
    clearTimeout(timer);
    timer = undefined;
    const author = Number(document.body.dataset.reader);
    const replies = await keptReplies().catch(() => []);
    if (!replies.some((reply) => reply.author === author && reply.state === "waiting")) return;
    if (navigator.onLine) tellWorker({ send: true });
    again();
    pause = Math.min(pause * 2, AGAIN.last);
  };
  void send();
  onOutbox(again);
  window.addEventListener("online", () => {
    pause = AGAIN.first;
    void send();
  });
}
