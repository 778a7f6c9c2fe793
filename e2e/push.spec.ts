import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { newsOfPosts } from "@/lib/notices/news.commands";
import { addDevice } from "@/lib/push/devices.commands";
import { TestPushService } from "@/scripts/test/push-service";
import { limitedUrl } from "./support/environment";
import {
  deliver,
  hurryPushes,
  isSubscribed,
  pretendToSubscribe,
  shownOn,
  workerOf,
  writeDownNotifications,
} from "./support/push";
import {
  test as base,
  expect,
  makeReply,
  moderation,
  type Person,
  type Thread,
  unique,
  visit,
} from "./support/test";

// What is new, as notifications of a device (e2e/support/push.ts says what is made up of it).

base.use({ serviceWorkers: "allow" });
// There is one place where a push service may listen.
base.describe.configure({ mode: "default" });

const SOON = { timeout: 15_000 };

const service = new TestPushService();

base.beforeAll(async () => {
  await service.start(Number(new URL(process.env.REJOINDER_PUSH_SERVICES ?? "").port));
});
base.afterAll(() => service.stop());
base.beforeEach(() => service.clear());

const SETTINGS = "/settings/notices";

const devices = ({ viewer }: Person) => db().pushDevice.count({ where: { userId: viewer.id } });

/** Opens the forum and waits until the service worker stands behind it. */
async function withWorker(page: Page): Promise<void> {
  await visit(page, "/");
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, SOON);
  await writeDownNotifications(page);
}

/** Somebody who turned push notifications on in their browser, by the button. */
async function turnedOn(page: Page): Promise<void> {
  await pretendToSubscribe(page, service.browser());
  await withWorker(page);
  await visit(page, SETTINGS);
  await page.getByRole("button", { name: "Turn on for this device" }).click();
  await expect(page.getByText("This device is told.")).toBeVisible(SOON);
}

/** A reply to the opening post, told by the job. @returns what is pushed of it */
async function toldReply(opened: Thread, to: Person, by: Person, text: string) {
  const id = await makeReply(opened, by, text);
  await newsOfPosts([id]);
  const where = { userId: to.viewer.id, postId: id };
  const notice = await db().notice.findFirstOrThrow({ where });
  const title = `${by.username} answered you in “${opened.title}”`;
  return { id, payload: { notice: notice.id, thread: opened.id, title, text } };
}

interface Told {
  ada: Person;
  ben: Person;
  opened: Thread;
  page: Page;
}

/** Ada, who opened a thread and is told of what is new on this page's device, and Ben, who answers. */
const test = base.extend<{ told: Told }>({
  told: async ({ open, person, thread }, use) => {
    const [ada, ben] = [await person(), await person({ name: "ben" })];
    const opened = await thread({ author: ada });
    const page = await open(ada);
    await turnedOn(page);
    await use({ ada, ben, opened, page });
  },
});

test("turned on for a device, an answer is pushed to it, and shown; it leads to the post, and is gone when that is read", async ({
  told: { ada, ben, opened, page },
}) => {
  expect(await devices(ada)).toBe(1);
  const { payload } = await toldReply(opened, ada, ben, `No, ${unique("word")}.`);
  await expect
    .poll(async () => {
      await hurryPushes();
      return service.taken.length;
    }, SOON)
    .toBe(1);
  expect(service.wrong).toEqual([]);
  expect(service.taken[0]?.payload).toEqual(payload);
  // Twice, as it may come by a service that is not sure.
  await deliver(page, payload);
  await deliver(page, payload);
  const { title, text: body, notice } = payload;
  await expect.poll(() => shownOn(page), SOON).toEqual([{ title, body, tag: `notice-${notice}` }]);
  await visit(page, `/t/${opened.id}`);
  await expect.poll(() => shownOn(page), SOON).toEqual([]);
});

test("a notification leads to its post: in the tab that shows its thread, or a new one", async ({
  told: { ada, ben, opened, page },
}) => {
  const worker = await workerOf(page.context());
  // Only a person's click may open a window or give it the focus: what was asked for is noted instead.
  await worker.evaluate(() => {
    const scope = self as unknown as ServiceWorkerGlobalScope & { opened: string[] };
    scope.opened = [];
    Object.assign(Object.getPrototypeOf(scope.clients), {
      openWindow: async (address: string) => void scope.opened.push(address),
    });
    Object.assign(WindowClient.prototype, { focus: async () => {} });
  });
  const click = () =>
    worker.evaluate(async () => {
      const scope = self as unknown as ServiceWorkerGlobalScope;
      const [notification] = await scope.registration.getNotifications();
      if (notification === undefined) throw new Error("Nothing is shown.");
      const waitUntil = () => {};
      scope.dispatchEvent(
        Object.assign(new Event("notificationclick"), { notification, waitUntil }),
      );
    });
  const opening = () => worker.evaluate(() => (self as unknown as { opened: string[] }).opened);
  const first = await toldReply(opened, ada, ben, "The first answer.");
  await deliver(page, first.payload);
  await expect.poll(() => shownOn(page), SOON).toHaveLength(1);
  await click();
  await expect.poll(opening, SOON).toEqual([`/notices/${first.payload.notice}`]);
  await expect.poll(() => shownOn(page), SOON).toEqual([]);
  await visit(page, `/t/${opened.id}?sort=new`);
  const second = await toldReply(opened, ada, ben, "The second answer.");
  await deliver(page, second.payload);
  await expect.poll(() => shownOn(page), SOON).toHaveLength(1);
  await click();
  await page.waitForURL(new RegExp(`/t/${opened.id}#post-${second.id}$`), SOON);
  expect(await opening()).toHaveLength(1);
});

test("what was hidden before a push arrived is not shown, and what was shown before it is closed", async ({
  told: { ada, ben, opened, page },
  moderator,
}) => {
  const secret = unique("secret");
  const shown = await toldReply(opened, ada, ben, `Words of ${secret}.`);
  const late = await toldReply(opened, ada, ben, `More words of ${secret}.`);
  await deliver(page, shown.payload);
  await expect.poll(() => shownOn(page), SOON).toHaveLength(1);
  for (const { id } of [shown, late]) await moderation("hide", { post: id }, moderator);
  await deliver(page, late.payload);
  const word = { title: "What was new has been read, or is gone", body: "", tag: "gone" };
  await expect.poll(() => shownOn(page), SOON).toEqual([word]);
});

test("a push that can't be read is a notification all the same", async ({ open, person }) => {
  const page = await open(await person());
  await turnedOn(page);
  for (const data of ["", "{", '{"notice":"1"}']) await deliver(page, data);
  const word = { title: "Something is new for you", body: "", tag: "new" };
  await expect.poll(() => shownOn(page), SOON).toEqual([word]);
});

test("where the forum can't be asked, what was pushed is shown", async ({
  open,
  person,
  watch,
}) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  const page = await open(await person());
  await turnedOn(page);
  await page.context().setOffline(true);
  const payload = { notice: 1, thread: null, title: "ada answered you", text: "No." };
  await deliver(page, payload);
  await expect.poll(() => shownOn(page), SOON).toMatchObject([{ title: payload.title }]);
  await page.context().setOffline(false);
});

test("turned off again, the browser takes nothing more, and the forum sends it nothing", async ({
  told: { ada, ben, opened, page },
}) => {
  expect(await isSubscribed(page)).toBe(true);
  await page.getByRole("button", { name: /^Turn off/ }).click();
  await expect(page.getByRole("button", { name: "Turn on for this device" })).toBeVisible(SOON);
  await expect.poll(() => isSubscribed(page), SOON).toBe(false);
  expect(await devices(ada)).toBe(0);
  await toldReply(opened, ada, ben, "To nobody's device.");
  await hurryPushes();
  await page.waitForTimeout(2_000);
  expect(service.tries).toBe(0);
});

test("whoever signs out has nothing shown here any more, and nothing sent", async ({
  told: { ada, ben, opened, page },
}) => {
  const { payload } = await toldReply(opened, ada, ben, "For ada alone.");
  await deliver(page, payload);
  await expect.poll(() => shownOn(page), SOON).toHaveLength(1);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect.poll(() => shownOn(page), SOON).toEqual([]);
  expect(await devices(ada)).toBe(0);
  // One that was on its way already says nothing of hers to who is here now.
  await deliver(page, payload);
  await expect.poll(() => shownOn(page), SOON).toMatchObject([{ tag: "gone", body: "" }]);
});

test("a browser that refuses is told how to change that, and one whose owner only closes the question may ask again", async ({
  open,
  person,
}) => {
  const ada = await person();
  const refusing = await open(ada);
  await refusing.addInitScript(() => {
    Object.defineProperty(Notification, "permission", { get: () => "denied" });
  });
  await visit(refusing, SETTINGS);
  await expect(refusing.getByText("is set to show no notifications")).toBeVisible();
  await expect(refusing.getByRole("button", { name: /Turn on/ })).toHaveCount(0);
  const closing = await open(ada);
  await pretendToSubscribe(closing, service.browser());
  await closing.addInitScript(() => {
    Notification.requestPermission = async () => "default";
  });
  await visit(closing, SETTINGS);
  await closing.getByRole("button", { name: "Turn on for this device" }).click();
  await expect(closing.getByRole("main").getByRole("alert")).toContainText(
    "You have not allowed it",
  );
  await expect(closing.getByRole("button", { name: "Turn on for this device" })).toBeEnabled();
  expect(await devices(ada)).toBe(0);
});

test("a browser whose push service can't be reached, or is none that the forum knows, says so", async ({
  open,
  person,
  watch,
}) => {
  watch.allow(/400/);
  const ada = await person();
  const page = await open(ada);
  const strange = { ...service.browser(), endpoint: "https://push.example.org/1" };
  await pretendToSubscribe(page, strange);
  await visit(page, SETTINGS);
  await page.getByRole("button", { name: "Turn on for this device" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("(push.example.org)", SOON);
  expect(await isSubscribed(page)).toBe(false);
  await page.evaluate(() => {
    PushManager.prototype.subscribe = () => Promise.reject(new Error("push service error."));
  });
  await page.getByRole("button", { name: "Turn on for this device" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("push service error");
  expect(await devices(ada)).toBe(0);
});

test("a browser that gets another address at its push service tells the forum by itself", async ({
  open,
  person,
}) => {
  const ada = await person();
  const page = await open(ada);
  await turnedOn(page);
  const { endpoint, publicKey, secret } = service.browser();
  const worker = await workerOf(page.context());
  await worker.evaluate(
    (keys) => {
      const scope = self as unknown as ServiceWorkerGlobalScope;
      Object.assign(PushManager.prototype, {
        subscribe: async () => ({ toJSON: () => keys, unsubscribe: async () => true }),
      });
      const waitUntil = () => {};
      scope.dispatchEvent(Object.assign(new Event("pushsubscriptionchange"), { waitUntil }));
    },
    { endpoint, keys: { p256dh: publicKey, auth: secret } },
  );
  const where = { userId: ada.viewer.id };
  await expect
    .poll(
      async () => (await db().pushDevice.findMany({ where })).map((each) => each.endpoint),
      SOON,
    )
    .toEqual([endpoint]);
});

test("without scripts, devices are listed and removed, and what is pushed is chosen", async ({
  open,
  person,
}) => {
  const ada = await person();
  const page = await open(ada, { javaScriptEnabled: false });
  const { id: sessionId } = await db().session.findFirstOrThrow({
    where: { userId: ada.viewer.id },
  });
  const { endpoint, publicKey, secret } = service.browser();
  const forumKey = process.env.REJOINDER_PUSH_PUBLIC_KEY ?? "";
  await addDevice(ada.viewer, sessionId, { endpoint, publicKey, secret, forumKey });
  await page.goto(SETTINGS);
  await expect(page.getByText("takes scripts")).toBeVisible();
  await page.getByRole("checkbox", { name: "A new post in a thread I watch" }).check();
  await page.getByRole("checkbox", { name: "Somebody answers me" }).uncheck();
  await page.getByRole("button", { name: "Save what is pushed" }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("Saved.");
  await expect(page.getByRole("checkbox", { name: "Somebody answers me" })).not.toBeChecked();
  await expect(
    page.getByRole("checkbox", { name: "A new post in a thread I watch" }),
  ).toBeChecked();
  await page.getByRole("button", { name: /^Turn off/ }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("Saved.");
  expect(await devices(ada)).toBe(0);
});

test("where the operator set no keys there is nothing of it", async ({ open, person, watch }) => {
  test.skip(limitedUrl === undefined, "The runner serves no forum without keys.");
  watch.allow(/404/);
  const page = await open(await person());
  await visit(page, `${limitedUrl}${SETTINGS}`);
  await expect(page.getByRole("heading", { name: "Threads you watch" })).toBeVisible();
  await expect(page.getByText(/push/i)).toHaveCount(0);
  const answer = await page.context().request.get(`${limitedUrl}/push/devices`);
  expect(answer.status()).toBe(404);
});
