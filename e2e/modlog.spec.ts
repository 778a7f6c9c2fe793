import { parseAtomFeed } from "feedsmith";
import { db } from "@/lib/db/client";
import { readable } from "./support/looks";
import { expect, makeReply, moderation, test, unique } from "./support/test";

// One after the other: a long log of one of them would push the others' lines off the log of the forum.
test.describe.configure({ mode: "default" });

test("what moderators did can be read by everybody: of the forum, a board and a thread, with links there", async ({
  board,
  moderator,
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  const author = await person();
  const post = await makeReply(opened, author, `Something ${unique("unruly")} was said.`);
  await moderation("lock", { thread: opened.id }, moderator, "Off topic");
  await moderation("hide", { post }, moderator, "Personal attacks");
  for (const javaScriptEnabled of [true, false]) {
    const page = await open(null, { javaScriptEnabled });
    await page.goto("/");
    await page.getByRole("link", { name: "Moderation log" }).click();
    await expect(page).toHaveTitle(/^Moderation log/);
    for (const path of ["/modlog", `/b/${board.slug}/modlog`, `/t/${opened.id}/modlog`]) {
      await page.goto(path);
      const lines = page.getByRole("main").getByRole("listitem");
      const line = lines.filter({ hasText: `post ${post} in ${opened.title}` });
      await expect(line).toContainText(`${moderator.username} hid post ${post} in`);
      await expect(line).toContainText("Reason: Personal attacks");
      await expect(line).not.toContainText(author.username);
      await expect(lines.filter({ hasText: `locked ${opened.title}` })).toContainText("Off topic");
    }
    await page.getByRole("link", { name: `post ${post}`, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/p/${post}$`));
    await expect(page.getByRole("heading", { name: "This post was hidden" })).toBeVisible();
  }
});

test("the log of a hidden thread stays, without its title, but for who may read it", async ({
  board,
  moderator,
  open,
  person,
  thread,
}) => {
  const title = `About ${unique("secret")}`;
  const author = await person();
  const opened = await thread({ author, title });
  await moderation("hide", { thread: opened.id }, moderator, "Spam");
  const paths = [`/t/${opened.id}/modlog`, `/b/${board.slug}/modlog`, "/modlog"];
  const reader = await open(null);
  for (const path of [...paths, ...paths.map((each) => `${each}.atom`)]) {
    const response = await reader.request.get(path);
    expect(response.status(), path).toBe(200);
    const text = await response.text();
    expect(text, path).toContain(board.name);
    expect(text, path).not.toContain(title);
  }
  await reader.goto(paths[0] ?? "");
  await expect(reader.getByRole("main")).toContainText(`hid a thread in ${board.name}`);
  const own = await open(author);
  for (const path of paths) {
    await own.goto(path);
    await expect(own.getByRole("main")).toContainText(`hid ${title}`);
    // Programs that read feeds are told no more than who is signed out, whoever they run for.
    const feed = await own.request.get(`${path}.atom`);
    expect(await feed.text()).not.toContain(title);
  }
});

test("an undone action and the one that undid it lead to each other", async ({
  moderator,
  page,
  thread,
}) => {
  const { id } = await thread();
  const common = { actorId: moderator.viewer.id, threadId: id, reason: "Enough" };
  const lock = await db().moderationAction.create({ data: { ...common, kind: "lock" } });
  const unlock = await db().moderationAction.create({
    data: { ...common, kind: "unlock", undoesId: lock.id },
  });
  await page.goto(`/t/${id}/modlog`);
  await page.getByRole("link", { name: `taken back by action ${unlock.id}` }).click();
  await expect(page.locator(":target")).toContainText(`${moderator.username} unlocked`);
  await page
    .locator(":target")
    .getByRole("link", { name: `took back action ${lock.id}` })
    .click();
  await expect(page.locator(":target")).toContainText(`${moderator.username} locked`);
});

test("a long log is read page by page", async ({ moderator, open, thread }) => {
  const { id } = await thread();
  await db().moderationAction.createMany({
    data: Array.from({ length: 53 }, (_, index) => ({
      ...{ kind: index % 2 === 0 ? ("lock" as const) : ("unlock" as const), threadId: id },
      ...{ actorId: moderator.viewer.id, reason: `Reason number ${index}` },
    })),
  });
  const page = await open(null, { javaScriptEnabled: false });
  await page.goto(`/t/${id}/modlog`);
  const reasons = page.getByRole("main").getByText(/Reason number/);
  await expect(reasons).toHaveCount(50);
  await expect(reasons.first()).toContainText("Reason number 52");
  await page.getByRole("link", { name: "Older actions" }).click();
  await expect(reasons).toHaveCount(3);
  await expect(reasons.last()).toContainText("Reason number 0");
  await expect(page.getByRole("link", { name: "Older actions" })).toHaveCount(0);
  for (const before of ["x", "-1", "0", "99999999999", "1;2"]) {
    await page.goto(`/t/${id}/modlog?before=${before}`);
    await expect(reasons).toHaveCount(50);
  }
});

test("the feed is Atom, which the page names, and is sent again only when something was done", async ({
  board,
  moderator,
  page,
  thread,
}) => {
  const { id, title } = await thread({ title: `<b>Tags</b> & ${unique("ends")}` });
  await moderation("lock", { thread: id }, moderator, "Spam & <more>");
  await page.goto(`/b/${board.slug}/modlog`);
  const named = page.locator('link[type="application/atom+xml"][title="Moderation log"]');
  const address = (await named.getAttribute("href")) ?? "";
  const link = page.getByRole("main").getByRole("link", { name: "Feed" });
  expect(await link.getAttribute("href")).toBe(address);
  const first = await page.request.get(address);
  expect(first.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
  const origin = new URL(page.url()).origin;
  const feed = parseAtomFeed(await first.text());
  expect(feed).toMatchObject({ id: `${origin}${address}`, updated: expect.any(String) });
  expect(feed.links?.[0]).toMatchObject({ rel: "self", href: `${origin}${address}` });
  expect(feed.entries).toHaveLength(1);
  expect(feed.entries?.[0]).toMatchObject({
    title: { value: `${moderator.username} locked ${title}` },
    content: { value: "Reason: Spam & <more>" },
  });
  const linked = feed.entries?.[0]?.links?.[0]?.href ?? "";
  await page.goto(linked);
  await expect(page.locator(":target")).toContainText(`locked ${title}`);

  const { etag = "" } = first.headers();
  const again = await page.request.get(address, { headers: { "if-none-match": etag } });
  expect(again.status()).toBe(304);
  expect(await again.text()).toBe("");
  expect(again.headers().etag).toBe(etag);
  await moderation("unlock", { thread: id }, moderator, "Enough");
  const after = await page.request.get(address, { headers: { "if-none-match": etag } });
  expect(after.status()).toBe(200);
  expect(parseAtomFeed(await after.text()).entries).toHaveLength(2);
  for (const missing of ["/b/no-such-board/modlog.atom", "/t/999999999/modlog.atom"]) {
    expect((await page.request.get(missing)).status()).toBe(404);
  }
});

test("the numbers are a picture, and the same in tables", async ({ moderator, page, thread }) => {
  const { id } = await thread();
  await moderation("lock", { thread: id }, moderator, "Spam");
  await page.goto("/modlog");
  await page.getByRole("link", { name: "Numbers" }).click();
  await expect(page).toHaveTitle(/^Moderation in numbers/);
  const picture = page.getByRole("img", { name: "Reports and actions of each month" });
  const described = await picture.locator("desc").textContent();
  const table = page.getByRole("table", { name: "Month by month" });
  const newest = table.getByRole("row").nth(1);
  const month = (await newest.getByRole("rowheader").textContent()) ?? "";
  const [reports, actions] = await newest.getByRole("cell").allTextContents();
  expect(Number(actions)).toBeGreaterThan(0);
  expect(described).toContain(`${month}: ${reports} reports, ${actions} actions.`);
  await expect(page.getByRole("table", { name: "Actions by kind" })).toContainText("Locked");
});

test("log, numbers and rules are readable, wide and on a phone, light and dark", async ({
  board,
  moderator,
  page,
  thread,
}) => {
  const long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten".repeat(2);
  const opened = await thread({ title: long });
  await moderation("lock", { thread: opened.id }, moderator, long);
  const paths = [`/b/${board.slug}/modlog`, `/t/${opened.id}/modlog`, "/modlog/numbers", "/rules"];
  await readable(page, paths);
});
