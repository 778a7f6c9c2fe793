import { db } from "@/lib/db/client";
import { REPLIES_PER_PAGE } from "@/lib/posts/paging";
import { manyReplies } from "@/scripts/test/debate";
import { expect, type Thread, test, visit } from "./support/test";

// Threads longer than a page.

// A record of each step would hold thousands of posts each time.
test.use({ trace: "off" });
test.describe.configure({ timeout: 150_000 });

const TOTAL = REPLIES_PER_PAGE + 250;

/** A thread of two pages, and the last post that is read in it. */
async function longThread(thread: () => Promise<Thread>): Promise<[Thread, number]> {
  const long = await thread();
  await manyReplies(long.author.viewer, long.openingId, TOTAL);
  const last = await db().post.findFirstOrThrow({
    where: { threadId: long.id },
    orderBy: { id: "desc" },
  });
  return [long, last.id];
}

for (const javaScriptEnabled of [true, false]) {
  const scripts = javaScriptEnabled ? "with" : "without";
  test(`a permalink lands on the page that its post is on, ${scripts} scripts`, async ({
    open,
    thread,
  }) => {
    const [long, last] = await longThread(thread);
    const page = await open(null, { javaScriptEnabled });
    if (javaScriptEnabled) await visit(page, `/p/${last}`);
    else await page.goto(`/p/${last}`);
    await expect(page).toHaveURL(`/t/${long.id}?at=${last}#post-${last}`);
    await expect(page.locator(`#post-${last}`)).toBeInViewport();
    const pages = page.getByRole("navigation", { name: "Pages of this thread" });
    await expect(pages).toContainText(`of ${TOTAL.toLocaleString("en")}, page 2 of 2`);
    // The opening post is on the other page, and its link leads there.
    await page.locator(`#post-${last}`).getByRole("link", { name: "root" }).click();
    await expect(page).toHaveURL(new RegExp(`/t/${long.id}\\?at=${long.openingId}#post-\\d+$`));
    await expect(page.locator(`#post-${long.openingId}`)).toBeVisible();
  });
}

test("more replies are put under those that are read, and nothing is shown twice", async ({
  page,
  thread,
}) => {
  const [long, last] = await longThread(thread);
  await visit(page, `/t/${long.id}`);
  await expect(page.locator(`#post-${last}`)).toHaveCount(0);
  // By keyboard: what a pointer is led to moves while posts above it are laid out.
  await page.getByRole("link", { name: "More replies" }).press("Enter");
  // Thousands of posts take a busy machine longer than anything else does.
  await expect(page.locator(`#post-${last}`)).toBeAttached({ timeout: 90_000 });
  await expect(page).toHaveURL(`/t/${long.id}`);
  await expect(page.getByRole("link", { name: "More replies" })).toHaveCount(0);
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll("article")].map(({ id }) => id),
  );
  expect(ids.length).toBe(TOTAL + 1);
  expect(new Set(ids).size).toBe(ids.length);
  // Reading goes on where the new ones begin, by keyboard too.
  const focused = await page.evaluate(() => document.activeElement?.id);
  expect(ids.indexOf(focused ?? "")).toBeGreaterThan(REPLIES_PER_PAGE / 2);
});

test("what one leaps to, some screens on, stands still", async ({ page, thread }) => {
  const { id, author, openingId } = await thread();
  await manyReplies(author.viewer, openingId, 150);
  await visit(page, `/t/${id}`);
  const told = page.locator('.post[style*="contain-intrinsic"]');
  await expect.poll(() => told.count()).toBeGreaterThan(40);
  await page.evaluate(() => {
    Object.assign(window, { shifts: [] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) Object(window).shifts.push(Object(entry).value);
    }).observe({ type: "layout-shift" });
  });
  const leap = (top: number) =>
    page.evaluate(async (y) => {
      window.scrollTo(0, y);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return Object(window).shifts as number[];
    }, top);
  expect(await leap(3_500)).toEqual([]);
  expect(await leap(6_500)).toEqual([]);
});

test("without scripts the same link leads to the next page, and back", async ({ open, thread }) => {
  const [long] = await longThread(thread);
  const page = await open(null, { javaScriptEnabled: false });
  await page.goto(`/t/${long.id}?sort=old`);
  await page.getByRole("link", { name: "More replies" }).click();
  await expect(page).toHaveURL(`/t/${long.id}?sort=old&page=2`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(long.title);
  await page.getByRole("link", { name: "Earlier replies" }).click();
  await expect(page).toHaveURL(`/t/${long.id}?sort=old`);
});
