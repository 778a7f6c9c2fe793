import "./environment";
import type { BrowserContext, Page, Worker } from "@playwright/test";
import { db } from "@/lib/db/client";
import type { PushPayload } from "@/lib/push/payload";
import type { TestBrowser } from "@/scripts/test/push-service";

// Push notifications without the push service of a browser's maker, which can't be reached from here: what
// a browser says of its subscription is made up in its `PushManager`, and what it would be handed comes by
// the protocol of its developer tools. All between is the forum's own, from the page to the notification.

/** The part of a subscription that is made up, kept so that it outlives a page. */
const STORED = "made-up-subscription";

/** Has the page's browser subscribe as this one, which takes messages at a test's push service. */
export async function pretendToSubscribe(page: Page, browser: TestBrowser): Promise<void> {
  await page.addInitScript(
    ({ stored, endpoint, keys }) => {
      const made = (options: unknown) => ({
        ...{ endpoint, options: {}, toJSON: () => ({ endpoint, keys }), given: options },
        unsubscribe: async () => {
          localStorage.removeItem(stored);
          return true;
        },
      });
      Object.assign(PushManager.prototype, {
        subscribe: async (options: { applicationServerKey: string; userVisibleOnly: boolean }) => {
          if (!options.userVisibleOnly || options.applicationServerKey.length !== 87)
            throw new Error("Not what browsers accept.");
          localStorage.setItem(stored, "yes");
          return made(options);
        },
        getSubscription: async () => (localStorage.getItem(stored) === null ? null : made({})),
      });
    },
    {
      stored: STORED,
      endpoint: browser.endpoint,
      keys: { p256dh: browser.publicKey, auth: browser.secret },
    },
  );
}

/** Whether the browser believes that it is subscribed. */
export const isSubscribed = (page: Page) =>
  page.evaluate((stored) => localStorage.getItem(stored) !== null, STORED);

/** Pushes that wait for a while are due now. */
export async function hurryPushes(): Promise<void> {
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs j SET run_at = now()
      FROM graphile_worker._private_tasks t
     WHERE t.id = j.task_id AND t.identifier IN ('push-notices', 'send-pushes') AND j.run_at > now()`;
}

/** Hands the service worker a push, as the browser does. */
export async function deliver(page: Page, payload: PushPayload | string): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  const known = new Promise<string>((resolve) => {
    tools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [registration] = registrations.filter(({ isDeleted }) => !isDeleted);
      if (registration !== undefined) resolve(registration.registrationId);
    });
  });
  await tools.send("ServiceWorker.enable");
  const data = typeof payload === "string" ? payload : JSON.stringify(payload);
  const { origin } = new URL(page.url());
  await tools.send("ServiceWorker.deliverPushMessage", {
    ...{ origin, registrationId: await known, data },
  });
  await tools.detach();
}

/** The notifications that are shown. */
export const shownOn = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const notifications = (await registration?.getNotifications()) ?? [];
    return notifications.map(({ title, body, tag }) => ({ title, body, tag }));
  });

/** The service worker, to do there what only a person or the browser does. */
export async function workerOf(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent("serviceworker");
}
