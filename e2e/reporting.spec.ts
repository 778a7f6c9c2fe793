import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { decideCase } from "@/lib/reports/decide.commands";
import { limitedUrl } from "./support/environment";
import { formWith, send as sendForm } from "./support/forms";
import { readableNow } from "./support/looks";
import { expect, makeReply, type Person, test, visit, WAYS } from "./support/test";

// A report, from the form to the outcome: by members and by people without an account.

const send = (page: Page) => page.getByRole("button", { name: "Send report" }).click();

async function dismissCaseOf(postId: number, moderator: Person, answer: string): Promise<void> {
  const { id } = await db().reportCase.findFirstOrThrow({ where: { postId, decidedAt: null } });
  const decided = await decideCase(moderator.viewer, { outcome: "dismissed", case: id, answer });
  expect(decided.ok).toBe(true);
}

for (const { how, options } of WAYS) {
  test.describe(how, () => {
    test("a member reports a post by a rule, and finds the outcome among their reports", async ({
      moderator,
      open,
      person,
      thread,
    }) => {
      const opened = await thread();
      const id = await makeReply(opened, await person(), "Buy my things.");
      const page = await open(await person(), options);
      await page.goto(`/p/${id}/report`);
      const main = page.getByRole("main");
      await expect(main).toContainText("Buy my things.");

      // Not without saying what is wrong; what was typed stays.
      await page.getByLabel("Explanation").fill("The same everywhere.");
      await send(page);
      await expect(main.getByRole("alert")).toContainText("What is wrong with it?");
      await expect(page.getByLabel("Explanation")).toHaveValue("The same everywhere.");
      await page.getByRole("radio", { name: /^Spam/ }).check();
      await send(page);
      await expect(page).toHaveURL(/\/reports\/\d+$/);
      await expect(main).toContainText("Waiting for a moderator");
      await expect(main).toContainText("The same everywhere.");
      const receipt = page.url();

      // Reported again, it leads to the same receipt.
      await page.goto(`/p/${id}/report`);
      await expect(page).toHaveURL(receipt);

      await dismissCaseOf(id, moderator, "It is his own shop, and was asked about.");
      await page.goto("/reports");
      await page.getByRole("link", { name: `Spam in ${opened.title}` }).click();
      await expect(page).toHaveURL(receipt);
      await expect(main).toContainText("Dismissed by a moderator");
      await expect(main).toContainText("It is his own shop");
      await expect(page.getByRole("link", { name: "Appeal" })).toBeVisible();
    });

    test("somebody without an account gives notice of illegal content, and sees the outcome by a secret address", async ({
      moderator,
      open,
      person,
      thread,
    }) => {
      const opened = await thread();
      const id = await makeReply(opened, await person(), "Her home address is this one.");
      const page = await open(null, options);
      await page.goto(`/p/${id}/report`);
      const main = page.getByRole("main");
      await expect(page.getByLabel("Exact address")).toBeHidden();
      await page.getByRole("radio", { name: /against the law/ }).check();
      await expect(page.getByLabel("Exact address")).toHaveValue(new RegExp(`/p/${id}$`));
      await page.getByLabel("Explanation").fill("It publishes where a private person lives.");
      await page.getByLabel("Your name").fill("Grace Hopper");
      await page.getByLabel("Your e-mail").fill("grace");
      await send(page);
      await expect(main.getByRole("alert")).toContainText("Your e-mail");
      await expect(main.getByRole("alert")).toContainText("Statement");
      await expect(page.getByRole("radio", { name: /against the law/ })).toBeChecked();
      await expect(page.getByLabel("Your name")).toHaveValue("Grace Hopper");
      await expect(page.getByLabel("Explanation")).toHaveValue(/private person/);
      await page.getByLabel("Your e-mail").fill("grace@example.org");
      await page.getByLabel(/in good faith/).check();
      await send(page);
      await expect(page).toHaveURL(/\/reports\/[\w-]{43}$/);
      await expect(main).toContainText("Keep the address of this page");
      await expect(main).toContainText("grace@example.org");
      const secret = new URL(page.url()).pathname;

      // Whoever has the address sees what became of it; search engines and other sites do not get it.
      await dismissCaseOf(id, moderator, "The address is a shop's.");
      const other = await open(null, options);
      await other.goto(secret);
      await expect(other.getByRole("main")).toContainText("The address is a shop");
      await expect(other.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
      await expect(other.locator("meta[name=referrer]")).toHaveAttribute("content", "same-origin");
    });
  });
}

test("a form sent twice is one report, and leads to one receipt", async ({ open, thread }) => {
  const opened = await thread();
  const page = await open(null, { javaScriptEnabled: false });
  const address = `/p/${opened.openingId}/report`;
  const shown = await formWith(page, address, "Send report");
  await expect(page.getByRole("heading", { name: "Report this thread" })).toBeVisible();
  const about = await page.getByRole("radio", { name: /^Off topic/ }).inputValue();
  const fields = { ...shown.fields, about };
  const receipts = new Set<string | undefined>();
  for (let time = 0; time < 2; time += 1) {
    const response = await sendForm(page, { address, fields });
    expect(response.status()).toBe(303);
    receipts.add(response.headers().location);
  }
  expect([...receipts]).toEqual([expect.stringMatching(/\/reports\/[\w-]{43}$/)]);
  expect(await db().report.count({ where: { case: { postId: opened.openingId } } })).toBe(1);
});

test("who reports a lot from one address has to wait, and loses nothing typed", async ({
  open,
  thread,
}) => {
  test.skip(limitedUrl === undefined, "The runner serves no forum with its limits on.");
  const page = await open(null, { javaScriptEnabled: false });
  const opened = await thread();
  for (let time = 0; time < 40; time += 1) {
    await page.goto(`${limitedUrl}/p/${opened.openingId}/report`);
    await page.getByRole("radio", { name: /^Spam/ }).check();
    await page.getByLabel("Explanation").fill(`Report ${time}.`);
    await send(page);
    if (!page.url().includes("/reports/")) break;
  }
  await expect(page.getByRole("main").getByRole("alert")).toContainText("try again in");
  await expect(page.getByLabel("Explanation")).toHaveValue(/^Report \d+\.$/);
});

test("the form and the receipt are readable, wide and on a phone, light and dark", async ({
  page,
  thread,
}) => {
  const opened = await thread();
  await visit(page, `/p/${opened.openingId}/report`);
  await page.getByRole("radio", { name: /against the law/ }).check();
  await send(page);
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await readableNow(page, "the form");
  await page.getByRole("radio", { name: /^Spam/ }).check();
  await send(page);
  await expect(page).toHaveURL(/\/reports\//);
  await readableNow(page, "the receipt");
});
