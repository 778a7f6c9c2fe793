type Room = typeof import("@/components/offline/room.client");

let fetched: Promise<Room> | undefined;

/** What pages do about the network, fetched once and after the page itself, which does not need it. */
export function offlineRoom(): Promise<Room> {
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
