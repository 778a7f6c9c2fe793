import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import {
  type Board,
  edit,
  expect,
  makeReply,
  makeThread,
  remove,
  test,
  unique,
  visit,
} from "./support/test";
import { proseOf, publish, repliesOf, replyInPlace, textField } from "./support/writing";

interface NewThread {
  kind: "Text" | "Link" | "Article";
  title: string;
  text?: string;
  url?: string;
}

async function fillNewThread(page: Page, board: Board, { kind, title, text, url }: NewThread) {
  await visit(page, `/new-thread?board=${board.slug}`);
  const field = await textField(page);
  await page.getByRole("radio", { name: new RegExp(`^${kind}`) }).check();
  await page.getByLabel("Title").fill(title);
  if (url !== undefined) await page.getByLabel("URL").fill(url);
  if (text !== undefined) await field.fill(text);
}

async function publishThread(page: Page): Promise<number> {
  await page.getByRole("button", { name: "Publish" }).click();
  await page.waitForURL(/\/t\/\d+/);
  return Number(/\/t\/(\d+)/.exec(page.url())?.[1]);
}

test("a text thread is opened in the board that was chosen", async ({ board, open, person }) => {
  const author = await person();
  const page = await open(author);
  const title = unique("Is tea better");
  await fillNewThread(page, board, { kind: "Text", title, text: "I *do* wonder." });
  await publishThread(page);
  const opening = page.getByRole("article").first();
  await expect(opening.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  await expect(opening.getByRole("link", { name: author.username })).toBeVisible();
  await expect(opening.getByRole("link", { name: board.name })).toBeVisible();
  await expect(opening.getByText("I do wonder.")).toBeVisible();
  await visit(page, `/b/${board.slug}`);
  await expect(page.getByRole("link", { name: title })).toBeVisible();
});

test("a link thread leads to its page, from its title and from the list", async ({
  board,
  open,
  person,
}) => {
  const page = await open(await person());
  const title = unique("A page worth reading");
  const url = `https://www.example.org/${unique("page")}?a=1&b=2`;
  await fillNewThread(page, board, { kind: "Link", title, url });
  await publishThread(page);
  await expect(page.getByRole("heading", { level: 1 }).getByRole("link")).toHaveAttribute(
    "href",
    url,
  );
  await visit(page, `/b/${board.slug}`);
  await expect(page.getByRole("link", { name: title })).toHaveAttribute("href", url);
  await expect(page.getByText("example.org", { exact: true })).toBeVisible();
});

test("an article has its headings in a table of contents", async ({ board, open, person }) => {
  const page = await open(await person());
  const text =
    "Intro.\n\n## The first part\n\nWords.\n\n### A detail\n\nWords.\n\n## The end\n\nWords.";
  await fillNewThread(page, board, { kind: "Article", title: unique("An essay"), text });
  await publishThread(page);
  const contents = page.getByRole("navigation", { name: "Contents" }).getByRole("link");
  await expect(contents).toHaveText(["The first part", "A detail", "The end"]);
});

test("a reply is written in place, and shown there once it is published", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  const parent = await makeReply(opened, await person());
  const author = await person();
  const page = await open(author);
  await visit(page, `/t/${opened.id}`);
  const field = await replyInPlace(page, parent);
  await expect(field).toBeFocused();
  await field.fill("I beg to differ.");
  const id = await publish(page);
  const post = page.locator(`#post-${id}`);
  await expect(post.getByText("I beg to differ.")).toBeVisible();
  await expect(post.getByRole("link", { name: author.username })).toBeVisible();
  await expect(post).toBeInViewport();
  await expect(page.getByRole("heading", { name: "2 replies" })).toBeVisible();
  const row = await db().post.findUniqueOrThrow({ where: { id } });
  expect(row.parentId).toBe(parent);
});

test("a reply can be written on its own page, which shows what is answered", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread({ text: "What shall we have for dinner?" });
  const page = await open(await person());
  await visit(page, `/p/${opened.openingId}/reply`);
  await expect(
    page.locator(`#post-${opened.openingId}`).getByText("What shall we have for dinner?"),
  ).toBeVisible();
  await (await textField(page)).fill("Soup, I should think.");
  const id = await publish(page);
  await expect(page).toHaveURL(`/t/${opened.id}#post-${id}`);
  await expect(page.locator(`#post-${id}`).getByText("Soup, I should think.")).toBeVisible();
});

const RICH = `> words that everybody knows

Quite so: **bold**, _slanted_, \`code\` and https://example.org/a_b?c=d&e.

> nobody ever said these words

1. one
2. two

| a | b |
|---|--:|
| 1 | 2 |

\`\`\`ts
const answer: number = 42;
\`\`\`
`;

test("the preview of a reply is equal to what is published", async ({ open, person, thread }) => {
  const opened = await thread({ text: "These are words that everybody knows, or should." });
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  const field = await replyInPlace(page, opened.openingId);
  await field.fill(RICH);
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByRole("link", { name: /quoting/ })).toBeVisible();
  const before = await proseOf(preview);
  const id = await publish(page);
  expect(await proseOf(page.locator(`#post-${id}`))).toBe(before);
});

test("the preview of an article is equal to what is published", async ({ board, open, person }) => {
  const page = await open(await person());
  const text = "Intro.\n\n## Part *one*\n\n- a\n- b\n\n## Part two\n\nWords.";
  await fillNewThread(page, board, { kind: "Article", title: unique("An essay"), text });
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByRole("heading", { name: "Part two" })).toBeVisible();
  const before = await proseOf(preview);
  await publishThread(page);
  expect(await proseOf(page.getByRole("article").first())).toBe(before);
});

test("an open preview follows what is typed", async ({ open, person, thread }) => {
  const opened = await thread();
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  const field = await replyInPlace(page, opened.openingId);
  await field.fill("One");
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByText("One")).toBeVisible();
  await field.pressSequentially(" and **two**");
  await expect(preview.getByText("One and two")).toBeVisible();
  expect(await repliesOf({ viewer: opened.author.viewer }, opened)).toEqual([]);
});

test("an edit is a new revision, and the history shows what changed", async ({
  open,
  page,
  person,
  thread,
}) => {
  const author = await person();
  const opened = await thread();
  const id = await makeReply(opened, author, "The sky is green, I believe.");
  const writing = await open(author);
  await visit(writing, `/t/${opened.id}`);
  const post = writing.locator(`#post-${id}`);
  await expect(post.getByRole("link", { name: "edited" })).toHaveCount(0);
  await post.getByRole("link", { name: "Edit", exact: true }).click();
  const field = await textField(writing);
  await expect(field).toHaveValue("The sky is green, I believe.");
  await field.fill("The sky is blue, I believe.");
  expect(await publish(writing)).toBe(id);
  await expect(post.getByText("The sky is blue, I believe.")).toBeVisible();

  // Anybody may look.
  await visit(page, `/t/${opened.id}`);
  await page.locator(`#post-${id}`).getByRole("link", { name: "edited" }).click();
  await expect(page.getByRole("heading", { name: "History" })).toBeVisible();
  await expect(page.getByRole("listitem")).toHaveCount(2);
  await expect(page.getByRole("insertion")).toHaveText("blue");
  await expect(page.getByRole("deletion")).toHaveText("green");
});

test("a deleted post leaves a tombstone, its replies, and none of its words", async ({
  open,
  person,
  thread,
}) => {
  const author = await person();
  const opened = await thread();
  const marker = unique("regrettable");
  const id = await makeReply(opened, author, `Something ${marker} was said.`);
  const answer = await makeReply(id, await person(), "Then take it back.");
  const page = await open(author);
  await visit(page, `/t/${opened.id}`);
  await page.locator(`#post-${id}`).getByRole("link", { name: "Delete", exact: true }).click();
  await expect(page.getByText(marker)).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.waitForURL(/\/t\/\d+#post-\d+$/);
  const post = page.locator(`#post-${id}`);
  await expect(post.getByText("Deleted by its author")).toBeVisible();
  await expect(post.getByText(author.username)).toHaveCount(0);
  await expect(page.locator(`#post-${answer}`).getByText("Then take it back.")).toBeVisible();
  expect(await (await page.reload())?.text()).not.toContain(marker);
  for (const path of [`/p/${id}/history`, `/p/${id}/edit`, `/p/${id}/reply`]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    expect(await response?.text(), path).not.toContain(marker);
  }
});

test("a double click on Publish makes one post", async ({ board, open, person, thread }) => {
  const opened = await thread();
  const author = await person();
  const page = await open(author);
  await visit(page, `/t/${opened.id}`);
  await (await replyInPlace(page, opened.openingId)).fill("Said once.");
  await page.getByRole("button", { name: "Publish" }).dblclick();
  await expect(page.getByRole("heading", { name: "1 reply" })).toBeVisible();
  expect(await repliesOf(author, opened)).toHaveLength(1);

  const title = unique("Opened once");
  await fillNewThread(page, board, { kind: "Text", title, text: "Said once." });
  await page.getByRole("button", { name: "Publish" }).dblclick();
  await page.waitForURL(/\/t\/\d+/);
  expect(await db().thread.count({ where: { title } })).toBe(1);
});

test("one form that arrives twice makes one post, and both are led to it", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  const author = await person();
  const page = await open(author);
  await visit(page, `/t/${opened.id}`);
  await (await replyInPlace(page, opened.openingId)).fill("Sent twice.");
  await page.route(`**/t/${opened.id}`, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    await route.fulfill({ response: await route.fetch() });
  });
  const id = await publish(page);
  expect(await repliesOf(author, opened)).toEqual([id]);
});

test("a reply whose answer was lost on the way is not posted twice when it is sent again", async ({
  open,
  person,
  thread,
  watch,
}) => {
  watch.allow(/ERR_FAILED|Failed to fetch/);
  const opened = await thread();
  const author = await person();
  const page = await open(author);
  await visit(page, `/p/${opened.openingId}/reply`);
  await (await textField(page)).fill("Sent into a tunnel.");
  let arrived = 0;
  await page.route(`**/p/${opened.openingId}/reply`, async (route) => {
    if (route.request().method() !== "POST" || arrived > 0) return route.continue();
    await route.fetch();
    arrived += 1;
    await route.abort();
  });
  await page.getByRole("button", { name: "Publish" }).click();
  await expect.poll(() => arrived).toBe(1);
  expect(await repliesOf(author, opened)).toHaveLength(1);
  await expect(page.getByRole("status").getByText("Sending")).toHaveCount(0);

  // Nothing is lost, whether the form is still there or the page is loaded again.
  await page.reload();
  await expect(await textField(page)).toHaveValue("Sent into a tunnel.");
  await publish(page);
  expect(await repliesOf(author, opened)).toHaveLength(1);
});

test("a draft survives a reload, and is gone once it is published", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  await (await replyInPlace(page, opened.openingId)).fill("Half a thought");
  // At once: what was typed last must not wait to be kept.
  await page.reload();
  await visit(page, `/t/${opened.id}`);
  const field = await replyInPlace(page, opened.openingId);
  await expect(field).toHaveValue("Half a thought");
  await field.fill("Half a thought, completed.");
  await publish(page);
  await expect(await replyInPlace(page, opened.openingId)).toHaveValue("");
});

test("a draft of a new thread survives a reload with all its fields", async ({
  board,
  open,
  person,
}) => {
  const page = await open(await person());
  const title = unique("An unfinished essay");
  await fillNewThread(page, board, { kind: "Article", title, text: "It begins" });
  await page.reload();
  await expect(await textField(page)).toHaveValue("It begins");
  await expect(page.getByLabel("Title")).toHaveValue(title);
  await expect(page.getByLabel("Board")).toHaveValue(board.slug);
  await expect(page.getByRole("radio", { name: /^Article/ })).toBeChecked();
});

test("writing to one post keeps what was written to another", async ({ open, person, thread }) => {
  const opened = await thread();
  const other = await makeReply(opened, await person());
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  await (await replyInPlace(page, opened.openingId)).fill("To the first post");
  await (await replyInPlace(page, other)).fill("To the second post");
  await expect(await replyInPlace(page, opened.openingId)).toHaveValue("To the first post");
  await expect(await replyInPlace(page, other)).toHaveValue("To the second post");
});

test("a session that expired while writing loses nothing", async ({ open, person, thread }) => {
  const opened = await thread();
  const author = await person();
  const page = await open(author);
  await visit(page, `/t/${opened.id}`);
  const field = await replyInPlace(page, opened.openingId);
  await field.fill("Written over lunch.");
  await db().session.deleteMany({ where: { userId: author.viewer.id } });
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(/sign in/i);
  await expect(field).toHaveValue("Written over lunch.");
  expect(await repliesOf(author, opened)).toEqual([]);

  // By way of the sign-in page, in this very tab.
  await page.goto(`/sign-in?next=/t/${opened.id}`);
  await page.getByLabel("Username").fill(author.username);
  await page.getByLabel("Password").fill(author.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(({ pathname }) => pathname === `/t/${opened.id}`);
  await visit(page, `/t/${opened.id}`);
  await expect(await replyInPlace(page, opened.openingId)).toHaveValue("Written over lunch.");
  const id = await publish(page);
  expect(await repliesOf(author, opened)).toEqual([id]);
});

test("who signed in again in another tab publishes from the first one", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  const author = await person();
  const page = await open(author);
  await visit(page, `/t/${opened.id}`);
  await (await replyInPlace(page, opened.openingId)).fill("Written over lunch.");
  await db().session.deleteMany({ where: { userId: author.viewer.id } });
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(/sign in/i);
  await author.signIn(page);
  const id = await publish(page);
  expect(await repliesOf(author, opened)).toEqual([id]);
});

test("a link that was posted within 30 days leads to its thread", async ({
  board,
  open,
  person,
}) => {
  const path = unique("news");
  const first = await makeThread({
    board,
    author: await person(),
    kind: "link",
    url: `https://example.org/${path}`,
  });
  const page = await open(await person());
  const again = {
    kind: "Link",
    title: "The same news",
    url: `http://www.example.org/${path}/?utm_source=x`,
  } as const;
  await fillNewThread(page, board, again);
  expect(await publishThread(page)).toBe(first.id);
  await expect(page.getByRole("status").filter({ hasText: "posted already" })).toBeVisible();

  const long = new Date(Date.now() - 31 * 24 * 3_600_000);
  await db().thread.update({ where: { id: first.id }, data: { createdAt: long } });
  await fillNewThread(page, board, again);
  expect(await publishThread(page)).not.toBe(first.id);
});

test("Markdown is shown: tables, struck words, plain addresses, coloured code", async ({
  page,
  person,
  thread,
}) => {
  const opened = await thread();
  const id = await makeReply(opened, await person(), `${RICH}\n~~struck~~ and www.example.com`);
  await visit(page, `/t/${opened.id}`);
  const post = page.locator(`#post-${id}`);
  await expect(post.getByRole("table").getByRole("columnheader")).toHaveText(["a", "b"]);
  await expect(post.getByRole("deletion")).toHaveText("struck");
  await expect(post.getByRole("link", { name: "www.example.com" })).toHaveAttribute(
    "href",
    /^https?:\/\/www\.example\.com\/?$/,
  );
  await expect(post.getByRole("link", { name: "https://example.org" })).toHaveAttribute(
    "href",
    "https://example.org/a_b?c=d&e",
  );
  await expect(post.getByRole("strong")).toHaveText("bold");
  await expect(post.locator("pre code span").filter({ hasText: "const" })).not.toHaveCSS(
    "color",
    await post.locator("pre code").evaluate((code) => getComputedStyle(code).color),
  );
});

test("HTML is text, and no script of a post ever runs", async ({ open, person, thread }) => {
  const opened = await thread();
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  const evil = [
    "<script>window.ran = true</script>",
    '<img src="x" onerror="window.ran = true">',
    "[click](javascript:window.ran=true)",
    '<a href="https://example.org" onclick="window.ran = true">here</a>',
    "![picture](https://example.org/p.png)",
    '> <svg onload="window.ran = true">',
  ].join("\n\n");
  await (await replyInPlace(page, opened.openingId)).fill(evil);
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByText("<script>window.ran = true</script>")).toBeVisible();
  const id = await publish(page);
  const post = page.locator(`#post-${id}`);
  await expect(post.getByText("<script>window.ran = true</script>")).toBeVisible();
  await expect(post.getByText('<img src="x"')).toBeVisible();
  await expect(post.locator(".prose").locator("script, svg, [onclick], [onerror]")).toHaveCount(0);
  await expect(post.locator('[href^="javascript:"]')).toHaveCount(0);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
});

test("what stands in the edit form is what was typed, byte for byte", async ({
  open,
  person,
  thread,
}) => {
  const author = await person();
  const opened = await thread({ text: "These are words that everybody knows, or should." });
  const id = await makeReply(opened, author, RICH);
  const page = await open(author);
  await visit(page, `/p/${id}/edit`);
  await expect(await textField(page)).toHaveValue(RICH);
  await edit(id, author, "Short.");
  await remove(id, author);
  expect((await page.goto(`/p/${id}/edit`))?.status()).toBe(404);
});
