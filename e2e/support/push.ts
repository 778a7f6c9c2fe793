import "./environment";
import type { BrowserContext, Page, Worker } from "@playwright/test";
import { db } from "@/lib/db/client";
import type { PushPayload } from "@/lib/push/payload";
import type { TestBrowser } from "@/scripts/test/push-service";

// Push notifications without the push service of a browser's maker, which can't be reached from here, and in
// a browser without a screen, which shows none: what it says of its subscription and of its owner's
// permission is made up, it is handed messages by the protocol of its developer tools, and what its service
// worker has it show is written down. All between is the forum's own.

/** The part of a subscription that is made up, kept so that it outlives a page. */
const STORED = "made-up-subscription";

/**
 * Has the page's browser subscribe as this one, which takes messages at a test's push service, and its owner
 * allow it.
 */
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
      Object.defineProperty(Notification, "permission", { get: () => "granted" });
      Notification.requestPermission = async () => "granted";
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

/** Has the service worker write down what it has the browser show. */
export async function writeDownNotifications(page: Page): Promise<void> {
  const worker = await workerOf(page.context());
  await worker.evaluate(() => {
    const shown: { tag: string }[] = [];
    const close = (one: { tag: string }) => {
      const place = shown.indexOf(one);
      if (place !== -1) shown.splice(place, 1);
    };
    Object.assign(ServiceWorkerRegistration.prototype, {
      showNotification: async (
        title: string,
        { body = "", tag = "", data }: NotificationOptions = {},
      ) => {
        // One of the same tag is put in the place of what is shown.
        const before = shown.find((each) => each.tag === tag);
        if (before !== undefined) close(before);
        const notification = { title, body, tag, data, close: () => close(notification) };
        shown.push(notification);
      },
      getNotifications: async () => [...shown],
    });
  });
}

/** The notifications that are shown. */
export async function shownOn(page: Page) {
  const worker = await workerOf(page.context());
  return worker.evaluate(async () => {
    const { registration } = self as unknown as ServiceWorkerGlobalScope;
    const notifications = await registration.getNotifications();
    return notifications.map(({ title, body, tag }) => ({ title, body, tag }));
  });
}

/** The service worker, to do there what only a person or the browser does. */
export async function workerOf(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent("serviceworker");
}
