import { bookmark } from "@/lib/bookmarks/commands";
import { readable } from "./support/looks";
import { expect, makeReply, moderation, test, unique, visit, vote } from "./support/test";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  test(`a post is kept with a note, found by it, and removed, ${how} JavaScript`, async ({
    moderator,
    open,
    person,
    thread,
  }) => {
    const reader = await person();
    const opened = await thread();
    const secret = unique("secret");
    const post = await makeReply(opened, opened.author, `Worth keeping, with ${secret} in it.`);
    const page = await open(reader, { javaScriptEnabled });
    const go = (path: string) => (javaScriptEnabled ? visit(page, path) : page.goto(path));
    await go(`/t/${opened.id}`);
    await page.locator(`#post-${post}`).getByRole("link", { name: "Bookmark" }).click();
    const note = unique("note");
    await page.getByLabel("Note").fill(`About 100 % of ${note}`);
    await page.getByRole("button", { name: "Bookmark" }).click();
    await expect(page).toHaveURL(/\/bookmarks$/);
    const line = page.getByRole("main").getByRole("listitem").filter({ hasText: note });
    await expect(line).toContainText(secret);
    await page.getByLabel("Search in your notes").fill(note.toUpperCase());
    await page.getByRole("button", { name: "Search" }).click();
    await expect(line).toHaveCount(1);
    await page.getByLabel("Search in your notes").fill("no such note");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByText("No note of yours has these words.")).toBeVisible();

    await moderation("hide", { post }, moderator);
    await go("/bookmarks");
    await expect(line).toContainText("This post was hidden.");
    expect(await page.content()).not.toContain(secret);
    await line.getByRole("link", { name: "Change the note" }).click();
    await expect(page.getByLabel("Note")).toHaveValue(`About 100 % of ${note}`);
    await page.getByLabel("Note").fill(`x${"y".repeat(600)}`);
    await page.getByRole("button", { name: "Save note" }).click();
    await expect(page.getByText("The note is too long")).toBeVisible();
    await expect(page.getByLabel("Note")).toHaveValue(`x${"y".repeat(600)}`);
    await page.getByLabel("Note").fill(`Another ${note}`);
    await page.getByRole("button", { name: "Save note" }).click();
    await expect(line).toContainText(`Another ${note}`);
    await line.getByRole("button", { name: /Remove/ }).click();
    await expect(line).toHaveCount(0);
    // Its own page says no more, so it leads back: also where the post can't be read any more.
    const other = await makeReply(opened, opened.author);
    expect(await bookmark(reader.viewer, { postId: other, note })).toMatchObject({ ok: true });
    await moderation("hide", { post: other }, moderator);
    await go(`/p/${other}/bookmark`);
    await page.getByRole("button", { name: "Remove bookmark" }).click();
    await expect(page).toHaveURL(/\/bookmarks$/);
    await expect(page.getByText("Nothing yet.")).toBeVisible();
  });
}

test("one's own posts, votes, drafts and bookmarks are in one place", async ({
  open,
  person,
  thread,
}) => {
  const reader = await person();
  const opened = await thread();
  const said = await makeReply(opened, reader, `My own words, ${unique("own")}.`);
  await vote(opened.openingId, reader, 1);
  const page = await open(reader);
  await visit(page, `/p/${opened.openingId}/reply`);
  const draft = `Begun and not published: ${unique("draft")}`;
  await page.getByRole("textbox", { name: "Text" }).fill(draft);
  await page.waitForFunction((words) => JSON.stringify(localStorage).includes(words), draft);
  await page.goto(`/u/${reader.username}`);
  await expect(page.getByRole("link", { name: /Your posts, votes/ })).toHaveAttribute(
    "href",
    "/mine",
  );
  await page.getByRole("link", { name: "Yours", exact: true }).click();
  const main = page.getByRole("main");
  await expect(main.getByRole("listitem")).toHaveCount(1);
  await expect(main.getByRole("link", { name: `in ${opened.title}` })).toHaveAttribute(
    "href",
    `/p/${said}`,
  );
  await main.getByRole("link", { name: "votes" }).click();
  await expect(main.getByRole("listitem")).toContainText("▲ up");
  await main.getByRole("link", { name: "drafts" }).click();
  await expect(main.getByRole("listitem")).toContainText(draft);
  await main.getByRole("link", { name: `An answer to post ${opened.openingId}` }).click();
  await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue(draft);
  await visit(page, "/mine/drafts");
  await main.getByRole("button", { name: /Discard/ }).click();
  await expect(main.getByText("This browser keeps no draft.")).toBeVisible();
  // Somebody else's drafts, who uses the same browser, are not listed.
  await page.evaluate(() => localStorage.setItem("draft:1:thread", '{"text":"Not yours"}'));
  await visit(page, "/mine/drafts");
  await expect(main.getByText("This browser keeps no draft.")).toBeVisible();
});

test("the page of a person has their posts, their threads, and a picture of when they wrote", async ({
  moderator,
  page,
  person,
  thread,
}) => {
  const author = await person();
  const opened = await thread({ author });
  await makeReply(opened, author);
  const hidden = await makeReply(opened, author, "Words that are hidden soon.");
  await moderation("hide", { post: hidden }, moderator);
  await page.goto(`/u/${author.username}`);
  const picture = page.getByRole("img", { name: /2 posts on 1 day of the last year/ });
  await expect(picture).toBeVisible();
  await page.getByText("2 posts on 1 day of the last year").click();
  const month = new Date().toISOString().slice(0, 7);
  await expect(page.getByRole("row", { name: `${month} 2 1` })).toBeVisible();
  await page.getByRole("link", { name: "threads", exact: true }).click();
  await expect(page.getByRole("link", { name: opened.title })).toBeVisible();
});

test("bookmarks, one's own and a person's page are readable, wide and on a phone, light and dark", async ({
  open,
  person,
  thread,
}) => {
  const long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten".repeat(2);
  const reader = await person();
  const opened = await thread({ author: reader, title: long, text: long });
  const page = await open(reader);
  await page.goto(`/p/${opened.openingId}/bookmark`);
  await page.getByLabel("Note").fill(long);
  await page.getByRole("button", { name: "Bookmark" }).click();
  await expect(page).toHaveURL(/\/bookmarks$/);
  const paths = [
    ...["/bookmarks", `/p/${opened.openingId}/bookmark`, "/mine", "/mine/votes", "/mine/drafts"],
    ...[`/u/${reader.username}`, `/u/${reader.username}/threads`, "/settings"],
  ];
  await readable(page, paths);
});
