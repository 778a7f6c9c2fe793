import type { Page } from "@playwright/test";
import { noSidewaysScroll, violations } from "./support/looks";
import { edit, expect, makeReply, moderation, remove, test, visit } from "./support/test";

const TEXT = [
  "The *water must* be boiling. Milk comes last. Nobody needs sugar.",
  "- First of all, [warm the pot](https://example.org/pots).\n- Then wait.",
  "```js\nsteep(5);\n```",
].join("\n\n");
const WATER = "The water must be boiling.";
const MILK = "Milk comes last.";

const markIn = (page: Page, postId: number, nth = 0) =>
  page
    .locator(`#post-${postId}`)
    .getByRole("link", { name: /answers? to this passage/ })
    .nth(nth);

const panelIn = (page: Page) => page.getByRole("region", { name: "Answers to the passage" });

/** The characters that are marked as answered in a post. */
const answeredIn = async (page: Page, postId: number) =>
  page.locator(`#post-${postId} .answered-words`).allTextContents();

test("pressing the mark of an answered passage lists its answers in place", async ({
  page,
  person,
  thread,
}) => {
  const opened = await thread({ text: TEXT });
  const [ben, eve] = [await person({ name: "ben" }), await person({ name: "eve" })];
  const first = await makeReply(opened, ben, `> ${WATER}\n\nWhy *boiling*?\n\n> ${MILK}\n\nNo.`);
  await makeReply(first, eve, "> water must be\n\nMust it be?");
  await visit(page, `/t/${opened.id}`);
  expect((await answeredIn(page, opened.openingId)).join("|")).toBe(
    "The |water must| be boiling.|Milk comes last.",
  );
  const mark = markIn(page, opened.openingId);
  await expect(mark).toHaveAccessibleName("2 answers to this passage");
  await expect(mark).toHaveAttribute("aria-expanded", "false");
  await mark.click();
  await expect(mark).toHaveAttribute("aria-expanded", "true");
  const panel = panelIn(page);
  await expect(panel.getByRole("status")).toHaveText("2 answers");
  const answers = panel.getByRole("listitem");
  await expect(answers.nth(0)).toContainText(ben.username);
  await expect(answers.nth(0)).toContainText("Why boiling?");
  await expect(answers.nth(0)).not.toContainText("No.");
  await expect(answers.nth(1)).toContainText("to water must beMust it be?");
  // Under the passage, above what follows, covering neither.
  const boxes = await page.evaluate((id) => {
    const [above, below] = document.querySelectorAll(`#post-${id} .own > *`);
    const box = (element: Element | null | undefined) => element?.getBoundingClientRect();
    const shown = box(document.querySelector(".answers-panel"));
    return [box(above)?.bottom, shown?.top, shown?.bottom, box(below)?.top];
  }, opened.openingId);
  expect(boxes).toEqual([...boxes].sort((a, b) => (a ?? 0) - (b ?? 0)));
  await answers
    .nth(0)
    .getByRole("link", { name: /in the thread/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`#post-${first}$`));
  // Another mark opens another list; a second press closes it.
  const other = markIn(page, opened.openingId, 1);
  await other.click();
  await expect(panel).toHaveCount(1);
  await expect(panel).toContainText("No.");
  await expect(mark).toHaveAttribute("aria-expanded", "false");
  await other.click();
  await expect(panel).toHaveCount(0);
});

test("by keyboard a mark opens, and Escape closes it and goes back to where one was", async ({
  page,
  person,
  thread,
}) => {
  const opened = await thread({ text: TEXT });
  await makeReply(opened, await person(), `> ${MILK}\n\nNever.`);
  await visit(page, `/t/${opened.id}`);
  const mark = markIn(page, opened.openingId);
  await mark.focus();
  await page.keyboard.press("Enter");
  await expect(panelIn(page)).toBeFocused();
  await expect(panelIn(page)).toContainText("Never.");
  await page.keyboard.press("Tab");
  await expect(panelIn(page).getByRole("link", { name: "Point by point" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panelIn(page)).toHaveCount(0);
  await expect(mark).toBeFocused();
});

test("marks stand behind links, in lists and in code, and say nothing that is copied", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread({ text: TEXT });
  const texts = ["> warm the pot\n\nA link.", "> steep(5);\n\nFive what?", `> ${MILK}\n\nNo.`];
  for (const text of texts) await makeReply(opened, await person(), text);
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  const post = page.locator(`#post-${opened.openingId}`);
  await expect(post.locator("a a, a[href] [data-answers]")).toHaveCount(0);
  await expect(post.getByRole("link", { name: "warm the pot" })).toHaveText("warm the pot");
  await expect(post.locator("pre")).toHaveText("steep(5);\n");
  await markIn(page, opened.openingId).click();
  await expect(panelIn(page)).toContainText("No.");
  await post.getByRole("link", { name: "Quote", exact: true }).click();
  const field = post.getByRole("textbox", { name: "Text" });
  await expect(field).toHaveValue(/boiling\. Milk comes last\. Nobody needs sugar\.\n/);
  await expect(field).not.toHaveValue(/No\.|\d answers|last\.\s*1/);
});

test("quoting marked words with the mouse types them without their number", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread({ text: TEXT });
  await makeReply(opened, await person(), `> ${MILK}\n\nNo.`);
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  // From inside the marked words to behind the number.
  const own = page.locator(`#post-${opened.openingId} .own p`).first();
  const from = await own.locator(".answered-words").boundingBox();
  const to = await own.boundingBox();
  if (from === null || to === null) throw new Error("nothing to select");
  await page.mouse.move(from.x + 1, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width - 2, from.y + from.height / 2, { steps: 4 });
  await page.mouse.up();
  await page.getByRole("button", { name: "Quote", exact: true }).click();
  const field = page.getByRole("textbox", { name: "Text" });
  await expect(field).toHaveValue("> Milk comes last. Nobody needs sugar.\n\n");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a mark leads to the passage on the page of the points", async ({
    page,
    person,
    thread,
  }) => {
    const opened = await thread({ text: TEXT });
    const eve = await person({ name: "eve" });
    const id = await makeReply(opened, eve, `> ${MILK}\n\nNever.`);
    await makeReply(opened, await person(), `> ${MILK}\n\nAlways.\n\n> ${WATER}\n\nTrue.`);
    await page.goto(`/t/${opened.id}`);
    await markIn(page, opened.openingId, 1).click();
    await expect(page).toHaveURL(new RegExp(`/p/${opened.openingId}/points\\?at=.*#a-\\d+-\\d+$`));
    const points = page.locator(".points > li");
    await expect(points.locator("blockquote")).toHaveText([WATER, MILK]);
    await expect(page.locator(".point:target blockquote")).toHaveText(MILK);
    await expect(points.nth(1)).toContainText(/Never\..*Always\./s);
    await expect(page.getByRole("heading", { name: "Nobody has answered" })).toBeVisible();
    await expect(page.getByText("Nobody needs sugar.")).toBeVisible();
    // The most answered first, and back in the thread.
    await page.getByRole("link", { name: "Most answered" }).click();
    await expect(page).toHaveURL(new RegExp(`/t/${opened.id}/points\\?order=most$`));
    await expect(points.locator("blockquote")).toHaveText([MILK, WATER]);
    await page.getByRole("link", { name: `Post ${id} in the thread` }).click();
    await expect(page).toHaveURL(new RegExp(`/t/${opened.id}#post-${id}$`));
    await page.getByRole("link", { name: "Point by point" }).first().click();
    await expect(page).toHaveURL(new RegExp(`/t/${opened.id}/points$`));
  });

  test("pages of points say what is not there", async ({ page, person, thread, moderator }) => {
    const opened = await thread({ text: TEXT });
    await page.goto(`/t/${opened.id}/points`);
    await expect(page.getByText("Nobody has quoted this post and answered yet.")).toBeVisible();
    const author = await person();
    const gone = await makeReply(opened, author, "Words that are taken back.");
    await makeReply(opened, await person(), "> Words that are taken back.\n\nGood.");
    await remove(gone, author);
    await page.goto(`/p/${gone}/points`);
    await expect(page.getByText("This post was deleted by its author.")).toBeVisible();
    await expect(page.getByText("Good.")).toHaveCount(0);
    await moderation("hide", { thread: opened.id }, moderator, "Rule 1");
    for (const address of [`/t/${opened.id}/points`, `/p/${opened.openingId}/points`]) {
      expect((await page.goto(address))?.status()).toBe(410);
      await expect(page.getByText("Rule 1")).toBeVisible();
      await expect(page.getByText("boiling")).toHaveCount(0);
    }
    expect((await page.goto("/p/2147483647/points"))?.status()).toBe(404);
  });
});

test("an answer that was hidden meanwhile is not listed, and the list says so", async ({
  page,
  person,
  thread,
  moderator,
  watch,
}) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED/);
  const opened = await thread({ text: TEXT });
  const id = await makeReply(opened, await person(), `> ${MILK}\n\nHidden words.`);
  await visit(page, `/t/${opened.id}`);
  await moderation("hide", { post: id }, moderator);
  await markIn(page, opened.openingId).click();
  await expect(panelIn(page)).toContainText("Nobody answers these words any more.");
  await page.keyboard.press("Escape");
  await page.context().setOffline(true);
  await markIn(page, opened.openingId).click();
  await expect(panelIn(page)).toContainText("The answers did not arrive: no connection.");
  await page.context().setOffline(false);
  await page.reload();
  await expect(markIn(page, opened.openingId)).toHaveCount(0);
});

test("marks, lists and pages of points are readable on a phone and in the dark", async ({
  page,
  person,
  thread,
}) => {
  test.setTimeout(90_000);
  const opened = await thread({ kind: "article", text: `# One\n\n${TEXT}\n\n## Two\n\n${TEXT}x` });
  const author = await person();
  const source = await makeReply(opened, author, `A claim that stays. A claim that goes.`);
  await makeReply(
    source,
    await person(),
    "> A claim that goes.\n\nWent.\n\n> A claim that stays.\n\nYes.",
  );
  await makeReply(opened, await person(), `> Two\n\nA heading.\n\n> warm the pot\n\nTwice.`);
  await edit(source, author, "A claim that stays.");
  const PHONE = { width: 390, height: 844 };
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.setViewportSize(scheme === "dark" ? PHONE : { width: 1280, height: 900 });
    await visit(page, `/t/${opened.id}`);
    await markIn(page, source).click();
    await expect(panelIn(page)).toContainText("Yes.");
    await noSidewaysScroll(page);
    expect.soft(await violations(page), `the thread, ${scheme}`).toEqual([]);
    for (const path of [`/t/${opened.id}/points`, `/p/${source}/points`]) {
      await page.goto(path);
      await noSidewaysScroll(page);
      expect.soft(await violations(page), `${path}, ${scheme}`).toEqual([]);
    }
    await expect(page.getByText("Went.")).toBeVisible();
  }
});
