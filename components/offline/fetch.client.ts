type Room = typeof import("@/components/offline/room.client");

let fetched: Promise<Room> | undefined;

/**
 * What pages do about the network, fetched once and after the page itself, which does not need it.
 * Rejects where there are no service workers, and where it did not arrive.
 */
export async function offlineRoom(): Promise<Room> {
  if (!("serviceWorker" in navigator)) throw new Error("Nothing is kept by this browser.");
  fetched ??= loaded()
    .then(() => import("@/components/offline/room.client"))
    .catch((error) => {
      fetched = undefined;
      throw error;
    });
  return fetched;
}

const loaded = () =>
  new Promise<void>((resolve) => {
    if (document.readyState === "complete") resolve();
    else window.addEventListener("load", () => resolve(), { once: true });
  });
