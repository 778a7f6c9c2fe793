import type { Page } from "@playwright/test";
import { edit, expect, makeReply, type Person, type Thread, test, visit } from "./support/test";

// What becomes of a quote when its source is edited, and the words around it.

const BEFORE = "Tea & cake 🍰 are fine. The *water must* be boiling, or nearly. Milk comes last.";
const AFTER = "Tea & cake 🍰 are fine. The water must be *hot*, or nearly so. Milk comes last.";
const GONE = "Coffee is another matter altogether.";
const QUOTED = "> The water must be boiling, or nearly.\n\nWhy must it?";

const quoteIn = (page: Page, postId: number) =>
  page.locator(`#post-${postId}`).getByRole("blockquote");

interface Debate {
  opened: Thread;
  quoter: Person;
  quotingId: number;
}

const scened = test.extend<{ debate: Debate }>({
  debate: async ({ person, thread }, use) => {
    const opened = await thread({ text: BEFORE });
    const quoter = await person();
    await use({ opened, quoter, quotingId: await makeReply(opened, quoter, QUOTED) });
  },
});

scened(
  "a reader sees what was changed in quoted words, and where they stand now",
  async ({ debate: { opened, quotingId }, page }) => {
    await edit(opened.openingId, opened.author, AFTER);
    await page.goto(`/t/${opened.id}`);
    const quote = quoteIn(page, quotingId);
    await expect(quote).toContainText("The water must be boiling, or nearly.");
    await expect(quote).toContainText("source edited: these words were changed since");
    await quote.getByText("What it says now").click();
    await expect(quote.getByRole("deletion").first()).toHaveText("boiling");
    await expect(quote.getByRole("insertion").first()).toHaveText("hot");
    await quote.getByRole("link", { name: /quoting/ }).click();
    const marks = page.locator(`#post-${opened.openingId} mark.passage`);
    await expect(marks.first()).toBeInViewport();
    expect((await marks.allTextContents()).join("")).toBe("The water must be hot, or nearly so.");
  },
);

scened(
  "words that were taken out lead to the post alone",
  async ({ debate: { opened, quotingId }, page }) => {
    await edit(opened.openingId, opened.author, GONE);
    await page.goto(`/t/${opened.id}`);
    const quote = quoteIn(page, quotingId);
    await expect(quote).toContainText("source edited");
    await expect(quote).toContainText("The water must be boiling, or nearly.");
    await quote.getByRole("link", { name: /quoting/ }).click();
    await expect(page.locator(`#post-${opened.openingId}`)).toBeInViewport();
    await expect(page.locator("mark")).toHaveCount(0);
  },
);

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without scripts too";
  scened(
    `the quoter is told, and quotes anew with one press${how}`,
    async ({ debate: { opened, quoter, quotingId }, open }) => {
      const page = await open(quoter, { javaScriptEnabled });
      await page.goto(`/t/${opened.id}`);
      await expect(page.getByRole("banner")).not.toContainText("to check");
      await edit(opened.openingId, opened.author, AFTER);
      await page.goto("/");
      await page.getByRole("link", { name: "1 quote to check" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Edited since you quoted");
      await page.getByRole("button", { name: "Quote what it says now" }).click();
      await expect(page.getByText("Your post now quotes what the source says.")).toBeVisible();
      await page.goto(`/t/${opened.id}`);
      await expect(page.getByRole("banner")).not.toContainText("to check");
      await expect(quoteIn(page, quotingId)).toContainText("The water must be hot, or nearly so.");
      await expect(quoteIn(page, quotingId)).not.toContainText("source edited");
      await expect(page.locator(`#post-${quotingId}`)).toContainText("Why must it?");
    },
  );
}

scened(
  "a quote can be left as it is, from the thread by its page",
  async ({ debate: { opened, quoter, quotingId }, open }) => {
    await edit(opened.openingId, opened.author, AFTER);
    const page = await open(quoter);
    await page.goto(`/t/${opened.id}`);
    await quoteIn(page, quotingId)
      .getByRole("link", { name: "Quote it anew, or leave it" })
      .click();
    await page.getByRole("button", { name: "Leave my quote as it is" }).click();
    await expect(page.getByText("Your quote stays as it is.")).toBeVisible();
    await page.goto(`/t/${opened.id}`);
    await expect(quoteIn(page, quotingId)).toContainText("boiling");
    await expect(page.getByRole("link", { name: "Quote it anew, or leave it" })).toHaveCount(0);
  },
);

scened(
  "the words around a passage are shown in place, and go again",
  async ({ debate: { opened, quotingId }, page }) => {
    await visit(page, `/t/${opened.id}`);
    const quote = quoteIn(page, quotingId);
    const link = quote.getByRole("link", { name: "context" });
    await link.focus();
    await page.keyboard.press("Enter");
    const around = quote.getByRole("region", { name: "Around this quote" });
    await expect(around).toContainText("Tea & cake 🍰 are fine.");
    await expect(around.locator("mark")).toHaveText("The water must be boiling, or nearly.");
    await expect(link).toHaveAttribute("aria-expanded", "true");
    await expect(page).toHaveURL(new RegExp(`/t/${opened.id}$`));
    await page.keyboard.press("Enter");
    await expect(around).toHaveCount(0);
  },
);

scened(
  "without scripts the words around a passage are on a page of their own",
  async ({ debate: { opened, quotingId }, open }) => {
    const page = await open(null, { javaScriptEnabled: false });
    await page.goto(`/t/${opened.id}`);
    await quoteIn(page, quotingId).getByRole("link", { name: "context" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("A quote");
    const place = page.getByRole("region", { name: "Where it stands" });
    await expect(place).toContainText("Milk comes last.");
    await expect(place.locator("mark")).toHaveText("The water must be boiling, or nearly.");
  },
);

scened(
  "what could not be loaded says so, and loads when pressed again",
  async ({ debate: { opened, quotingId }, page, watch }) => {
    watch.allow(/Failed to load resource/);
    await visit(page, `/t/${opened.id}`);
    const quote = quoteIn(page, quotingId);
    await page.route("**/q/*/context", (route) => route.abort());
    await quote.getByRole("link", { name: "context" }).click();
    await expect(quote).toContainText("could not be loaded");
    await page.unroute("**/q/*/context");
    await quote.getByRole("link", { name: "context" }).click();
    await quote.getByRole("link", { name: "context" }).click();
    await expect(quote.locator("mark")).toHaveText("The water must be boiling, or nearly.");
  },
);

scened(
  "a long quote is folded, and opens by a press without scripts",
  async ({ open, person, thread }) => {
    const long = Array.from({ length: 60 }, (_, index) => `Sentence number ${index} of many.`).join(
      " ",
    );
    const opened = await thread({ text: long });
    const id = await makeReply(opened, await person(), `> ${long}\n\nYes.`);
    const page = await open(null, { javaScriptEnabled: false });
    await page.goto(`/t/${opened.id}`);
    const quote = quoteIn(page, id);
    await expect(quote).toContainText("Sentence number 0 of many.");
    const last = quote.getByText("Sentence number 59 of many.");
    await expect(last).toBeHidden();
    await quote.getByText(/The whole quote/).click();
    await expect(last).toBeVisible();
  },
);
