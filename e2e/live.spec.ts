import type { Page } from "@playwright/test";
import {
  edit,
  expect,
  follow,
  makeReply,
  moderation,
  postOn,
  remove,
  test,
  unique,
} from "./support/test";

// Two people at once: what one does, the other's open page is told of.

/** Something that is waited for until it is said. */
function signal() {
  let say = () => {};
  const said = new Promise<void>((resolve) => {
    say = resolve;
  });
  return { say, said };
}

/** Holds back what the forum answers to a page's requests for an address, as it was when they were made. */
async function holdUp(page: Page, address: RegExp) {
  const [made, go] = [signal(), signal()];
  await page.route(address, async (route) => {
    const response = await route.fetch();
    made.say();
    await go.said;
    await route.fulfill({ response });
  });
  return { made: made.said, letGo: go.say };
}

test("new replies are counted without moving the page, and come in place when they are asked for", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  const ben = await person({ name: "ben" });
  const first = await makeReply(opened, ben);
  for (const reader of [null, await person({ name: "rea" })]) {
    const page = await open(reader);
    await follow(page, `/t/${opened.id}`);
    const before = await postOn(page, first).boundingBox();
    const one = await makeReply(first, ben, `An answer under ${unique("first")}.`);
    await expect(page.getByRole("button", { name: "1 new reply" })).toBeVisible();
    const two = await makeReply(one, ben, `One more, under ${unique("that")}.`);
    const button = page.getByRole("button", { name: "2 new replies" });
    await expect(button).toBeVisible();
    await expect(page.locator(".live [role=status]")).toHaveText("2 new replies");
    expect(await postOn(page, first).boundingBox()).toEqual(before);
    expect(await postOn(page, one).count()).toBe(0);
    await button.click();
    await expect(postOn(page, one)).toBeFocused();
    await expect(postOn(page, two)).toContainText("One more");
    await expect(postOn(page, two).locator("[data-fresh]")).toHaveText("new");
    await expect(button).toHaveCount(0);
    // Each under what it answers, as the page has it when it is loaded anew.
    const ids = () =>
      page.locator("article").evaluateAll((articles) => articles.map((each) => each.id));
    const inPlace = await ids();
    await page.reload();
    expect(await ids()).toEqual(inPlace);
  }
});

test("one's own reply is not announced to oneself", async ({ open, person, thread }) => {
  const opened = await thread();
  const ada = await person();
  const page = await open(ada);
  await follow(page, `/t/${opened.id}`);
  await makeReply(opened, ada);
  await makeReply(opened, await person({ name: "ben" }));
  await expect(page.getByRole("button", { name: "1 new reply" })).toBeVisible();
});

test("what a moderator hides leaves open pages at once, and quotes of it, but stays for who may read it", async ({
  open,
  person,
  thread,
  moderator,
}) => {
  const opened = await thread();
  const [ada, ben] = [await person({ name: "ada" }), await person({ name: "ben" })];
  const secret = unique("secret");
  const words = `Words with ${secret} in them, which will be hidden soon.`;
  const hidden = await makeReply(opened, ada, words);
  const quoter = await makeReply(hidden, ben, `> ${words}\n\nReally?`);
  const pages = { everybody: await open(null), ben: await open(ben) };
  const seeing = { author: await open(ada), moderator: await open(moderator) };
  for (const page of [...Object.values(pages), ...Object.values(seeing)])
    await follow(page, `/t/${opened.id}`);
  // The words go before anything is asked.
  const drawn = await holdUp(pages.everybody, /\/posts\?/);
  await moderation("hide", { post: hidden }, moderator, "Spam");
  await expect(pages.everybody.locator("main")).not.toContainText(secret);
  drawn.letGo();
  for (const page of Object.values(pages)) {
    await expect(page.locator("main")).not.toContainText(secret);
    await expect(postOn(page, hidden)).toContainText("Hidden by a moderator: Spam");
    await expect(postOn(page, quoter)).toContainText("The quoted post was hidden");
    await expect(postOn(page, quoter)).toContainText("Really?");
    expect(await page.content()).not.toContain(secret);
  }
  for (const page of Object.values(seeing)) {
    await expect(postOn(page, hidden)).toContainText("Hidden by a moderator: Spam");
    await expect(postOn(page, hidden)).toContainText(secret);
    await expect(postOn(page, quoter)).toContainText("source hidden");
  }
  await moderation("unhide", { post: hidden }, moderator);
  for (const page of Object.values(pages)) {
    await expect(postOn(page, hidden)).toContainText(secret);
    await expect(postOn(page, quoter).locator("blockquote")).toContainText(secret);
    // It was on the page all the while.
    await expect(page.locator("[data-load-new]")).toHaveCount(0);
  }
});

test("an answer that was on its way when a post was hidden brings none of its words back", async ({
  open,
  person,
  thread,
  moderator,
}) => {
  const opened = await thread();
  const ben = await person({ name: "ben" });
  const secret = unique("secret");
  const hidden = await makeReply(opened, ben, `Words with ${secret} in them.`);
  const page = await open(null);
  await follow(page, `/t/${opened.id}`);
  // Both ways in which words come to an open page, held up: a post drawn anew, and new posts.
  const drawn = await holdUp(page, /\/posts\?/);
  await edit(hidden, ben, `Other words with ${secret} in them.`);
  await drawn.made;
  const loaded = await holdUp(page, new RegExp(`/t/${opened.id}$`));
  const fresh = await makeReply(opened, ben, `New words with ${secret} in them.`);
  await page.getByRole("button", { name: "1 new reply" }).click();
  await loaded.made;
  for (const post of [hidden, fresh]) await moderation("hide", { post }, moderator, "Spam");
  await expect(page.locator("[data-load-new]")).toHaveCount(0);
  await expect(page.locator("main")).not.toContainText(secret);
  const seen = await page.evaluateHandle((words) => {
    const came = { back: false };
    const look = () => {
      came.back ||= document.body.innerText.includes(words);
      requestAnimationFrame(look);
    };
    look();
    return came;
  }, secret);
  drawn.letGo();
  await expect(postOn(page, hidden)).toHaveCount(0);
  // What comes while the new posts are on their way stays announced.
  await makeReply(opened, ben, "Nothing to hide.");
  await expect(page.locator(".live [role=status]")).toHaveText("1 new reply");
  loaded.letGo();
  await expect(page.getByRole("button", { name: "1 new reply" })).toBeEnabled();
  await expect(postOn(page, fresh)).toHaveCount(0);
  expect(await seen.evaluate(({ back }) => back)).toBe(false);
  expect(await page.content()).not.toContain(secret);
});

test("new replies that did not arrive stay announced, and are asked for again", async ({
  open,
  person,
  thread,
  watch,
}) => {
  watch.allow(/Failed to load resource/);
  const opened = await thread();
  const page = await open(null);
  await follow(page, `/t/${opened.id}`);
  const id = await makeReply(opened, await person());
  const address = new RegExp(`/t/${opened.id}$`);
  await page.route(address, (route) => route.abort());
  await page.getByRole("button", { name: "1 new reply" }).click();
  await expect(page.locator(".live [role=status]")).toHaveText("The new replies did not arrive.");
  await page.unroute(address);
  await page.getByRole("button", { name: "1 new reply: try again" }).click();
  await expect(postOn(page, id)).toBeFocused();
});

test("a thread that is hidden is gone from open pages", async ({ open, thread, moderator }) => {
  const secret = unique("secret");
  const opened = await thread({ title: `About ${secret}`, text: `All about ${secret}.` });
  const page = await open(null);
  await follow(page, `/t/${opened.id}`);
  await moderation("hide", { thread: opened.id }, moderator, "Spam");
  await expect(page.locator("body")).not.toContainText(secret);
  await expect(page.getByRole("heading", { name: "This thread was hidden" })).toBeVisible();
  expect(await page.title()).not.toContain(secret);
});

test("an edit and a deletion reach open pages, and a reply that is being written stays", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  const ben = await person({ name: "ben" });
  const edited = await makeReply(opened, ben, "Before the edit.");
  const deleted = await makeReply(opened, ben, "Before the deletion.");
  await makeReply(deleted, ben, "Under it.");
  const page = await open(await person());
  await follow(page, `/t/${opened.id}`);
  await postOn(page, deleted).getByRole("link", { name: "Reply" }).click();
  const text = page.getByRole("textbox", { name: "Text" });
  await text.fill("What I was about to say.");
  await edit(edited, ben, "After the edit.");
  await expect(postOn(page, edited)).toContainText("After the edit.");
  await remove(deleted, ben);
  await expect(postOn(page, deleted)).toContainText("Deleted by its author.");
  await expect(postOn(page, deleted)).not.toContainText("Before the deletion.");
  await expect(text).toHaveValue("What I was about to say.");
});

test("without scripts a page tells what is new since the last visit, by links", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  const ben = await person({ name: "ben" });
  const old = await makeReply(opened, ben);
  const page = await open(await person(), { javaScriptEnabled: false });
  await page.goto(`/t/${opened.id}`);
  await expect(page.locator("[data-fresh]")).toHaveCount(0);
  const one = await makeReply(old, ben);
  const two = await makeReply(opened, ben);
  await page.goto(`/b/${opened.board.slug}/new`);
  await expect(page.getByRole("link", { name: "2 new", exact: true })).toBeVisible();
  await page.goto(`/t/${opened.id}?sort=old`);
  await page.getByRole("link", { name: "2 new replies" }).click();
  await expect(page).toHaveURL(new RegExp(`#post-${one}$`));
  await postOn(page, one).getByRole("link", { name: "to the next new post" }).click();
  await expect(page).toHaveURL(new RegExp(`#post-${two}$`));
  await expect(postOn(page, two).locator("[data-fresh]")).toHaveText("new");
  await expect(postOn(page, old).locator(":scope > .post-head [data-fresh]")).toHaveCount(0);
  // They stay marked while it is the same visit, and are unread no more.
  await page.goto(`/b/${opened.board.slug}/new`);
  await expect(page.getByRole("link", { name: "2 new", exact: true })).toHaveCount(0);
  await page.goto(`/t/${opened.id}`);
  await expect(page.locator("[data-fresh]")).toHaveCount(2);
});
