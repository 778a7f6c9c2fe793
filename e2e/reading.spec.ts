import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { hotRank } from "@/lib/threads/ranking";
import { depthEight, longWords } from "./support/examples";
import { noSidewaysScroll } from "./support/looks";
import {
  type Author,
  type Board,
  edit,
  expect,
  makeReply,
  makeThread,
  remove,
  test,
  unique,
  visit,
  vote,
} from "./support/test";

/** The titles of a list of threads, in the order in which they are read. */
async function titles(page: Page): Promise<string[]> {
  const lines = page.getByRole("main").getByRole("list").first().getByRole("listitem");
  return Promise.all((await lines.all()).map((line) => line.getByRole("link").first().innerText()));
}

const DAY = 24 * 3_600_000;

/** Makes a thread look as if it had been opened some days ago. */
async function backdate(id: number, days: number): Promise<void> {
  const createdAt = new Date(Date.now() - days * DAY);
  const { score } = await db().thread.findUniqueOrThrow({ where: { id } });
  const hot = { hotRank: hotRank(score, createdAt) };
  await db().thread.update({ where: { id }, data: { createdAt, lastPostAt: createdAt, ...hot } });
  await db().post.updateMany({ where: { threadId: id }, data: { createdAt } });
}

/** Three threads that each order puts in another order. */
async function threeThreads(board: Board, author: Author, voters: Author[]) {
  const make = (title: string) => makeThread({ board, author, title: unique(title) });
  const loved = await make("Loved");
  const [first, ...others] = voters;
  for (const voter of voters) await vote(loved.openingId, voter, 1);
  await backdate(loved.id, 3);
  const talked = await make("Talked about");
  await backdate(talked.id, 2);
  if (first) await makeReply(talked, first);
  const fresh = await make("Fresh");
  for (const voter of others.slice(0, 1)) await vote(fresh.openingId, voter, 1);
  await backdate(fresh.id, 1);
  await db().thread.update({ where: { id: talked.id }, data: { lastPostAt: new Date() } });
  return { loved: loved.title, talked: talked.title, fresh: fresh.title };
}

test("hot, new, top and active each have their order", async ({ board, page, person }) => {
  const voters = [await person(), await person()];
  const { loved, talked, fresh } = await threeThreads(board, await person(), voters);
  const orders = {
    hot: [fresh, talked, loved],
    new: [fresh, talked, loved],
    top: [loved, fresh, talked],
    active: [talked, fresh, loved],
  };
  await page.goto(`/b/${board.slug}`);
  for (const [order, expected] of Object.entries(orders)) {
    const tab = page.getByRole("navigation", { name: "Order" }).getByRole("link", { name: order });
    await tab.click();
    await expect(tab).toHaveAttribute("aria-current", "page");
    expect(await titles(page), order).toEqual(expected);
  }
});

test("the front page has the threads of all boards, with the facts of each", async ({
  board,
  page,
  person,
  thread,
}) => {
  const opened = await thread();
  const reply = await makeReply(opened, await person(), "> the beginning of a debate\n\nSo it is.");
  await vote(opened.openingId, await person(), 1);
  await page.goto("/");
  for (const order of ["top", "hot", "active", "new"]) {
    const tab = page.getByRole("navigation", { name: "Order" }).getByRole("link", { name: order });
    await tab.click();
    await expect(tab).toHaveAttribute("aria-current", "page");
  }
  const line = page.getByRole("listitem").filter({ hasText: opened.title });
  for (const fact of [
    board.name,
    opened.author.viewer.username,
    "just now",
    "1 reply",
    "1 quote",
  ]) {
    await expect(line).toContainText(fact);
  }
  await line.getByRole("link", { name: "1 reply" }).click();
  await expect(page.locator(`#post-${reply}`)).toBeVisible();
});

test("More threads goes on where the page ended, until all were seen once", async ({
  board,
  page,
  person,
}) => {
  const author = await person();
  const made: string[] = [];
  for (let n = 0; n < 65; n += 1) {
    const { id, title } = await makeThread({ board, author });
    made.push(title);
    // Long ago, and several in one moment, so that other tests' pages are not filled with them.
    await backdate(id, 3000 - Math.floor(n / 3));
  }
  for (const order of ["hot", "new", "top", "active"]) {
    const seen: string[] = [];
    await page.goto(order === "hot" ? `/b/${board.slug}` : `/b/${board.slug}/${order}`);
    const more = page.getByRole("link", { name: "More threads" });
    for (;;) {
      seen.push(...(await titles(page)));
      if ((await more.count()) === 0) break;
      expect(seen.length % 30, order).toBe(0);
      await more.click();
      await expect(page).toHaveURL(/after=.*/);
    }
    expect(seen, order).toHaveLength(65);
    expect([...seen].sort(), order).toEqual([...made].sort());
  }
});

test("the list of boards leads to each board, which says what belongs there", async ({
  board,
  page,
  thread,
}) => {
  const opened = await thread();
  await page.goto("/");
  await page.getByRole("link", { name: "Boards" }).click();
  const line = page.getByRole("listitem").filter({ hasText: board.name });
  await expect(line).toContainText("1 thread");
  await line.getByRole("link", { name: board.name }).click();
  await expect(page).toHaveURL(`/b/${board.slug}`);
  await expect(page.getByRole("heading", { name: board.name, level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: opened.title })).toBeVisible();
});

test("replies are sorted by best, new and old", async ({ page, person, thread }) => {
  const opened = await thread();
  const [author, voter, other] = [await person(), await person(), await person()];
  const ids: number[] = [];
  for (const text of ["first", "second", "third"]) ids.push(await makeReply(opened, author, text));
  const [first = 0, second = 0, third = 0] = ids;
  await vote(second, voter, 1);
  await vote(second, other, 1);
  await vote(third, voter, 1);
  await vote(first, voter, 1);
  await vote(first, other, -1);
  const under = await makeReply(first, author, "under the first");
  const orders = {
    best: [second, third, first, under],
    new: [third, second, first, under],
    old: [first, under, second, third],
  };
  await page.goto(`/t/${opened.id}`);
  for (const [order, expected] of Object.entries(orders)) {
    const tab = page
      .getByRole("navigation", { name: "Order of replies" })
      .getByRole("link", { name: order });
    await tab.click();
    await expect(tab).toHaveAttribute("aria-current", "page");
    const shown = await page.getByRole("article").evaluateAll((all) => all.map(({ id }) => id));
    expect(shown, order).toEqual([opened.openingId, ...expected].map((id) => `post-${id}`));
  }
});

test("folding a post folds the replies under it, and nothing else", async ({
  page,
  person,
  thread,
}) => {
  const opened = await thread();
  const author = await person();
  const parent = await makeReply(opened, author, "The parent.");
  const child = await makeReply(parent, author, "The child.");
  const grandchild = await makeReply(child, author, "The grandchild.");
  const sibling = await makeReply(opened, author, "The sibling.");
  await page.goto(`/t/${opened.id}`);
  const words = (id: number) => page.locator(`#post-${id}`).getByText(/^The /);
  const fold = page.locator(`#post-${parent}`).locator("summary");
  await fold.click();
  for (const id of [parent, child, grandchild]) await expect(words(id)).toBeHidden();
  await expect(words(sibling)).toBeVisible();
  await expect(
    page.locator(`#post-${parent}`).getByRole("link", { name: author.username }),
  ).toBeVisible();
  await fold.click();
  for (const id of [parent, child, grandchild, sibling]) await expect(words(id)).toBeVisible();
});

test("a post leads to its parent, to the root, to its next sibling, and has a permalink", async ({
  page,
  person,
  thread,
}) => {
  const opened = await thread();
  const author = await person();
  const parent = await makeReply(opened, author);
  const child = await makeReply(parent, author);
  const sibling = await makeReply(parent, author);
  const ways = page.locator(`#post-${child}`).getByRole("link");
  await page.goto(`/t/${opened.id}?sort=old`);
  const targets = { parent, root: opened.openingId, next: sibling };
  for (const [name, id] of Object.entries(targets)) {
    await ways.getByText(name, { exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`#post-${id}$`));
    await expect(page.locator(`#post-${id}`)).toBeInViewport();
  }
  await page.locator(`#post-${child}`).getByRole("link", { name: "Permalink" }).click();
  await expect(page).toHaveURL(`/t/${opened.id}#post-${child}`);
  await page.goto(`/p/${sibling}`);
  await expect(page).toHaveURL(`/t/${opened.id}#post-${sibling}`);
  await expect(page.locator(`#post-${sibling}`)).toBeInViewport();
});

test("the contents of an article lead to its headings", async ({ page, thread }) => {
  const part = (name: string) => `## ${name}\n\n${"Words and more words. ".repeat(200)}\n\n`;
  const text = `Intro.\n\n${part("One")}${part("Two & a half")}${part("One")}`;
  const opened = await thread({ kind: "article", text });
  await page.goto(`/t/${opened.id}`);
  const links = page.getByRole("navigation", { name: "Contents" }).getByRole("link");
  await expect(links).toHaveText(["One", "Two & a half", "One"]);
  const headings = page.getByRole("article").first().locator(".prose").getByRole("heading");
  for (const index of [2, 0, 1]) {
    await links.nth(index).click();
    await expect(headings.nth(index)).toBeInViewport();
    await expect(page).toHaveURL(new RegExp(`#${await headings.nth(index).getAttribute("id")}$`));
  }
});

test("a person's page lists what they wrote, and what can be read of it alone", async ({
  page,
  person,
  thread,
}) => {
  const author = await person();
  const opened = await thread({ author, title: unique("Opened") });
  const other = await thread({ author: await person(), title: unique("Elsewhere") });
  const kept = await makeReply(other, author, "These words stand.");
  const deleted = await makeReply(other, author, "These words are gone.");
  await remove(deleted, author);
  await page.goto(`/t/${opened.id}`);
  await page.getByRole("article").first().getByRole("link", { name: author.username }).click();
  await expect(page.getByRole("heading", { name: author.username, level: 1 })).toBeVisible();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(2);
  await expect(page.getByText("These words stand.")).toBeVisible();
  await expect(page.getByText("These words are gone.")).toHaveCount(0);
  await expect(page.getByRole("link", { name: opened.title })).toBeVisible();
  await page.getByRole("link", { name: other.title }).click();
  await expect(page).toHaveURL(`/t/${other.id}#post-${kept}`);
});

test("an address without anything behind it answers 404 and leads home", async ({ page }) => {
  const paths = [
    "/nothing",
    "/t/2000000000",
    "/t/x",
    "/t/0",
    "/p/2000000000",
    "/p/-1",
    "/b/nowhere",
  ];
  for (const path of [...paths, "/u/nobody-here", "/p/1e3/history", "/b/nowhere/new"]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText("There is nothing here");
  }
  await page.getByRole("link", { name: "Go to the front page" }).click();
  await expect(page).toHaveURL("/");
});

test("a thread of 300 replies is there as a whole", async ({ page, person, thread }) => {
  test.slow();
  const opened = await thread();
  const author = await person();
  const ids: number[] = [];
  for (let n = 0; n < 300; n += 1) {
    const parent = n % 3 === 0 ? opened : (ids[Math.floor(n / 2)] ?? opened);
    ids.push(await makeReply(parent, author, `Reply number ${n}.`));
  }
  await page.goto(`/t/${opened.id}`);
  await expect(page.getByRole("heading", { name: "300 replies" })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(301);
  const shown = await page.getByRole("article").evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(shown)).toEqual(new Set([opened.openingId, ...ids].map((id) => `post-${id}`)));
  await expect(page.locator(`#post-${ids[299]}`)).toContainText("Reply number 299.");
});

test("a chain of 60 replies is there to its end, on a phone too", async ({
  page,
  person,
  thread,
}) => {
  const opened = await thread();
  const people = [await person(), await person()];
  let parent = opened.openingId;
  for (let n = 0; n < 60; n += 1) {
    const author = people[n % 2];
    if (author) parent = await makeReply(parent, author, `Step ${n} of the chain.`);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/t/${opened.id}#post-${parent}`);
  await expect(page.getByRole("article")).toHaveCount(61);
  const last = page.locator(`#post-${parent}`);
  await expect(last).toContainText("Step 59 of the chain.");
  await expect(last).toBeInViewport();
  await noSidewaysScroll(page);
  const width = await last.evaluate((element) => element.getBoundingClientRect().width);
  expect(width).toBeGreaterThan(200);
});

test("at 390 px a reply at depth 8 has room, and nothing scrolls sideways", async ({
  page,
  person,
  thread,
}) => {
  const opened = await thread({ text: longWords });
  const deepest = await depthEight(opened, [await person(), await person()]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/t/${opened.id}`);
  await noSidewaysScroll(page);
  const prose = page.locator(`#post-${deepest}`).getByText("read on a phone");
  expect(await prose.evaluate((element) => element.clientWidth)).toBeGreaterThan(240);
});

test("the keyboard skips to the text, reaches Reply, and always shows where it is", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  await makeReply(opened, await person());
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the text" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  const reply = page.locator(`#post-${opened.openingId}`).getByRole("link", { name: "Reply" });
  for (let steps = 0; steps < 20; steps += 1) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const shown = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
      return {
        inMain: element.closest("main") !== null,
        visible: shown || boxShadow !== "none",
        what: element.outerHTML.slice(0, 80),
      };
    });
    expect(focus?.inMain, focus?.what).toBe(true);
    expect(focus?.visible, focus?.what).toBe(true);
    if (await reply.evaluate((link) => link === document.activeElement)) break;
  }
  await expect(reply).toBeFocused();
  await page.keyboard.press("Enter");
  const field = page.getByRole("textbox", { name: "Text" });
  await expect(field).toBeFocused();
  await page.keyboard.type("By hand.");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Publish" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("By hand.", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "2 replies" })).toBeVisible();
});

test("what was edited says so, and the list of a thread says how many answered", async ({
  page,
  person,
  thread,
}) => {
  const opened = await thread();
  const author = await person();
  const id = await makeReply(opened, author, "As it was.");
  await edit(id, author, "As it is.");
  await page.goto(`/t/${opened.id}`);
  await expect(page.getByRole("heading", { name: "1 reply" })).toBeVisible();
  await expect(page.locator(`#post-${id}`).getByRole("link", { name: "edited" })).toBeVisible();
  await expect(page.getByText("As it was.")).toHaveCount(0);
});
