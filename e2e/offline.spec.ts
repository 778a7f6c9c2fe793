import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { expect, makeReply, moderation, type Thread, test, unique, visit } from "./support/test";
import type { Watch } from "./support/watch";
import { replyInPlace } from "./support/writing";

// Reading and writing without a network, by the service worker.

test.use({ serviceWorkers: "allow" });

/** What a browser says for itself about a network that is away. */
const NO_NETWORK =
  /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to (load resource|fetch)|NetworkError/;

/** Opens a page of the forum and waits until the service worker stands behind it. */
async function withWorker(page: Page, watch: Watch): Promise<void> {
  watch.allow(NO_NETWORK);
  await visit(page, "/");
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

const keptPaths = (page: Page) =>
  page.evaluate(async () => {
    const keys = await (await caches.open("rejoinder-pages")).keys();
    return keys.map(({ url }) => new URL(url).pathname);
  });

/** Reads a thread and waits until it is kept. */
async function read(page: Page, { id }: { id: number }): Promise<void> {
  await visit(page, `/t/${id}`);
  await expect.poll(() => keptPaths(page)).toContain(`/t/${id}`);
}

const offline = (page: Page, yes = true) => page.context().setOffline(yes);

/** Answers a thread that is kept, without a network, in its page. @returns the words */
async function answerOffline(page: Page, { id, openingId }: Thread): Promise<string> {
  await read(page, { id });
  await offline(page);
  await visit(page, `/t/${id}`);
  const words = `Written offline: ${unique("words")}.`;
  await (await replyInPlace(page, openingId)).fill(words);
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Waiting to be sent: your answer to")).toBeVisible();
  return words;
}

test("a thread that was read opens without a network, as it was last seen, and says so", async ({
  open,
  thread,
  person,
  watch,
}) => {
  for (const who of [null, await person()]) {
    const [opened, other] = [await thread(), await thread()];
    const words = `Words of ${unique("reply")}.`;
    await makeReply(opened, await person({ name: "ben" }), words);
    const page = await open(who);
    await withWorker(page, watch);
    await read(page, opened);
    await offline(page);
    await page.goto(`/t/${opened.id}`);
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.locator(".offline-note")).toHaveCount(1);
    await expect(
      page.getByText("You are offline: this is how it looked a moment ago."),
    ).toBeVisible();
    await page.goto(`/t/${other.id}`);
    await expect(page.getByText("the page you asked for is not kept here")).toBeVisible();
    await expect(page.locator("body")).not.toContainText(other.title);
    await page.getByRole("link", { name: opened.title }).click();
    await expect(page.getByText(words)).toBeVisible();
    // As soon as the network is back, the forum's own answer is shown.
    await makeReply(opened, await person({ name: "cyd" }), `Since then: ${words}`);
    await offline(page, false);
    await expect(page.locator(".offline-note")).toHaveCount(0);
    await expect(page.getByText(`Since then: ${words}`)).toBeVisible();
  }
});

test("whoever signs out leaves nothing to be read on this device", async ({
  open,
  thread,
  person,
  watch,
}) => {
  const opened = await thread();
  const page = await open(await person());
  await withWorker(page, watch);
  await read(page, opened);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect.poll(() => keptPaths(page)).toEqual([]);
  await offline(page);
  await page.goto(`/t/${opened.id}`);
  await expect(page.getByText("the page you asked for is not kept here")).toBeVisible();
  await expect(page.locator("body")).not.toContainText(opened.title);
});

test("whose session ended elsewhere leaves nothing to whoever reads here next", async ({
  open,
  thread,
  person,
  watch,
}) => {
  const opened = await thread();
  const page = await open(await person());
  await withWorker(page, watch);
  await read(page, opened);
  await page.context().clearCookies();
  const eve = await person({ name: "eve" });
  await eve.signIn(page);
  await visit(page, "/");
  await expect.poll(() => keptPaths(page)).toEqual([]);
});

test("what a moderator hid is gone from what is kept: by the open page, and by the forum's answer", async ({
  open,
  thread,
  person,
  moderator,
  watch,
}) => {
  const secret = unique("secret");
  const [withPost, hidden] = [await thread(), await thread({ text: `All about ${secret}.` })];
  const post = await makeReply(withPost, await person({ name: "ben" }), `A word on ${secret}.`);
  const page = await open(await person());
  await withWorker(page, watch);
  await read(page, hidden);
  const stream = page.waitForResponse((response) => response.url().includes("/live?"));
  await read(page, withPost);
  await stream;
  await moderation("hide", { post }, moderator);
  await expect.poll(() => keptPaths(page)).toEqual([`/t/${hidden.id}`]);
  await moderation("hide", { thread: hidden.id }, moderator);
  // It was still kept when this was asked for: the forum's answer is shown, and not that.
  const answer = await page.goto(`/t/${hidden.id}`);
  expect(answer?.status()).toBe(410);
  await expect(page.locator("body")).not.toContainText(secret);
  await expect.poll(() => keptPaths(page)).toEqual([]);
  await offline(page);
  for (const { id } of [hidden, withPost]) {
    await page.goto(`/t/${id}`);
    await expect(page.locator("body")).not.toContainText(secret);
  }
});

test("a reply written without a network waits, is sent when it is back, and once", async ({
  open,
  thread,
  person,
  watch,
}) => {
  const opened = await thread();
  const ada = await person();
  const page = await open(ada);
  await withWorker(page, watch);
  const words = await answerOffline(page, opened);
  await expect(page.getByText("Your reply waits in this browser")).toBeVisible();
  await offline(page, false);
  const posts = () => db().post.count({ where: { authorId: ada.viewer.id, threadId: opened.id } });
  // The form that it was written in gives way to where it is.
  await page.waitForURL(/#post-\d+$/);
  expect(await posts()).toBe(1);
  await visit(page, `/t/${opened.id}`);
  await expect(page.locator("article").getByText(words)).toBeVisible();
  await expect(page.getByText("Waiting to be sent")).toHaveCount(0);
  await visit(page, "/mine/drafts");
  await expect(page.getByText("This browser keeps no draft.")).toBeVisible();
  expect(await posts()).toBe(1);
});

test("a reply that is refused is told, with all that was typed, and is never sent as somebody else's", async ({
  open,
  thread,
  person,
  moderator,
  watch,
}) => {
  const opened = await thread();
  const [ada, eve] = [await person(), await person({ name: "eve" })];
  const page = await open(ada);
  await withWorker(page, watch);
  const words = await answerOffline(page, opened);
  await moderation("lock", { thread: opened.id }, moderator);
  await page.context().clearCookies();
  await eve.signIn(page);
  await offline(page, false);
  await visit(page, `/t/${opened.id}`);
  await expect(page.locator("body")).not.toContainText(words);
  await page.context().clearCookies();
  await ada.signIn(page);
  await visit(page, "/mine/drafts");
  await expect(page.getByText("Not sent: your answer to")).toBeVisible();
  await expect(page.getByText("This thread is locked").first()).toBeVisible();
  await expect(page.getByText(words).first()).toBeVisible();
  await page.getByRole("button", { name: "Discard", exact: true }).click();
  await expect(page.getByText("Not sent: your answer to")).toHaveCount(0);
  const authorId = { in: [ada.viewer.id, eve.viewer.id] };
  expect(await db().post.count({ where: { threadId: opened.id, authorId } })).toBe(0);
});

test("sent many times at once, a reply that waited makes one post", async ({
  open,
  thread,
  person,
}) => {
  const opened = await thread();
  const ada = await person();
  const { request } = (await open(ada)).context();
  const form = {
    ...{ post: String(opened.openingId), text: "Sent at once.", formKey: crypto.randomUUID() },
    author: String(ada.viewer.id),
  };
  const send = async () => (await request.post("/offline/replies", { form })).json();
  const answers = await Promise.all(Array.from({ length: 5 }, send));
  expect(new Set(answers.map(({ href }) => href)).size).toBe(1);
  expect(await db().post.count({ where: { authorId: ada.viewer.id } })).toBe(1);
});

test("the forum can be installed", async ({ open, request }) => {
  const page = await open(null);
  await page.goto("/");
  const href = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await request.get(href ?? "")).json();
  expect(manifest).toMatchObject({ start_url: "/", scope: "/", display: "standalone" });
  for (const { src } of manifest.icons) expect((await request.get(src)).status(), src).toBe(200);
  for (const { url } of manifest.shortcuts)
    expect((await request.get(url)).status(), url).toBeLessThan(400);
  const worker = await request.get("/sw.js");
  expect(worker.headers()).toMatchObject({ "cache-control": "no-cache" });
});
