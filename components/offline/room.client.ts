import { onLive } from "@/components/live/stream.client";
import { returnWhenOnline } from "@/components/offline/return.client";
import { sendWhenOnline } from "@/components/offline/send.client";
import { tellWorker } from "@/components/offline/worker.client";
import { tidyNotifications } from "@/components/push/tidy.client";
import type { Tidings } from "@/lib/live/tidings";
import { routes } from "@/lib/routes";

// Fetched after the page, and as one file: without a network all of it is there or nothing.
export { keepForLater } from "@/components/offline/keep-reply.client";
export { dropReply } from "@/components/offline/outbox.client";
export { WaitingReplies } from "@/components/offline/WaitingReplies.client";

/** Has threads kept for reading without a network, and what was hidden forgotten. */
export function begin(): void {
  // A browser that refuses has a forum that needs the network, as before.
  navigator.serviceWorker.register(routes.serviceWorker()).catch(() => {});
  returnWhenOnline();
  sendWhenOnline();
  tidyNotifications();
  const thread = document.querySelector<HTMLElement>("[data-thread][data-since]")?.dataset.thread;
  if (thread === undefined) return;
  const forget = () => tellWorker({ forget: Number(thread) });
  onLive("gone", forget);
  onLive("stale", forget);
  onLive("thread", (data) => {
    const tidings: Tidings = JSON.parse(data);
    if (tidings.thread === "gone" || tidings.gone.length + tidings.redacted.length > 0) forget();
  });
}
