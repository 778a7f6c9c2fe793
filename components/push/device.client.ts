import { subscriptionFields } from "@/lib/push/subscription";
import { routes } from "@/lib/routes";

// This browser as a device that is told: asked, subscribed, and made known to the forum.

/**
 * How it stands with this browser. `unable`: it takes none, or not from here. `refused`: its owner, or it
 * by itself, said no for this forum. `silent`: it takes none at present. `ready`: it takes them.
 */
export type BrowserState = "unable" | "refused" | "silent" | "ready";

/** A worker that is not there by then does not come (milliseconds). */
const WORKER_AWAITED = 10_000;

/** @param forumKey of which messages are taken */
export async function stateOfBrowser(forumKey: string): Promise<BrowserState> {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window))
    return "unable";
  if (Notification.permission === "denied") return "refused";
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  if (!subscription || Notification.permission !== "granted") return "silent";
  return hasKey(subscription, forumKey) ? "ready" : "silent";
}

/**
 * Asks whoever sits here, subscribes at the browser's push service and tells the forum.
 *
 * @returns a sentence that says what went wrong; null where nothing did
 */
export async function turnOn(forumKey: string): Promise<string | null> {
  const permission = await Notification.requestPermission();
  if (permission === "denied") return REFUSED;
  if (permission !== "granted") return "You have not allowed it, so nothing was changed.";
  let subscription: PushSubscription;
  try {
    subscription = await subscribe(forumKey);
  } catch (error) {
    return `This browser could not be reached for push notifications: ${(error as Error).message}`;
  }
  const body = new URLSearchParams(subscriptionFields(subscription.toJSON(), forumKey));
  const response = await fetch(routes.pushDevices(), { method: "POST", body }).catch(() => null);
  if (response?.ok) return null;
  await subscription.unsubscribe().catch(() => {});
  const answer = await response?.json().catch(() => null);
  return answer?.message ?? "The forum did not answer: check your connection and try again.";
}

export const REFUSED =
  "This browser is set to show no notifications of this forum. Allow them in its settings for this page, then reload it.";

async function subscribe(forumKey: string): Promise<PushSubscription> {
  await navigator.serviceWorker.register(routes.serviceWorker());
  const { pushManager } = await Promise.race([navigator.serviceWorker.ready, tooLate()]);
  const present = await pushManager.getSubscription();
  if (present !== null && !hasKey(present, forumKey)) await present.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: forumKey });
}

const tooLate = () =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("its service worker did not start.")), WORKER_AWAITED);
  });

/** Whether a subscription is for messages of this key; a browser that does not say is believed. */
function hasKey({ options }: PushSubscription, forumKey: string): boolean {
  const bytes = options?.applicationServerKey;
  if (!bytes) return true;
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "") === forumKey;
}

/** Has the browser take no more of them: the forum is told by its own form. */
export async function turnOff(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  await (await registration?.pushManager?.getSubscription())?.unsubscribe();
}
