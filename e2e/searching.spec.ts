import { db } from "@/lib/db/client";
import { findRelated } from "@/lib/related/commands";
import { catchUp } from "@/lib/search/catch-up.commands";
import { saveSearch } from "@/lib/search/saved.commands";
import { readable } from "./support/looks";
import { expect, makeReply, makeThread, moderation, test, uniqueWord, visit } from "./support/test";

for (const options of [{}, { javaScriptEnabled: false }]) {
  test.describe("javaScriptEnabled" in options ? "without scripts" : "with scripts", () => {
    test("what somebody wrote is found by its words, marked, and leads to its place", async ({
      open,
      person,
      thread,
    }) => {
      const word = uniqueWord("walrus");
      const opened = await thread();
      const ben = await person({ name: "ben" });
      const said = await makeReply(opened, ben, `Nobody has ever seen a ${word} in a tree <b>.`);
      await makeReply(
        said,
        await person(),
        `> Nobody has ever seen a ${word} in a tree <b>.\n\nI have.`,
      );
      const page = await open(null, options);
      await page.goto("/");
      await page.getByRole("searchbox", { name: "Search the forum" }).fill(word);
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(new RegExp(`/search\\?q=${word}`));
      await expect(page.getByText("1 post", { exact: true })).toBeVisible();
      await expect(page.locator("mark")).toHaveText(word);
      await page.getByRole("link", { name: `Re: ${opened.title}` }).click();
      await expect(page).toHaveURL(new RegExp(`/t/${opened.id}.*#post-${said}`));

      await page.goto("/search");
      await page.getByRole("searchbox", { name: "Search for" }).fill(`q:${word}`);
      await page.getByRole("button", { name: "Search" }).click();
      await expect(page.getByText("I have.")).toBeVisible();
      await expect(page.getByText(`quoting ${ben.username}`)).toBeVisible();
    });

    test("what can't be searched for is said, and stays in the field", async ({ open }) => {
      const page = await open(null, options);
      await page.goto("/search");
      const field = page.getByRole("searchbox", { name: "Search for" });
      for (const [text, message] of [
        ['an "open phrase', "A quotation mark is open."],
        ["before:soon", "“soon” is no date"],
        ["-word", "only what must not be there"],
        ["author:nobody-of-this-name", "There is nobody named"],
        ["%%% ***", "at least 3 letters before a *"],
        ["is:unanswered ".repeat(60), "at most 300 characters"],
      ] as const) {
        await field.fill(text);
        await page.getByRole("button", { name: "Search" }).click();
        await expect(page.getByRole("alert").filter({ hasText: message })).toBeVisible();
        await expect(field).toHaveValue(text.trim() === text ? text : /is:unanswered/);
      }
    });

    test("a search is saved under a name, renamed, made again and deleted", async ({
      open,
      person,
    }) => {
      const page = await open(await person(), options);
      await page.goto("/search?q=some+words");
      await page.getByLabel("Name").fill("Mine");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("heading", { name: "Saved searches" })).toBeVisible();
      await page.getByRole("link", { name: "Rename Mine" }).click();
      await page.getByLabel("New name").fill("Yours");
      await page.getByRole("button", { name: "Rename" }).click();
      await page.getByRole("main").getByRole("link", { name: "Yours", exact: true }).click();
      await expect(page).toHaveURL(/\/search\?q=some\+words/);
      await page.goto("/settings/searches");
      await page.getByRole("button", { name: "Delete Yours" }).click();
      await expect(page.getByText("You keep no search yet.")).toBeVisible();
    });
  });
}

for (const options of [{}, { javaScriptEnabled: false }]) {
  const how = "javaScriptEnabled" in options ? "without" : "with";
  test(`the feed of a saved search gets another address, ${how} scripts`, async ({
    open,
    person,
    request,
    thread,
  }) => {
    const word = uniqueWord("ibex");
    const opened = await thread({ text: `An ${word} on a rock.` });
    const [ada, eve] = [await person(), await person({ name: "eve" })];
    const input = { name: "Mine", query: word, order: "newest" } as const;
    expect(await saveSearch(ada.viewer, input, new Date())).toMatchObject({ ok: true });
    const page = await open(ada, options);
    const go = (path: string) => (how === "with" ? visit(page, path) : page.goto(path));
    await go("/settings/searches");
    await page.getByRole("link", { name: "Feed of Mine" }).click();
    const link = page.getByRole("link", { name: /\/feeds\/searches\// });
    const first = (await link.getAttribute("href")) ?? "";
    expect(await (await request.get(first)).text()).toContain(`/p/${opened.openingId}`);
    await go(page.url());
    await page.getByRole("button", { name: "Make another address" }).click();
    await expect(page.getByText("Earlier ones no longer work.")).toBeVisible();
    await expect(link).not.toHaveAttribute("href", first);
    expect((await request.get(first)).status()).toBe(404);
    const second = (await link.getAttribute("href")) ?? "";
    expect((await request.get(second)).status()).toBe(200);
    // The same page is nobody else's.
    const other = await open(eve, options);
    await other.goto(page.url());
    await expect(other.getByText("You keep no search yet.")).toBeVisible();
    await expect(other.getByRole("link", { name: /\/feeds\/searches\// })).toHaveCount(0);
  });
}

test("a misspelt word is suggested as others spell it, until their words are hidden", async ({
  moderator,
  page,
  person,
  thread,
}) => {
  const word = `${uniqueWord("xylo")}phone`;
  const opened = await thread();
  const said = await makeReply(opened, await person(), `I play the ${word}.`);
  await catchUp();
  await page.goto(`/search?q=${word.replace("phone", "fone")}`);
  await page.getByRole("link", { name: word }).click();
  await expect(page.locator("mark")).toHaveText(word);
  await moderation("hide", { post: said }, moderator);
  await page.goto(`/search?q=${word.replace("phone", "fone")}`);
  await expect(page.getByText("No post that you may read has all of this.")).toBeVisible();
  expect(await page.content()).not.toContain(word);
});

test("related threads stand under a thread; one that is hidden is gone from everybody's page at once", async ({
  board,
  moderator,
  page,
  person,
  request,
}) => {
  const word = uniqueWord("narwhal");
  const author = await person();
  const first = await makeThread({ board, author, title: `Tusks of the ${word}` });
  const second = await makeThread({ board, author, title: `Why a ${word} has tusks` });
  await findRelated(second.id);
  await page.goto(`/t/${second.id}`);
  const related = page.getByRole("region", { name: "Related threads" });
  await expect(related.getByRole("link", { name: first.title })).toBeVisible();
  // Kept by now.
  expect(await (await request.get(`/t/${second.id}`)).text()).toContain(first.title);
  await moderation("hide", { thread: first.id }, moderator);
  expect(await (await request.get(`/t/${second.id}`)).text()).not.toContain(first.title);
  await moderation("unhide", { thread: first.id }, moderator);
  // Still of the same words, so that they stay related when they are looked at again.
  const title = `A ${word} with tusks of another name`;
  await db().thread.update({ where: { id: first.id }, data: { title } });
  const renamed = await (await request.get(`/t/${second.id}`)).text();
  expect(renamed).toContain(title);
  expect(renamed).not.toContain(first.title);
});

test("every state of the search page is readable, wide and on a phone, light and dark", async ({
  open,
  person,
  thread,
}) => {
  const word = uniqueWord("lemming");
  const opened = await thread({ title: `About ${word} and ${"Donaudampfschifffahrt".repeat(4)}` });
  const said = await makeReply(
    opened,
    await person(),
    `A ${word} ${"verylongword".repeat(20)} here.`,
  );
  await makeReply(said, await person(), `> A ${word}\n\nIndeed.`);
  const who = await person();
  const data = { userId: who.viewer.id, query: `${word} -other`, sort: "newest", feedSalt: "x" };
  const name = "A name of some length ".repeat(2);
  const { id: saved } = await db().savedSearch.create({ data: { ...data, name } });
  const page = await open(who);
  const paths = [
    "/search",
    `/search?q=${word}`,
    `/search?q=q:${word}`,
    "/search?q=*",
    "/search?q=qqzzqq",
  ];
  await readable(page, [...paths, `/settings/searches?feed=${saved}`], visit);
});
