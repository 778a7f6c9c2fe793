import type { Page } from "@playwright/test";
import { depthEight, longWords } from "./support/examples";
import { noSidewaysScroll, violations } from "./support/looks";
import {
  edit,
  expect,
  makeReply,
  makeThread,
  moderation,
  type Person,
  remove,
  test,
  unique,
} from "./support/test";

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/**
 * Looks at one screen, wide and light, then on a phone and dark: axe's colours depend on the scheme,
 * the rest on the width. Goes on after what it finds.
 */
async function look(page: Page, path: string, prepare?: () => Promise<void>) {
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(path);
  await prepare?.();
  await noSidewaysScroll(page, `${path} at 1280 px`);
  expect.soft(await violations(page), `${path}, wide and light`).toEqual([]);
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await noSidewaysScroll(page, `${path} at 390 px`);
  expect.soft(await violations(page), `${path}, on a phone and dark`).toEqual([]);
}

const ARTICLE = `Intro with a [link](https://example.org), \`code\` and **weight**.

## One

\`\`\`ts
// A comment.
const answer: number = 42; export default "text";
\`\`\`

- a list
- of two

## Two

| a | b |
|---|---|
| 1 | 2 |

> ${unique("nobody said this")}

1. one
`;

test.describe("every screen is readable, wide and on a phone, light and dark", () => {
  test.describe.configure({ timeout: 150_000 });

  test("for who is signed out", async ({ board, moderator, page, person, thread }) => {
    const author = await person();
    const article = await thread({ kind: "article", text: ARTICLE });
    await makeThread({ board, author, kind: "link" });
    const source = await makeReply(article, author, "These words will be quoted by others.");
    const gone = await makeReply(article, author, "These words are taken back.");
    const hidden = await makeReply(article, author, "These words are hidden from most.");
    const quotes = ["> be quoted by others", "> words are taken back", "> are hidden from most"];
    const quoter = await makeReply(source, await person(), quotes.join("\n\nAnswer.\n\n"));
    await makeReply(hidden, author, "An answer to what is hidden.");
    await makeReply(gone, author, "An answer to what is gone.");
    await edit(source, author, "These words were quoted by others, and edited.");
    await remove(gone, author);
    await moderation("hide", { post: hidden }, moderator, "Rule 3");
    const hiddenThread = await thread();
    await moderation("hide", { thread: hiddenThread.id }, moderator, "Rule 1");
    const paths = [
      "/",
      "/new",
      "/boards",
      `/b/${board.slug}`,
      `/t/${article.id}?sort=new`,
      `/t/${hiddenThread.id}`,
      `/p/${hidden}`,
      `/p/${source}/history`,
      `/u/${author.username}`,
      "/sign-in",
      "/sign-up",
      "/setup",
      "/nothing",
    ];
    for (const path of paths) await look(page, path);
    await page.goto(`/t/${article.id}`);
    const link = page
      .locator(`#post-${quoter}`)
      .getByRole("link", { name: /quoting/ })
      .first();
    await look(page, (await link.getAttribute("href")) ?? "");
    await look(page, "/sign-up", async () => {
      await page.getByRole("button", { name: "Sign up" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    });
  });

  test("for a member", async ({ board, moderator, open, person, thread }) => {
    const author = await person();
    const page = await open(author);
    const opened = await thread({ text: longWords });
    const deepest = await depthEight(opened, [author, await person()]);
    const locked = await thread();
    await makeReply(locked, author, "Before it was locked.");
    await moderation("lock", { thread: locked.id }, moderator, "Enough");
    const own = await thread({ author });
    await moderation("hide", { thread: own.id }, moderator, "Rule 1");
    const mine = await makeReply(opened, author, "Mine alone.");
    const paths = [
      "/",
      `/b/${board.slug}`,
      `/t/${locked.id}`,
      `/t/${own.id}`,
      `/p/${deepest}/reply`,
      `/p/${mine}/edit`,
      `/p/${mine}/delete`,
      `/new-thread?board=${board.slug}`,
      "/settings",
      "/sign-out/confirm",
    ];
    for (const path of paths) await look(page, path);
    await look(page, `/t/${opened.id}`, async () => {
      const post = page.locator(`#post-${deepest}`);
      const reply = post.getByRole("link", { name: "Reply", exact: true });
      // In place, once scripts run.
      await expect(async () => {
        await reply.click();
        await expect(post.getByRole("textbox", { name: "Text" })).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await post.getByRole("textbox", { name: "Text" }).fill(`> ${opened.title}\n\n${longWords}`);
      await page.getByRole("button", { name: "Preview" }).click();
      await expect(page.getByRole("region", { name: "Preview" })).toContainText("An address");
    });
  });

  for (const role of ["moderator", "admin"] as const) {
    test(`for ${role === "admin" ? "an admin" : "a moderator"}`, async ({
      admin,
      board,
      moderator,
      open,
      person,
      thread,
    }) => {
      const who: Person = role === "admin" ? admin : moderator;
      const page = await open(who);
      const opened = await thread({ text: longWords });
      const reply = await makeReply(opened, await person(), `A reply.\n\n${longWords}`);
      const hidden = await makeReply(opened, await person(), "These words are hidden from most.");
      await moderation("hide", { post: hidden }, moderator, "Rule 3");
      const other = await thread();
      await moderation("hide", { thread: other.id }, moderator, "Rule 1");
      const paths = [
        `/b/${board.slug}`,
        `/t/${opened.id}`,
        `/t/${other.id}`,
        `/p/${reply}/moderate/hide`,
        `/p/${hidden}/moderate/unhide`,
        `/t/${opened.id}/moderate/lock`,
        `/t/${other.id}/moderate/hide`,
      ];
      const administration = ["/admin", "/admin/boards/new", `/admin/boards/${board.id}`];
      for (const path of role === "admin" ? administration : paths) await look(page, path);
    });
  }
});
