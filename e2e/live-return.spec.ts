import type { Page } from "@playwright/test";
import { manyReplies } from "@/scripts/test/debate";
import { expect, makeReply, postOn, ready, test, visit } from "./support/test";

// Whoever comes back finds the page as they left it.

const toggle = (page: Page, id: number) => postOn(page, id).locator(":scope > details > summary");

test("a branch that a member folds stays folded, on their other devices and without scripts too", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  const ben = await person({ name: "ben" });
  const folded = await makeReply(opened, ben, "Fold me.");
  const under = await makeReply(folded, ben, "Under it.");
  const ada = await person();
  const page = await open(ada);
  await visit(page, `/t/${opened.id}`);
  const sent = page.waitForResponse((response) => response.url().endsWith("/folds"));
  await toggle(page, folded).click();
  await expect(postOn(page, under)).toBeHidden();
  expect((await sent).status()).toBe(204);
  await page.reload();
  await expect(postOn(page, under)).toBeHidden();
  const phone = await open(ada, { javaScriptEnabled: false });
  await phone.goto(`/t/${opened.id}`);
  await expect(postOn(phone, folded).getByText("Fold me.")).toBeHidden();
  await expect(postOn(phone, under)).toBeHidden();
  const others = await open(ben);
  await visit(others, `/t/${opened.id}`);
  await expect(postOn(others, under)).toBeVisible();
  // Opened, and left at once.
  await toggle(page, folded).click();
  await page.goto("/boards");
  await expect(async () => {
    await phone.reload();
    await expect(postOn(phone, under)).toBeVisible();
  }).toPass();
});

test("for who is signed out the browser remembers what is folded", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  const folded = await makeReply(opened, await person(), "Fold me.");
  const page = await open(null);
  await visit(page, `/t/${opened.id}`);
  await toggle(page, folded).click();
  await visit(page, `/t/${opened.id}`);
  await expect(postOn(page, folded).getByText("Fold me.")).toBeHidden();
});

test("a reload and Back lead to the post that was being read, in a long thread too", async ({
  open,
  person,
  thread,
}) => {
  test.slow();
  const opened = await thread();
  const ben = await person({ name: "ben" });
  await manyReplies(ben.viewer, opened.openingId, 300);
  for (const reader of [null, await person()]) {
    const page = await open(reader);
    await visit(page, `/t/${opened.id}?sort=old`);
    const target = page.locator("article.post").nth(200);
    const id = Number((await target.getAttribute("id"))?.slice("post-".length));
    await target.evaluate((element) => element.scrollIntoView({ block: "start" }));
    await expect(target).toBeInViewport();
    const top = async () => Math.round((await postOn(page, id).boundingBox())?.y ?? Number.NaN);
    // Heights settle while posts come into sight.
    let before = await top();
    await expect(async () => {
      const last = before;
      before = await top();
      expect(before).toBe(last);
    }).toPass({ intervals: [300] });
    await page.reload();
    await ready(page);
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(3);
    await page.goto("/boards");
    await page.goBack();
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(3);
  }
});

test("a reply that was being written is open again after a reload, with its words", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  const answered = await makeReply(opened, await person({ name: "ben" }));
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  await postOn(page, answered).getByRole("link", { name: "Reply" }).click();
  const text = page.getByRole("textbox", { name: "Text" });
  await text.fill("Half of what I want to say.");
  await page.reload();
  await expect(text).toHaveValue("Half of what I want to say.");
  await ready(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.reload();
  await ready(page);
  await expect(text).toHaveCount(0);
});
