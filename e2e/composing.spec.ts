import type { Locator, Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { noSidewaysScroll, violations } from "./support/looks";
import { dragOver, longPress, selectByKeys } from "./support/selecting";
import {
  expect,
  expireSessions,
  makeReply,
  moderation,
  storedMarkdown,
  test,
  unique,
  visit,
} from "./support/test";
import { publish, replyInPlace, textField } from "./support/writing";

const SOURCE = "Tea and cake are fine. The *water must* be boiling. Milk comes last.";
const SAME = "The very same sentence, said by two.";

const notes = (page: Page) => page.getByRole("region", { name: "Quotes" });
const notesList = (page: Page) => notes(page).getByRole("list", { name: "Quotes in this text" });
const bar = (page: Page) => page.getByRole("toolbar", { name: "Selected words" });
const quoteButton = (page: Page) => bar(page).getByRole("button", { name: "Quote" });
const collectButton = (page: Page) => bar(page).getByRole("button", { name: "Collect" });
const tray = (page: Page) => page.getByRole("region", { name: "Collected passages" });
const proseOf = (page: Page, id: number) => page.locator(`#post-${id} .prose`).first();

/** Which post and words a quote of a post was stored as. */
async function storedQuotes(postId: number) {
  const post = await db().post.findUniqueOrThrow({ where: { id: postId } });
  return db().quote.findMany({
    where: { revisionId: post.currentRevisionId ?? 0 },
    orderBy: { ordinal: "asc" },
    select: { sourcePostId: true, status: true, chosen: true },
  });
}

test.describe("while a reply is typed", () => {
  test("each quote names its source, or says that none was found", async ({
    open,
    person,
    thread,
  }) => {
    const opened = await thread({ text: SOURCE });
    const page = await open(await person());
    await visit(page, `/t/${opened.id}`);
    const field = await replyInPlace(page, opened.openingId);
    await expect(notesList(page)).toHaveCount(0);
    await field.pressSequentially("> the water must be boiling\n\nWhy?\n\n");
    const lines = notesList(page).getByRole("listitem");
    await expect(lines).toHaveText([
      new RegExp(`water must be boiling.*${opened.author.viewer.username}’s post, verbatim`),
    ]);
    await field.pressSequentially("> Nobody in this thread has ever said so.\n\nRight?");
    await expect(lines).toHaveCount(2);
    await expect(lines.nth(1)).toContainText("not found in this thread");
    await expect(notes(page).getByRole("status")).toHaveText("2 quotes: 1 found, 1 not found.");
    // The preview itself is not opened by that.
    await expect(page.getByRole("region", { name: "Preview" })).toHaveCount(0);
    await field.fill("No quotes any more.");
    await expect(notesList(page)).toHaveCount(0);
  });

  test("a lost connection and an expired session are said, and nothing is lost", async ({
    open,
    person,
    thread,
    watch,
  }) => {
    watch.allow(/Failed to load resource/);
    const opened = await thread({ text: SOURCE });
    const author = await person();
    const page = await open(author);
    await visit(page, `/t/${opened.id}`);
    const field = await replyInPlace(page, opened.openingId);
    await page.context().setOffline(true);
    await field.fill("> Milk comes last.\n\nNo.");
    await expect(notes(page)).toContainText("There is no connection.");
    await page.context().setOffline(false);
    await expect(notesList(page)).toContainText("verbatim");
    await expect(notes(page)).not.toContainText("There is no connection.");
    await expireSessions(author);
    await field.press("End");
    await field.pressSequentially(" Never.");
    await expect(notes(page).getByRole("link", { name: /^Sign in in a new tab/ })).toBeVisible();
    await expect(field).toHaveValue("> Milk comes last.\n\nNo. Never.");
  });

  test("the words of a hidden post are not found by guessing them", async ({
    moderator,
    open,
    person,
    thread,
  }) => {
    const marker = unique("unspeakable");
    const opened = await thread();
    const said = `It is ${marker}, and everybody knows.`;
    const hidden = await makeReply(opened, await person(), said);
    await makeReply(opened, await person(), "Something else.");
    await moderation("hide", { post: hidden }, moderator, "Rule 3");
    const page = await open(await person());
    await visit(page, `/t/${opened.id}`);
    await (await replyInPlace(page, opened.openingId)).fill(`> ${said}`);
    await expect(notesList(page)).toContainText("not found in this thread");
    await expect(notes(page).getByRole("radio")).toHaveCount(0);
  });
});

test.describe("a quote whose words stand in two posts", () => {
  test("offers the choice, keeps it through a reload, and is published and edited as chosen", async ({
    open,
    person,
    thread,
  }) => {
    const opened = await thread();
    const [first, second] = [await person({ name: "ben" }), await person({ name: "cleo" })];
    const firstId = await makeReply(opened, first, `Before it. ${SAME}`);
    const secondId = await makeReply(opened, second, SAME);
    const author = await person();
    const page = await open(author);
    await visit(page, `/t/${opened.id}`);
    await (await replyInPlace(page, opened.openingId)).fill(`> ${SAME}\n\nWho?`);
    await expect(notesList(page)).toContainText("in several posts: which one?");
    const choice = page.getByRole("group", { name: "Which one do you mean?" });
    await expect(choice.getByRole("radio")).toHaveCount(3);
    await expect(choice.getByRole("radio", { name: "Leave it open" })).toBeChecked();
    await choice.getByRole("radio", { name: new RegExp(`${first.username}.*Before it`) }).check();
    await expect(notesList(page)).toContainText(`${first.username}’s post, verbatim, as you chose`);

    await visit(page, `/t/${opened.id}`);
    await replyInPlace(page, opened.openingId);
    const again = choice.getByRole("radio", { name: new RegExp(first.username) });
    await expect(again).toBeChecked();
    await page.getByRole("button", { name: "Preview" }).click();
    const preview = page.getByRole("region", { name: "Preview" });
    await expect(preview.getByText(`quoting ${first.username}`)).toBeVisible();
    const id = await publish(page);
    expect(await storedQuotes(id)).toEqual([
      { sourcePostId: firstId, status: "verbatim", chosen: true },
    ]);

    // An edit elsewhere in the text keeps it; another choice alone is an edit, too.
    await visit(page, `/p/${id}/edit`);
    await expect(again).toBeChecked();
    await (await textField(page)).fill(`> ${SAME}\n\nWho, I wonder?`);
    await publish(page);
    expect(await storedQuotes(id)).toMatchObject([{ sourcePostId: firstId, chosen: true }]);
    await visit(page, `/p/${id}/edit`);
    await choice.getByRole("radio", { name: new RegExp(second.username) }).check();
    await publish(page);
    expect(await storedQuotes(id)).toMatchObject([{ sourcePostId: secondId, chosen: true }]);
  });

  test("can be left open", async ({ open, person, thread }) => {
    const opened = await thread();
    for (const name of ["ben", "cleo"]) await makeReply(opened, await person({ name }), SAME);
    const page = await open(await person());
    await visit(page, `/t/${opened.id}`);
    await (await replyInPlace(page, opened.openingId)).fill(`> ${SAME}\n\nWho?`);
    await expect(page.getByRole("radio", { name: "Leave it open" })).toBeChecked();
    const id = await publish(page);
    expect(await storedQuotes(id)).toMatchObject([{ status: "ambiguous", chosen: false }]);
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("is chosen on the page of the preview", async ({ open, person, thread }) => {
      const opened = await thread();
      const ben = await person({ name: "ben" });
      const benId = await makeReply(opened, ben, SAME);
      await makeReply(opened, await person({ name: "cleo" }), SAME);
      const page = await open(await person());
      await page.goto(`/p/${opened.openingId}/reply`);
      await page.getByRole("textbox", { name: "Text" }).fill(`> ${SAME}\n\nWho?`);
      await page.getByRole("button", { name: "Preview" }).click();
      await page.getByRole("radio", { name: new RegExp(ben.username) }).check();
      await page.getByRole("button", { name: "Preview" }).click();
      await expect(page.getByRole("radio", { name: new RegExp(ben.username) })).toBeChecked();
      await expect(notesList(page)).toContainText("as you chose");
      await page.getByRole("button", { name: "Publish" }).click();
      await expect(page).toHaveURL(/#post-\d+$/);
      const id = Number(/#post-(\d+)$/.exec(page.url())?.[1]);
      expect(await storedQuotes(id)).toMatchObject([{ sourcePostId: benId, chosen: true }]);
    });
  });
});

test.describe("answering point by point", () => {
  const PARENT = "# Why\n\nFirst point.\n\n- Second point.\n- Third point.\n\n> Somebody else.\n";
  const LAID_OUT = "> First point.\n\n\n\n> - Second point.\n\n\n\n> - Third point.\n\n";

  test("lays the post out under what is typed, with the caret under its first quote", async ({
    open,
    person,
    thread,
  }) => {
    const opened = await thread();
    const parent = await makeReply(opened, await person(), PARENT);
    const page = await open(await person());
    await visit(page, `/t/${opened.id}`);
    const field = await replyInPlace(page, parent);
    await field.fill("Three things.");
    await page.getByRole("button", { name: "Answer point by point" }).click();
    await expect(field).toHaveValue(`Three things.\n\n${LAID_OUT}`);
    await expect(field).toBeFocused();
    await page.keyboard.type("Yes.");
    await expect(field).toHaveValue(
      `Three things.\n\n${LAID_OUT.replace("point.\n\n", "point.\n\nYes.")}`,
    );
    await expect(notesList(page).getByRole("listitem")).toHaveCount(3);
    await expect(notes(page)).toContainText("2 quotes have no answer");
    await page.getByRole("button", { name: "Remove quotes without an answer" }).click();
    await expect(field).toHaveValue("Three things.\n\n> First point.\n\nYes.\n\n");
    // The browser's own undo takes back both.
    await field.press("Control+z");
    await expect(field).toHaveValue(/Third point/);
    await page.getByRole("button", { name: "Remove quotes without an answer" }).click();
    const id = await publish(page);
    expect(await storedQuotes(id)).toMatchObject([{ sourcePostId: parent, status: "verbatim" }]);
  });

  test("takes the place of the whole post that a reply's page begins with", async ({
    open,
    person,
    thread,
  }) => {
    const opened = await thread();
    const parent = await makeReply(opened, await person(), PARENT);
    const page = await open(await person());
    await visit(page, `/p/${parent}/reply`);
    const field = await textField(page);
    await expect(field).toHaveValue(/^> # Why\n>/);
    await page.getByRole("button", { name: "Answer point by point" }).click();
    await expect(field).toHaveValue(LAID_OUT);
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("is a button that keeps what is typed, and an address", async ({
      open,
      person,
      thread,
    }) => {
      const opened = await thread();
      const parent = await makeReply(opened, await person(), PARENT);
      const page = await open(await person());
      const field = page.getByRole("textbox", { name: "Text" });
      await page.goto(`/p/${parent}/reply?layout=points`);
      await expect(field).toHaveValue(LAID_OUT);
      await expect(notesList(page).getByRole("listitem")).toHaveCount(3);
      await field.fill("> First point.\n\nYes.\n\n> - Second point.\n\n");
      await page.getByRole("button", { name: "Preview" }).click();
      await page.getByRole("button", { name: "Remove quotes without an answer" }).click();
      await expect(field).toHaveValue("> First point.\n\nYes.\n\n");
      await page.getByRole("button", { name: "Answer point by point" }).click();
      // What is quoted already is not laid out again.
      const others = LAID_OUT.slice(LAID_OUT.indexOf("> - Second"));
      await expect(field).toHaveValue(`> First point.\n\nYes.\n\n${others}`);
      await field.fill("> First point.\n\nYes, it is.");
      await page.getByRole("button", { name: "Publish" }).click();
      await expect(page).toHaveURL(/#post-\d+$/);
      const id = Number(/#post-(\d+)$/.exec(page.url())?.[1]);
      expect(await storedMarkdown(id)).toBe("> First point.\n\nYes, it is.");
    });
  });
});

test("quoting nearly a whole long post earns a hint, which keeps nobody from publishing", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread({ text: `${SOURCE} `.repeat(8).trim() });
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  await page
    .locator(`#post-${opened.openingId}`)
    .getByRole("link", { name: "Quote", exact: true })
    .click();
  await expect(notes(page)).toContainText("You quote nearly the whole post.");
  await page.keyboard.type("I agree.");
  await publish(page);
});

test.describe("selected words are quoted", () => {
  test("by keyboard: with Alt+Q, or by tabbing to the button", async ({ open, person, thread }) => {
    const opened = await thread({ text: SOURCE });
    const page = await open(await person());
    await visit(page, `/t/${opened.id}`);
    await selectByKeys(page, proseOf(page, opened.openingId), "Milk comes last.");
    await expect(quoteButton(page)).toHaveAttribute("aria-keyshortcuts", "Alt+Q");
    await page.keyboard.press("Alt+q");
    const field = page.getByRole("textbox", { name: "Text" });
    await expect(field).toHaveValue("> Milk comes last.\n\n");
    await page.getByRole("button", { name: "Cancel" }).click();

    await selectByKeys(page, proseOf(page, opened.openingId), "Tea and cake are fine.");
    await expect(bar(page)).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(quoteButton(page)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(field).toHaveValue("> Tea and cake are fine.\n\n");
  });

  test("over a quote of the same post, which is left out", async ({ open, person, thread }) => {
    const opened = await thread({ text: SOURCE });
    const text = "My first words.\n\n> Milk comes last.\n\nMy last words.";
    const id = await makeReply(opened, await person(), text);
    const page = await open(await person());
    await visit(page, `/t/${opened.id}`);
    await dragOver(page, proseOf(page, id), "My first words.", "My last words.");
    await quoteButton(page).click();
    const field = page.getByRole("textbox", { name: "Text" });
    await expect(field).toHaveValue("> My first words.\n>\n> My last words.\n\n");
    await expect(notesList(page)).toContainText("verbatim");
  });

  test("not from two posts at once", async ({ open, person, thread }) => {
    const opened = await thread({ text: SOURCE });
    await makeReply(opened, await person(), "These words are mine.");
    const page = await open(await person());
    await visit(page, `/t/${opened.id}`);
    await dragOver(page, page.locator("#main"), "Tea and cake", "Milk comes last.");
    await expect(bar(page)).toBeVisible();
    await dragOver(page, page.locator("#main"), "Milk comes last.", "These words are mine.");
    await expect(bar(page)).toHaveCount(0);
  });

  test("with their lists and code", async ({ open, person, thread }) => {
    const text = "Look:\n\n- one\n- two\n\n```\nlet a = 1;\nlet b;\n```\n\nThat is all.";
    const opened = await thread({ text });
    const page = await open(await person());
    await visit(page, `/t/${opened.id}`);
    await dragOver(page, proseOf(page, opened.openingId), "Look:", "That is all.");
    await quoteButton(page).click();
    const field = page.getByRole("textbox", { name: "Text" });
    const quoted = text.split("\n").map((line) => (line === "" ? ">" : `> ${line}`));
    await expect(field).toHaveValue(`${quoted.join("\n")}\n\n`);
    await expect(notesList(page)).toContainText("verbatim");
  });

  test("by finger: the bar docks at the foot once the selection rests", async ({
    open,
    person,
    thread,
  }) => {
    const opened = await thread({ text: SOURCE });
    const page = await open(await person(), {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 844 },
    });
    await visit(page, `/t/${opened.id}`);
    const shown = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const look = () => {
            if (!document.querySelector("[role=toolbar]")) return requestAnimationFrame(look);
            return resolve(getSelection()?.toString() ?? "");
          };
          look();
        }),
    );
    await longPress(proseOf(page, opened.openingId), "Milk comes last.");
    await expect(bar(page)).toBeVisible();
    // Not before the handles rest.
    expect(await shown).toBe("Milk comes last.");
    const box = await bar(page).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(844, 0);
    expect(box?.width).toBe(390);
    for (const button of [quoteButton(page), collectButton(page)]) {
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await noSidewaysScroll(page);
    await quoteButton(page).tap();
    await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue("> Milk comes last.\n\n");
    await expect(bar(page)).toHaveCount(0);
  });
});

test.describe("collected passages", () => {
  async function collect(page: Page, where: Locator, words: string): Promise<void> {
    await dragOver(page, where, words, words);
    await collectButton(page).click();
    await expect(bar(page)).toHaveCount(0);
  }

  test("wait through a reload, and are answered together under the post of the last", async ({
    open,
    person,
    thread,
  }) => {
    const opened = await thread({ text: SOURCE });
    const ben = await person({ name: "ben" });
    const other = await makeReply(opened, ben, "Coffee has none of these troubles.");
    const page = await open(await person());
    await visit(page, `/t/${opened.id}`);
    await collect(page, proseOf(page, opened.openingId), "Milk comes last.");
    await expect(tray(page)).toContainText("1 passage collected.");
    await collect(page, proseOf(page, opened.openingId), "Tea and cake");
    await collect(page, proseOf(page, other), "Coffee has none");
    await visit(page, `/t/${opened.id}`);
    await expect(tray(page)).toContainText("3 passages collected.");
    await expect(tray(page)).toContainText(`under ${ben.username}’s post`);
    await tray(page).getByText("Show them").click();
    await tray(page).getByRole("button", { name: "Remove passage 2" }).click();
    await expect(tray(page)).toContainText("2 passages collected.");
    await tray(page).getByRole("button", { name: "Answer" }).click();
    const field = page.locator(`#post-${other}`).getByRole("textbox", { name: "Text" });
    await expect(field).toHaveValue("> Milk comes last.\n\n\n\n> Coffee has none\n\n");
    await expect(tray(page).getByRole("button")).toHaveCount(0);
    // They are as good as typed: a reload keeps them in the draft.
    await visit(page, `/t/${opened.id}`);
    await expect(await replyInPlace(page, other)).toHaveValue(/Milk comes last.*Coffee/s);
    const id = await publish(page);
    const sources = (await storedQuotes(id)).map(({ sourcePostId }) => sourcePostId);
    expect(sources).toEqual([opened.openingId, other]);
  });

  test("go into a reply that is open, and can be thrown away", async ({ open, person, thread }) => {
    const opened = await thread({ text: SOURCE });
    const page = await open(await person());
    await visit(page, `/t/${opened.id}`);
    const field = await replyInPlace(page, opened.openingId);
    await field.fill("First of all, no.");
    await collect(page, proseOf(page, opened.openingId), "Milk comes last.");
    await expect(tray(page)).toContainText("into the open reply");
    await tray(page).getByRole("button", { name: "Answer" }).click();
    await expect(field).toHaveValue("First of all, no.\n\n> Milk comes last.\n\n");
    await collect(page, proseOf(page, opened.openingId), "Tea and cake");
    await tray(page).getByRole("button", { name: "Clear" }).click();
    await expect(tray(page).getByRole("button")).toHaveCount(0);
  });

  test("quoting a post with a draft adds to the draft", async ({ open, person, thread }) => {
    const opened = await thread({ text: SOURCE });
    const page = await open(await person());
    await visit(page, `/t/${opened.id}`);
    await (await replyInPlace(page, opened.openingId)).fill("Half a thought.");
    await visit(page, `/t/${opened.id}`);
    await dragOver(page, proseOf(page, opened.openingId), "Milk comes last.", "Milk comes last.");
    await quoteButton(page).click();
    await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue(
      "Half a thought.\n\n> Milk comes last.\n\n",
    );
  });
});

for (const width of [390, 1280]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`the composer with quotes, choice, hints and tray is accessible at ${width} px, ${colorScheme}`, async ({
      open,
      person,
      thread,
    }) => {
      const opened = await thread({ text: `${SOURCE} `.repeat(8).trim() });
      for (const name of ["ben", "cleo"]) await makeReply(opened, await person({ name }), SAME);
      const page = await open(await person(), { viewport: { width, height: 844 }, colorScheme });
      await visit(page, `/t/${opened.id}`);
      await dragOver(page, proseOf(page, opened.openingId), "Milk", "comes last.");
      await collectButton(page).click();
      const field = await replyInPlace(page, opened.openingId);
      await field.fill(
        `> Milk comes last.\n\nYes.\n\n> ${SAME}\n\nNo.\n\n> Nobody said so.\n\n> ${"long".repeat(40)}`,
      );
      await expect(notesList(page).getByRole("listitem")).toHaveCount(4);
      await noSidewaysScroll(page);
      expect(await violations(page)).toEqual([]);
    });
  }
}
