/** What a page says to the service worker (worker/main.ts). */
type Word =
  /** The id of a thread of which words were hidden. */
  | { forget: number }
  /** Replies wait, and the network may be back. */
  | { send: true }
  /** Notifications may be shown of what was read or hidden meanwhile. */
  | { tidy: true };

/** Says it to the worker that keeps pages, also where this page did not come through it. */
export function tellWorker(word: Word): void {
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker
    .getRegistration()
    .then((registration) => registration?.active?.postMessage(word))
    .catch(() => {});
}
