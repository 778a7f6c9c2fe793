import type { Locator, Page } from "@playwright/test";
import {
  edit,
  expect,
  makeReply,
  moderation,
  remove,
  storedMarkdown,
  test,
  unique,
  visit,
} from "./support/test";
import { proseOf, publish, replyInPlace, textField } from "./support/writing";

const quoteIn = (page: Page, postId: number) =>
  page.locator(`#post-${postId}`).getByRole("blockquote");

/** The characters of a post that are highlighted, as one text. */
async function highlighted(page: Page, postId: number): Promise<string> {
  const marks = page.locator(`#post-${postId}`).locator("mark");
  await expect(marks.first()).toBeVisible();
  return (await marks.allTextContents()).join("");
}

/** Selects words with the mouse, as a person does: from their first to their last character. */
async function selectWords(page: Page, where: Locator, words: string): Promise<void> {
  const box = await where.evaluate((element, wanted) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const start = texts.currentNode.textContent?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(texts.currentNode, start);
      range.setEnd(texts.currentNode, start + wanted.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, middle: (top + bottom) / 2 };
    }
    throw new Error(`"${wanted}" is not there.`);
  }, words);
  await page.mouse.move(box.left + 0.5, box.middle);
  await page.mouse.down();
  await page.mouse.move((box.left + box.right) / 2, box.middle);
  await page.mouse.move(box.right - 0.5, box.middle);
  await page.mouse.up();
}

const SOURCE = "Tea & cake 🍰 are fine. The *water must* be boiling, or nearly. Milk comes last.";

test("a typed quote names its source and leads to exactly its characters", async ({
  open,
  page: reader,
  person,
  thread,
}) => {
  const opened = await thread({ text: SOURCE });
  const between = await makeReply(opened, await person(), "I have no opinion on that.");
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  const field = await replyInPlace(page, between);
  await field.fill("> the water must be boiling\n\nWhy?");
  const id = await publish(page);

  await reader.goto(`/t/${opened.id}`);
  const link = quoteIn(reader, id).getByRole("link", { name: /quoting/ });
  await expect(link).toHaveText(new RegExp(`quoting ${opened.author.viewer.username}`));
  await link.click();
  await expect(reader).toHaveURL(/#passage$/);
  await expect(reader.locator("#passage")).toBeInViewport();
  expect(await highlighted(reader, opened.openingId)).toBe("The water must be boiling");
  await reader.reload();
  expect(await highlighted(reader, opened.openingId)).toBe("The water must be boiling");
  // The answer is not part of the quote.
  await expect(quoteIn(reader, id)).not.toContainText("Why?");
});

test("the link of a quote works by itself, opened by somebody who was never here", async ({
  open,
  page,
  person,
  thread,
}) => {
  const opened = await thread({ text: SOURCE });
  const id = await makeReply(opened, await person(), "> Milk comes last.\n\nFirst!");
  await page.goto(`/t/${opened.id}`);
  const link = quoteIn(page, id).getByRole("link", { name: /quoting/ });
  const href = await link.getAttribute("href");
  const elsewhere = await open(null);
  await elsewhere.goto(href ?? "");
  expect(await highlighted(elsewhere, opened.openingId)).toBe("Milk comes last.");
});

test("selecting text with the mouse offers to quote it, and types it for you", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread({ text: SOURCE });
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  const post = page.locator(`#post-${opened.openingId}`);
  await selectWords(page, post, "Milk comes last.");
  await page.getByRole("button", { name: "Quote", exact: true }).click();
  const field = post.getByRole("textbox", { name: "Text" });
  await expect(field).toHaveValue("> Milk comes last.\n\n");
  await expect(field).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("Never!");
  const id = await publish(page);
  await expect(quoteIn(page, id).getByRole("link", { name: /quoting/ })).toBeVisible();
  await expect(page.locator(`#post-${id}`).getByText("Never!")).toBeVisible();
});

test("words of a quote are not offered to be quoted as those of the quoter", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread({ text: SOURCE });
  const id = await makeReply(opened, await person(), "These words are mine.\n\n> Milk comes last.");
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  const quote = page.getByRole("button", { name: "Quote", exact: true });
  await selectWords(page, page.locator(`#post-${id}`), "These words are mine.");
  await expect(quote).toBeVisible();
  await selectWords(page, quoteIn(page, id), "Milk comes last.");
  await expect(quote).toHaveCount(0);
});

test("the Quote control types the whole post, without what it quotes itself", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread({ text: SOURCE });
  const id = await makeReply(
    opened,
    await person(),
    "> Milk comes last.\n\nFirst paragraph.\n\nSecond one.",
  );
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  const post = page.locator(`#post-${id}`);
  await post.getByRole("link", { name: "Quote", exact: true }).click();
  const field = post.getByRole("textbox", { name: "Text" });
  await expect(field).toHaveValue("> First paragraph.\n>\n> Second one.\n\n");
  await field.press("Control+End");
  await field.pressSequentially("Agreed.");
  const reply = await publish(page);
  await expect(quoteIn(page, reply).getByText("Second one.")).toBeVisible();
  await expect(quoteIn(page, reply).getByRole("link", { name: /quoting/ })).toBeVisible();
});

test("one reply collects quotes from two posts", async ({ open, person, thread }) => {
  const opened = await thread({ text: SOURCE });
  const other = await makeReply(opened, await person(), "Coffee has none of these troubles.");
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  const field = await replyInPlace(page, opened.openingId);
  await field.fill("Two things.");
  const quote = page.getByRole("button", { name: "Quote", exact: true });
  await selectWords(page, page.locator(`#post-${opened.openingId}`), "Milk comes last.");
  await quote.click();
  await expect(field).toHaveValue("Two things.\n\n> Milk comes last.\n\n");
  await page.keyboard.type("No.");
  await page.locator(`#post-${other}`).getByRole("link", { name: "Quote", exact: true }).click();
  await expect(field).toHaveValue(
    "Two things.\n\n> Milk comes last.\n\nNo.\n\n> Coffee has none of these troubles.\n\n",
  );
  await page.keyboard.type("Yes.");
  const id = await publish(page);
  const links = quoteIn(page, id).getByRole("link", { name: /quoting/ });
  await expect(links).toHaveCount(2);
  await links.nth(0).click();
  expect(await highlighted(page, opened.openingId)).toBe("Milk comes last.");
  await page.goBack();
  await links.nth(1).click();
  expect(await highlighted(page, other)).toBe("Coffee has none of these troubles.");
});

test("a reader sees which quotes are unverified, ambiguous or elided", async ({
  page,
  person,
  thread,
}) => {
  const opened = await thread({ text: SOURCE });
  const same = "The very same sentence, said by two.";
  await makeReply(opened, await person(), same);
  await makeReply(opened, await person(), same);
  const apart = await makeReply(opened, await person(), "And I say something else.");
  const id = await makeReply(
    apart,
    await person(),
    [
      "> Nobody in this thread has ever said so.",
      `> ${same}`,
      "> Tea & cake […] Milk comes last.",
      "> Milk comes last.",
    ].join("\n\nIndeed.\n\n"),
  );
  await page.goto(`/t/${opened.id}`);
  const quotes = quoteIn(page, id);
  await expect(quotes.nth(0)).toContainText("unverified");
  await expect(quotes.nth(0).getByRole("link", { name: /quoting/ })).toHaveCount(0);
  await expect(quotes.nth(1)).toContainText("ambiguous");
  await expect(quotes.nth(1).getByRole("link", { name: /quoting/ })).toHaveCount(0);
  await expect(quotes.nth(2)).toContainText("elided");
  await expect(quotes.nth(2).getByRole("link", { name: /quoting/ })).toBeVisible();
  await expect(quotes.nth(3)).not.toContainText(/unverified|ambiguous|elided|altered/);
});

test("the preview says of a quote what the reader will see", async ({ open, person, thread }) => {
  const opened = await thread({ text: SOURCE });
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  const field = await replyInPlace(page, opened.openingId);
  await field.fill("> Milk comes last.\n\n> Nobody in this thread has ever said so.\n");
  await page.getByRole("button", { name: "Preview" }).click();
  const quotes = page.getByRole("region", { name: "Preview" }).getByRole("blockquote");
  await expect(quotes.nth(0)).toContainText(`quoting ${opened.author.viewer.username}`);
  await expect(quotes.nth(1)).toContainText("unverified");
});

test("a quote inside a quote goes to those whose words they are", async ({
  page,
  person,
  thread,
}) => {
  const opened = await thread({ text: SOURCE });
  const answer = await makeReply(
    opened,
    await person(),
    "> Milk comes last.\n\nBut that is barbaric.",
  );
  const id = await makeReply(
    answer,
    await person(),
    "> > Milk comes last.\n>\n> But that is barbaric.\n\nPeace, both of you.",
  );
  await page.goto(`/t/${opened.id}`);
  await quoteIn(page, id)
    .getByRole("link", { name: `quoting ${opened.author.viewer.username}` })
    .click();
  expect(await highlighted(page, opened.openingId)).toBe("Milk comes last.");
  await page.goBack();
  const outer = quoteIn(page, id).filter({ hasText: "barbaric" }).first();
  await outer
    .getByRole("link", { name: /quoting/ })
    .first()
    .click();
  expect(await highlighted(page, answer)).toBe("But that is barbaric.");
});

test("an edit elsewhere in the source moves the link and says nothing", async ({
  page,
  person,
  thread,
}) => {
  const opened = await thread({ text: SOURCE });
  const id = await makeReply(opened, await person(), "> Milk comes last.\n\nNo.");
  await edit(opened.openingId, opened.author, `First of all 🫖, **a word before**. ${SOURCE}`);
  await page.goto(`/t/${opened.id}`);
  await expect(quoteIn(page, id)).not.toContainText("source edited");
  await quoteIn(page, id)
    .getByRole("link", { name: /quoting/ })
    .click();
  expect(await highlighted(page, opened.openingId)).toBe("Milk comes last.");
});

test("of a deleted source the words stay and the name goes", async ({ page, person, thread }) => {
  const opened = await thread();
  const author = await person({ name: "gone" });
  const source = await makeReply(opened, author, "I shall regret these words.");
  const id = await makeReply(source, await person(), "> I shall regret these words.\n\nYou will.");
  await remove(source, author);
  const response = await page.goto(`/t/${opened.id}`);
  await expect(quoteIn(page, id)).toContainText("I shall regret these words.");
  await expect(quoteIn(page, id)).toContainText("a deleted post");
  expect(await response?.text()).not.toContain(author.username);
});

test("a quote of a hidden post is gone for others, and comes back byte for byte", async ({
  moderator,
  open,
  page,
  person,
  thread,
}) => {
  const marker = unique("unspeakable");
  const opened = await thread();
  const [author, quoter] = [await person(), await person()];
  const source = await makeReply(opened, author, `It is ${marker}, and *everybody* knows.`);
  const text = `> It is ${marker}, and everybody knows.\n\nDo they?`;
  const id = await makeReply(opened, quoter, text);
  const path = `/t/${opened.id}`;
  await page.goto(path);
  const before = await proseOf(page.locator(`#post-${id}`));
  expect(before).toContain(marker);

  await moderation("hide", { post: source }, moderator, "Rule 3");
  for (const who of [null, quoter]) {
    const reader = await open(who);
    for (const address of [
      path,
      `/p/${id}/history`,
      `/u/${quoter.username}`,
      `/u/${author.username}`,
    ]) {
      const response = await reader.goto(address);
      expect(await response?.text(), address).not.toContain(marker);
    }
    await reader.goto(path);
    await expect(quoteIn(reader, id)).toContainText("hidden");
    await expect(quoteIn(reader, id)).not.toContainText(author.username);
  }
  for (const who of [author, moderator]) {
    const reader = await open(who);
    await reader.goto(path);
    await expect(quoteIn(reader, id)).toContainText(marker);
  }

  await moderation("unhide", { post: source }, moderator, "Seen again");
  await page.goto(path);
  expect(await proseOf(page.locator(`#post-${id}`))).toBe(before);
  expect(await storedMarkdown(id)).toBe(text);
});

test("whoever edits a post with a redacted quote sees a placeholder, and loses nothing by saving", async ({
  moderator,
  open,
  person,
  thread,
}) => {
  const marker = unique("unspeakable");
  const opened = await thread();
  const quoter = await person();
  const source = await makeReply(opened, await person(), `It is ${marker}, and everybody knows.`);
  const typed = [`> It is ${marker},   and everybody knows.`, "Do they?", "> It is me.", "No."];
  const id = await makeReply(opened, quoter, typed.join("\n\n"));
  await moderation("hide", { post: source }, moderator, "Rule 3");

  const page = await open(quoter);
  const response = await page.goto(`/p/${id}/edit`);
  expect(await response?.text()).not.toContain(marker);
  const field = await textField(page);
  await expect(field).toHaveValue(/^> \[hidden quote \d+\]\n\nDo they\?\n\n> It is me\.\n\nNo\.$/);
  await field.press("Control+End");
  await field.pressSequentially(" Never.");
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByText("No. Never.")).toBeVisible();
  await expect(preview.getByRole("blockquote").first()).toContainText("hidden");
  expect(await page.content()).not.toContain(marker);
  await publish(page);
  await expect(quoteIn(page, id).first()).toContainText("hidden");

  await moderation("unhide", { post: source }, moderator, "Seen again");
  await page.reload();
  await expect(quoteIn(page, id).first()).toContainText(marker);
  await expect(
    quoteIn(page, id)
      .first()
      .getByRole("link", { name: /quoting/ }),
  ).toBeVisible();
  expect(await storedMarkdown(id)).toBe(`${typed.join("\n\n")} Never.`);
});

test("the preview tells nobody the words of a hidden post", async ({
  moderator,
  open,
  person,
  thread,
}) => {
  const marker = unique("unspeakable");
  const opened = await thread();
  const source = await makeReply(opened, await person(), `It is ${marker}, and everybody knows.`);
  await moderation("hide", { post: source }, moderator, "Rule 3");
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  // Who guesses the words must not learn from us whose they are.
  await (await replyInPlace(page, opened.openingId)).fill(
    `> It is ${marker}, and everybody knows.`,
  );
  await page.getByRole("button", { name: "Preview" }).click();
  const quote = page.getByRole("region", { name: "Preview" }).getByRole("blockquote");
  await expect(quote).toBeVisible();
  await expect(quote.getByRole("link")).toHaveCount(0);
  await expect(quote).not.toContainText("quoting");
});
