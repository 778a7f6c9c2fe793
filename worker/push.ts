/// <reference lib="webworker" />
// What is new, as notifications of this device (docs/decisions/0019-web-push.md).
import { threadOf } from "@/lib/offline/kept";
import { MOST_STANDING } from "@/lib/push/limits";
import { type PushPayload, payloadSchema, tagOf } from "@/lib/push/payload";
import { standingSchema } from "@/lib/push/standing";
import { subscriptionFields } from "@/lib/push/subscription";
import { routes } from "@/lib/routes";

declare const self: ServiceWorkerGlobalScope;

/** The forum is asked before a notification is shown, for no longer than this (milliseconds). */
const ASKED_FOR = 3_000;

const LOOKS = { icon: "/icons/192.png", lang: "en" };

/**
 * Shows what was pushed, unless the forum says that it was read or hidden since, or is not for who is signed
 * in here by now. Browsers demand that something is shown for each push: then it is a word that says so.
 */
export async function showPush(data: PushMessageData | null): Promise<void> {
  const payload = payloadIn(data);
  const shown = await tidy(payload === null ? [] : [payload.notice]);
  if (payload === null) {
    await self.registration.showNotification("Something is new for you", { ...LOOKS, tag: "new" });
    return;
  }
  if (shown !== null && !shown.includes(payload.notice)) {
    const title = "What was new has been read, or is gone";
    await self.registration.showNotification(title, { ...LOOKS, tag: "gone", silent: true });
    return;
  }
  const { title, text: body } = payload;
  const tag = tagOf(payload.notice);
  await self.registration.showNotification(title, { ...LOOKS, body, tag, data: payload });
}

function payloadIn(data: PushMessageData | null): PushPayload | null {
  try {
    return payloadSchema.parse(data?.json());
  } catch {
    return null;
  }
}

/**
 * Closes what is shown and is not to be shown any more.
 *
 * @param more notices to ask about that are not shown yet
 * @returns those that are to be shown, or null where the forum did not say
 */
export async function tidy(more: readonly number[] = []): Promise<number[] | null> {
  const notifications = await self.registration.getNotifications();
  const shown = notifications.flatMap((notification) => {
    const payload = payloadSchema.safeParse(notification.data);
    return payload.success ? [{ notification, notice: payload.data.notice }] : [];
  });
  const asked = [...more, ...shown.map(({ notice }) => notice)].slice(0, MOST_STANDING);
  if (asked.length === 0) return [];
  const standing = await standingOf(asked);
  if (standing === null) return null;
  for (const { notification, notice } of shown)
    if (asked.includes(notice) && !standing.includes(notice)) notification.close();
  return standing;
}

async function standingOf(notices: readonly number[]): Promise<number[] | null> {
  const signal = AbortSignal.timeout(ASKED_FOR);
  const response = await fetch(routes.pushStanding(notices), { cache: "no-store", signal }).catch(
    () => null,
  );
  if (!response?.ok) return null;
  const answer = standingSchema.safeParse(await response.json().catch(() => null));
  return answer.success ? answer.data.standing : null;
}

/** Leads to what a notification is about: in a tab that shows its thread, or a new one. */
export async function openNotification(notification: Notification): Promise<void> {
  notification.close();
  const payload = payloadSchema.safeParse(notification.data);
  if (!payload.success) {
    await self.clients.openWindow(routes.notices());
    return;
  }
  const { notice, thread } = payload.data;
  const address = routes.notice(notice);
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const tab = tabs.find(({ url }) => thread !== null && threadOf(new URL(url)) === thread);
  if (tab === undefined) {
    await self.clients.openWindow(address);
    return;
  }
  await tab.focus().catch(() => {});
  // A tab that was opened before there was a worker can't be led elsewhere by one.
  await tab.navigate(address).catch(() => self.clients.openWindow(address));
}

/** Somebody signs in or out here: nothing of theirs is shown, and nothing more is taken for them. */
export async function endPush(): Promise<void> {
  for (const notification of await self.registration.getNotifications()) notification.close();
  const subscription = await self.registration.pushManager?.getSubscription();
  await subscription?.unsubscribe();
}

/** What TypeScript does not know of the event (Push API, §10.5). */
interface SubscriptionChange extends ExtendableEvent {
  newSubscription?: PushSubscription | null;
  oldSubscription?: PushSubscription | null;
}

/** The browser gave up its address at the push service: the forum is told the new one. */
export async function renewSubscription(event: SubscriptionChange): Promise<void> {
  const answer = await fetch(routes.pushDevices(), { cache: "no-store" });
  const { forumKey } = (await answer.json()) as { forumKey?: string };
  if (forumKey === undefined) return;
  const subscription =
    event.newSubscription ??
    (await self.registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: forumKey,
    }));
  const body = new URLSearchParams(subscriptionFields(subscription.toJSON(), forumKey));
  const taken = await fetch(routes.pushDevices(), { method: "POST", body });
  if (!taken.ok) await subscription.unsubscribe();
}
