import { onLive } from "@/components/live/stream.client";
import { tellWorker } from "@/components/offline/worker.client";
import type { Tidings } from "@/lib/live/tidings";

/**
 * Has notifications closed of what is read on this page, or elsewhere, or was hidden in the thread that it
 * shows; where there can be any.
 */
export function tidyNotifications(): void {
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  const tidy = () => tellWorker({ tidy: true });
  tidy();
  onLive("notices", tidy);
  onLive("gone", tidy);
  onLive("thread", (data) => {
    const { thread, gone }: Tidings = JSON.parse(data);
    if (thread === "gone" || gone.length > 0) tidy();
  });
}
