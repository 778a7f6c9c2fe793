// What hands do to a thread, and how long it takes until it is seen.
import type { Locator, Page } from "@playwright/test";
import { readVitals } from "@/bench/browser/vitals";

/** Chromium does not report what took less than this, milliseconds. */
const LEAST = 16;

/** Milliseconds of the slowest of the events that an interaction is made of, as INP counts it. */
async function timed(page: Page, act: () => Promise<void>): Promise<number> {
  const before = (await readVitals(page)).interactions.length;
  await act();
  const { interactions } = await readVitals(page);
  return Math.max(LEAST, ...interactions.slice(before));
}

const replyOf = (page: Page, which: number) => page.locator('article[id^="post-"]').nth(which);

/** Presses the arrow of a reply that is not voted on. */
export function vote(page: Page): Promise<number> {
  const arrow = page.locator('article[id^="post-"] button[name="vote"][value$=":up"]').nth(2);
  return timed(page, () => pressed(arrow));
}

/** Folds the first reply with all that is under it. */
export function foldBranch(page: Page): Promise<number> {
  return timed(page, () => pressed(replyOf(page, 1).locator("summary").first()));
}

/** Drags the mouse over some words of a reply. */
export async function selectWords(page: Page): Promise<number> {
  const words = replyOf(page, 6).locator(".own p, .prose p").last();
  await words.scrollIntoViewIfNeeded();
  const box = await words.boundingBox();
  if (box === null) return Number.NaN;
  const [left, y] = [box.x + 4, box.y + 10];
  return timed(page, async () => {
    await page.mouse.move(left, y);
    await page.mouse.down();
    await page.mouse.move(left + 60, y);
    await page.mouse.move(left + 140, y);
    await page.mouse.up();
  });
}

async function pressed(button: Locator): Promise<void> {
  await button.click({ timeout: 60_000 });
}
