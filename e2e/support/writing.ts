import { expect, type Locator, type Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import type { Author, Thread } from "./debate";
import { ready } from "./page";

/** The field that posts are written in, on a page of its own, when its draft and preview work. */
export async function textField(page: Page): Promise<Locator> {
  await ready(page);
  return page.getByRole("textbox", { name: "Text" });
}

/** Opens the composer under a post, on the page of its thread. */
export async function replyInPlace(page: Page, postId: number): Promise<Locator> {
  const post = page.locator(`#post-${postId}`);
  await post.getByRole("link", { name: "Reply", exact: true }).click();
  const field = post.getByRole("textbox", { name: "Text" });
  await expect(field).toBeVisible();
  return field;
}

/** Presses Publish and waits until the published post is on the page. @returns its id */
export async function publish(page: Page): Promise<number> {
  await page.getByRole("button", { name: "Publish" }).click();
  await page.waitForURL(/\/t\/\d+[^#]*#post-\d+$/);
  await expect(page.getByRole("button", { name: "Publish" })).toHaveCount(0);
  await ready(page);
  return Number(/#post-(\d+)$/.exec(page.url())?.[1]);
}

/** Ids of somebody's replies in a thread, oldest first. */
export async function repliesOf({ viewer }: Author, thread: Thread): Promise<number[]> {
  const posts = await db().post.findMany({
    where: { threadId: thread.id, authorId: viewer.id, parentId: { not: null } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return posts.map(({ id }) => id);
}

/** The text of a post as HTML, for comparing; what leads from its quotes elsewhere is left out. */
export async function proseOf(where: Locator): Promise<string> {
  const html = await where.locator(".prose").first().innerHTML();
  return html
    .replace(/<a [^>]*data-context[^>]*>context<\/a>/g, "")
    .replace(/(<p class="quote-source"><a href=")[^"]*/g, "$1");
}
