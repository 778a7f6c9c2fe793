import { noSidewaysScroll, violations } from "./support/looks";
import {
  expect,
  makeReply,
  moderation,
  type Person,
  remove,
  type Thread,
  test,
  visit,
} from "./support/test";

const ada = (people: readonly Person[]) => people[0] as Person;

/** People of whom each quotes the one before, and the first the opening post. */
async function chain(opened: Thread, people: readonly Person[]): Promise<number[]> {
  const posts: number[] = [];
  let [last, words] = [opened.openingId, "the beginning of a debate about nothing"];
  for (const [index, author] of people.entries()) {
    const own = `Sentence number ${index} of this very long debate.`;
    last = await makeReply(last, author, `> ${words}\n\n${own}`);
    words = own;
    posts.push(last);
  }
  return posts;
}

test("the picture on a thread leads to who quotes whom, and from there to the passages", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  const people = [await person({ name: "ada" }), await person({ name: "ben" })];
  const [first = 0, second = 0] = await chain(opened, people);
  const [quoted, quoter] = people.map(({ username }) => username);
  await makeReply(first, people[1] as Person, "> Sentence number 0 […] very long debate.\n\nSo?");
  for (const javaScriptEnabled of [true, false]) {
    const page = await open(null, { javaScriptEnabled });
    await page.goto(`/t/${opened.id}`);
    await page.getByRole("link", { name: "Who quotes whom 3 people" }).click();
    await expect(page).toHaveTitle(new RegExp(`^Who quotes whom: ${opened.title}`));
    const edge = page.getByRole("heading", {
      name: `${quoter} quotes ${quoted} 2 times: 1 verbatim, 1 elided`,
    });
    const listed = page.locator("section.graph-edge", { has: edge });
    await expect(listed.getByRole("listitem")).toHaveCount(2);
    const title = `${quoter} quotes ${quoted} 2 times: 1 verbatim, 1 elided`;
    await expect(page.locator("svg title", { hasText: title })).toHaveCount(2);
    await listed.getByRole("link", { name: /Sentence number 0 of this/ }).click();
    await expect(page).toHaveURL(/#passage$/);
    await expect(page.locator(`#post-${first} mark`)).toHaveText(/^Sentence number 0 of/);
    await page.goBack();
    await listed
      .getByRole("link", { name: `Post ${second} by ${quoter}, which quotes it` })
      .click();
    await expect(page).toHaveURL(new RegExp(`#post-${second}$`));
  }
});

test("a line of the picture leads to its quotes, a name to those of one person", async ({
  page,
  person,
  thread,
}) => {
  const opened = await thread();
  const people = [await person({ name: "ada" }), await person({ name: "ben" })];
  await chain(opened, people);
  await visit(page, `/t/${opened.id}/graph`);
  const [quoted, quoter] = people.map(({ username }) => username);
  const line = page.locator("svg a", { hasText: `${quoter} quotes ${quoted} once` });
  await line.locator(".arc-target").dispatchEvent("click");
  const href = (await line.getAttribute("href")) ?? "";
  await expect(page).toHaveURL((url) => url.hash === href);
  await expect(page.locator(":target")).toContainText(`${quoter} quotes ${quoted} once: verbatim`);
  await page.getByRole("list", { name: "People" }).getByRole("link", { name: quoter }).click();
  await expect(page.getByText(`${quoter} quotes 1 time and is quoted 0 times.`)).toBeVisible();
  await expect(page.getByRole("heading", { name: / quotes .* once/ })).toHaveCount(1);
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page.getByRole("heading", { name: / quotes .* once/ })).toHaveCount(2);
});

test("it is readable with 40 people, wide and on a phone, light and dark", async ({
  page,
  person,
  thread,
}) => {
  test.setTimeout(180_000);
  const opened = await thread();
  const people: Person[] = [];
  for (let made = 0; made < 42; made += 1) people.push(await person({ name: `name${made}` }));
  const posts = await chain(opened, people);
  for (const [index, author] of people.entries()) {
    const words = `Sentence number ${(index * 7) % 42} of this very long debate.`;
    await makeReply(posts.at(-1) ?? 0, author, `> ${words}\n\nIndeed.`);
  }
  const looks = [
    { width: 1280, height: 900, colorScheme: "light" },
    { width: 390, height: 844, colorScheme: "dark" },
  ] as const;
  for (const { width, height, colorScheme } of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await page.goto(`/t/${opened.id}/graph`);
    await noSidewaysScroll(page);
    expect.soft(await violations(page), `graph at ${width} px`).toEqual([]);
    await expect(page.getByText("Drawn are the 40 of 43 people")).toBeVisible();
    const names = page.getByRole("list", { name: "People" }).getByRole("listitem");
    await expect(names).toHaveCount(40);
    const boxes = await names.evaluateAll((items) =>
      items.map((item) => {
        const { top, bottom } = item.getBoundingClientRect();
        const style = getComputedStyle(item);
        return { top, bottom, size: Number.parseFloat(style.fontSize) };
      }),
    );
    for (const [row, box] of boxes.entries()) {
      expect(box.size).toBeGreaterThanOrEqual(14);
      expect(box.bottom - box.top).toBeGreaterThanOrEqual(24);
      expect(box.top).toBeGreaterThanOrEqual((boxes[row - 1]?.bottom ?? 0) - 0.1);
    }
    // Everybody is told of in words, drawn or not.
    await expect(page.locator(".graph-quoter")).toHaveCount(42);
    await page.goto(`/t/${opened.id}`);
    await noSidewaysScroll(page);
    expect(await page.locator(".graph-small svg *").count()).toBeLessThan(20);
    expect.soft(await violations(page), `thread at ${width} px`).toEqual([]);
  }
});

test("nobody is in it whom the viewer may not read, and an empty one says so", async ({
  moderator,
  open,
  page,
  person,
  thread,
}) => {
  const opened = await thread();
  const people = [await person({ name: "ada" }), await person({ name: "ben" })];
  const empty = await page.goto(`/t/${opened.id}/graph`);
  expect(empty?.status()).toBe(200);
  await expect(page.getByText("Nobody quotes anybody here yet.")).toBeVisible();
  await expect(page.getByRole("link", { name: opened.title })).toBeVisible();
  const [first = 0] = await chain(opened, people);
  await moderation("hide", { post: first }, moderator);
  await page.goto(`/t/${opened.id}/graph`);
  await expect(page.getByText("Nobody quotes anybody here yet.")).toBeVisible();
  expect(await page.content()).not.toContain("Sentence number 0");
  const seeing = await open(moderator);
  await seeing.goto(`/t/${opened.id}/graph`);
  await expect(seeing.getByText("2 quotes between 3 people")).toBeVisible();
  await moderation("unhide", { post: first }, moderator);
  await remove(first, ada(people));
  await page.goto(`/t/${opened.id}/graph`);
  await expect(page.getByText("Not drawn: 1 quote of deleted posts")).toBeVisible();
  expect(await page.content()).not.toContain(ada(people).username);
  await moderation("hide", { thread: opened.id }, moderator);
  const hidden = await page.goto(`/t/${opened.id}/graph`);
  expect(hidden?.status()).toBe(410);
  expect(await page.content()).not.toContain(opened.title);
  expect((await page.goto("/t/2147483647/graph"))?.status()).toBe(404);
});
