import type { Page } from "@playwright/test";
import { expect, makeReply, postOn, test, visit } from "./support/test";

test("a thread is read and answered by keys alone", async ({ open, person, thread }) => {
  const opened = await thread();
  const ben = await person({ name: "ben" });
  const one = await makeReply(opened, ben, "One thing is certain.");
  const two = await makeReply(one, ben, "Two things are.");
  const page = await open(await person());
  await visit(page, `/t/${opened.id}?sort=old`);
  await page.keyboard.press("j");
  await expect(postOn(page, opened.openingId)).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(postOn(page, two)).toBeFocused();
  await page.keyboard.press("j");
  await expect(page.getByText("This is the last one.")).toBeAttached();
  await page.keyboard.press("k");
  await expect(postOn(page, one)).toBeFocused();
  await page.keyboard.press("u");
  await expect(postOn(page, one).locator("[data-score]")).toHaveText("1");
  await page.keyboard.press("d");
  await expect(postOn(page, one).locator("[data-score]")).toHaveText("-1");
  await page.keyboard.press("j");
  await page.keyboard.press("p");
  await expect(postOn(page, one)).toBeFocused();
  await page.keyboard.press("p");
  await expect(postOn(page, opened.openingId)).toBeFocused();
  await page.keyboard.press("n");
  await expect(page.getByText("Nothing new below.")).toBeAttached();
  const three = await makeReply(two, ben, "Three, as it were.");
  await expect(page.getByRole("button", { name: "1 new reply" })).toBeVisible();
  await page.keyboard.press("n");
  await expect(postOn(page, three)).toBeFocused();
  await page.keyboard.press("q");
  const text = page.getByRole("textbox", { name: "Text" });
  await expect(text).toHaveValue(/^> Three, as it were\./);
  await expect(text).toBeFocused();
  // What is typed is text.
  await page.keyboard.type("jkpnrqud/?");
  await expect(text).toHaveValue(/jkpnrqud\/\?$/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("keys move through a list of threads", async ({ board, open, thread }) => {
  const [first, second] = [await thread(), await thread()];
  const page = await open(null);
  await visit(page, `/b/${board.slug}/new`);
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: second.title })).toBeFocused();
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: first.title })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/t/${first.id}$`));
});

test("the key for searching leads to the field, or on a phone to the page that has one", async ({
  open,
}) => {
  const page = await open(null);
  await visit(page, "/boards");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search the forum" })).toBeFocused();
  await page.setViewportSize({ width: 390, height: 850 });
  await visit(page, "/boards");
  await page.keyboard.press("/");
  await expect(page).toHaveURL(/\/search$/);
  await visit(page, "/search");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search for" })).toBeFocused();
});

test("a key that is held down votes once", async ({ open, person, thread }) => {
  const opened = await thread();
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  await page.keyboard.press("j");
  await expect(postOn(page, opened.openingId)).toBeFocused();
  // A second one without letting go is what a keyboard sends for a key that is held.
  for (let time = 0; time < 4; time += 1) await page.keyboard.down("u");
  await expect(postOn(page, opened.openingId).locator("[data-score]")).toHaveText("1");
  await page.keyboard.up("u");
  await page.reload();
  await expect(postOn(page, opened.openingId).locator("[data-score]")).toHaveText("1");
});

test("the list of keys opens by ?, holds the keys back while it is open, and closes by Escape", async ({
  open,
  thread,
}) => {
  const { id, openingId } = await thread();
  const page = await open(null);
  await visit(page, `/t/${id}`);
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText("The next new post")).toBeVisible();
  await page.keyboard.press("j");
  await expect(postOn(page, openingId)).not.toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.keyboard.press("Control+j");
  await page.keyboard.press("Shift+J");
  await expect(postOn(page, openingId)).not.toBeFocused();
});

test("who turns the keys off is left alone, in every browser as a member, in this one signed out", async ({
  open,
  person,
  thread,
}) => {
  const { id, openingId } = await thread();
  const ada = await person();
  const plain = await open(ada, { javaScriptEnabled: false });
  await plain.goto("/keyboard");
  await plain.getByRole("button", { name: "Turn the keys off" }).click();
  await expect(plain.getByText("The keys are off for you")).toBeVisible();
  const silent = async (page: Page) => {
    await visit(page, `/t/${id}`);
    await page.keyboard.press("j");
    await page.keyboard.press("?");
    await expect(postOn(page, openingId)).not.toBeFocused();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  };
  await silent(await open(ada));
  await plain.getByRole("button", { name: "Turn the keys on" }).click();
  const again = await open(ada);
  await visit(again, `/t/${id}`);
  await again.keyboard.press("j");
  await expect(postOn(again, openingId)).toBeFocused();
  const page = await open(null);
  await visit(page, "/keyboard");
  await page.getByRole("checkbox", { name: "Use keys in this browser" }).uncheck();
  await silent(page);
});
