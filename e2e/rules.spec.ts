import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { readable } from "./support/looks";
import { expect, ready, test, unique } from "./support/test";

const inForce = (page: Page) => page.getByRole("list", { name: "Rules in force" });

for (const javaScriptEnabled of [true, false]) {
  test(`an admin writes, orders, retires and brings back rules ${javaScriptEnabled ? "with" : "without"} scripts, and everybody reads them`, async ({
    admin,
    open,
  }) => {
    const page = await open(admin, { javaScriptEnabled });
    const reader = await open(null);
    const goTo = async (path: string) => {
      await page.goto(path);
      if (javaScriptEnabled) await ready(page);
    };
    const [first, second] = [unique("Kindness"), unique("Brevity")];
    for (const title of [first, second]) {
      await goTo("/admin/rules");
      await page.getByRole("textbox", { name: "Title" }).fill(`  ${title} `);
      await page.getByRole("textbox", { name: "What it asks" }).fill("Two lines.\nOf text.");
      await page.getByRole("button", { name: "Add rule" }).click();
      await expect(page.getByRole("main")).toContainText(`The rule “${title}” is in force.`);
    }
    await reader.goto("/");
    await reader.getByRole("link", { name: "Rules", exact: true }).click();
    await expect(reader.getByRole("heading", { name: first })).toBeVisible();
    await expect(reader.getByRole("link", { name: "Change the rules" })).toHaveCount(0);

    // Below the first, other tests may have put theirs between or behind the two meanwhile.
    const orderOf = async () => {
      await reader.goto("/rules");
      const titles = await reader.getByRole("heading", { level: 2 }).allTextContents();
      return titles.filter((title) => title === first || title === second);
    };
    expect(await orderOf()).toEqual([first, second]);
    await expect(async () => {
      await goTo("/admin/rules");
      await page.getByRole("button", { name: `Up ${second}`, exact: true }).click();
      await expect(page.getByRole("main")).toContainText("The rule was moved.");
      expect(await orderOf()).toEqual([second, first]);
    }).toPass();

    await goTo("/admin/rules");
    await page.getByRole("button", { name: `Retire ${first}`, exact: true }).click();
    await expect(inForce(page)).not.toContainText(first);
    expect(await orderOf()).toEqual([second]);
    await goTo("/admin/rules");
    await page.getByRole("button", { name: `Bring back ${first}`, exact: true }).click();
    await expect(inForce(page)).toContainText(first);
    expect(await orderOf()).toEqual([second, first]);

    await goTo("/admin/rules");
    await page.getByRole("link", { name: first, exact: true }).click();
    if (javaScriptEnabled) await ready(page);
    await page.getByRole("textbox", { name: "Title" }).fill("");
    await page.getByRole("textbox", { name: "What it asks" }).fill("Kept while it is mended.");
    await page.getByRole("button", { name: "Save rule" }).click();
    await expect(page.getByRole("main")).toContainText("The title is empty.");
    const text = page.getByRole("textbox", { name: "What it asks" });
    await expect(text).toHaveValue("Kept while it is mended.");
    await page.getByRole("textbox", { name: "Title" }).fill(`${first} first`);
    await page.getByRole("button", { name: "Save rule" }).click();
    await page.waitForURL(/\/admin\/rules$/);
    await reader.goto("/rules");
    await expect(reader.getByRole("main")).toContainText("Kept while it is mended.");
    await db().rule.updateMany({
      where: { title: { in: [second, `${first} first`] } },
      data: { retiredAt: new Date() },
    });
  });
}

test("a rule that somebody else changed meanwhile is not overwritten, and no word is lost", async ({
  admin,
  open,
}) => {
  const [title, theirs] = [unique("Calm"), unique("Calmer")];
  const { id } = await db().rule.create({
    data: { title, text: "Before.\nAfter.", position: 500, retiredAt: new Date() },
  });
  const page = await open(admin);
  await page.goto(`/admin/rules/${id}`);
  await ready(page);
  await db().rule.update({ where: { id }, data: { title: theirs } });
  await page.getByRole("textbox", { name: "What it asks" }).fill("My new words.");
  await page.getByRole("button", { name: "Save rule" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(theirs);
  const text = page.getByRole("textbox", { name: "What it asks" });
  await expect(text).toHaveValue("My new words.");
  expect(await db().rule.findUniqueOrThrow({ where: { id } })).toMatchObject({
    ...{ title: theirs, text: "Before.\nAfter." },
  });
  // Nobody changed it since this page was shown, whose text has a line end in it.
  await page.goto(`/admin/rules/${id}`);
  await ready(page);
  await page.getByRole("textbox", { name: "Title" }).fill(title);
  await page.getByRole("button", { name: "Save rule" }).click();
  await page.waitForURL(/\/admin\/rules$/);
});

for (const javaScriptEnabled of [true, false]) {
  test(`an admin says what a board holds and refuses, ${javaScriptEnabled ? "with" : "without"} scripts`, async ({
    admin,
    board,
    open,
  }) => {
    const page = await open(admin, { javaScriptEnabled });
    await page.goto(`/admin/boards/${board.id}`);
    if (javaScriptEnabled) await ready(page);
    const words = page.getByRole("textbox", { name: "Words that hold a post" });
    const domains = page.getByRole("textbox", { name: "Domains that refuse a post" });
    const save = page.getByRole("button", { name: "Save what is held and refused" });
    await page.getByRole("spinbutton", { name: "First posts held" }).fill("3");
    await words.fill("Casino\nbuy now");
    await domains.fill("spam.example\nno domain");
    await save.click();
    await expect(page.getByRole("main")).toContainText("“no domain” is no domain");
    await expect(words).toHaveValue("Casino\nbuy now");
    await expect(domains).toHaveValue("spam.example\nno domain");
    await domains.fill("https://www.spam.example/page");
    await save.click();
    await expect(page.getByRole("main")).toContainText(
      "What this board holds and refuses is saved.",
    );
    await page.goto(`/admin/boards/${board.id}`);
    await expect(domains).toHaveValue("spam.example");
    expect(await db().board.findUniqueOrThrow({ where: { id: board.id } })).toMatchObject({
      ...{ holdFirst: 3, heldWords: ["Casino", "buy now"], refusedDomains: ["spam.example"] },
    });
  });
}

test("the pages for admins are readable, wide and on a phone, light and dark", async ({
  admin,
  board,
  open,
}) => {
  const page = await open(admin);
  await readable(page, ["/admin/rules", "/admin/rules/1", `/admin/boards/${board.id}`]);
});
