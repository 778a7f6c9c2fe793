import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { newsOfPosts } from "@/lib/notices/news.commands";
import { statementKey } from "@/lib/statements/key";
import { hiddenReply } from "./support/reports";
import {
  expect,
  follow,
  makeReply,
  moderation,
  type Person,
  type Thread,
  test,
  unique,
  visit,
  WAYS,
} from "./support/test";

/** Writes a reply and tells of it, as the job does. */
async function toldReply(on: Thread | number, author: Person, text?: string): Promise<number> {
  const id = await makeReply(on, author, text);
  await newsOfPosts([id]);
  return id;
}

const inHeader = (page: Page, name: string) =>
  page.getByRole("banner").getByRole("link", { name, exact: true });

for (const { how, options, go } of WAYS) {
  test.describe(how, () => {
    test("a reply that quotes and mentions somebody is one notice, which leads to it and is read then", async ({
      open,
      person,
      thread,
    }) => {
      const [ada, ben] = [await person({ name: "ada" }), await person({ name: "ben" })];
      const words = `The opening words, ${unique("said")}, of this thread.`;
      const opened = await thread({ author: ada, text: words });
      const text = `> ${words}\n\nI don't think so, @${ada.username}.`;
      const id = await toldReply(opened, ben, text);
      const page = await open(ada, options);
      await go(page, "/");
      await inHeader(page, "Notices, 1 new").click();
      const line = page.getByRole("main").getByRole("listitem");
      await expect(line).toHaveCount(1);
      await expect(line).toContainText("I don't think so");
      const name = `${ben.username} answered, quoted and mentioned you in “${opened.title}”`;
      await page.getByRole("link", { name }).click();
      await page.waitForURL(new RegExp(`/t/${opened.id}#post-${id}$`));
      await expect(inHeader(page, "Notices")).toBeVisible();
      await go(page, "/notices");
      await expect(page.getByRole("link", { name })).toBeVisible();
      await expect(page.getByRole("button", { name: "Mark all as read" })).toHaveCount(0);
    });

    test("posts of a thread are one line, and opening the thread reads them", async ({
      open,
      person,
      thread,
    }) => {
      const [ada, ben] = [await person({ name: "ada" }), await person({ name: "ben" })];
      const opened = await thread({ author: ada });
      for (const author of [ben, await person(), await person(), ben]) {
        await toldReply(opened, author);
      }
      const page = await open(ada, options);
      await go(page, "/notices");
      const name = `${ben.username} and 2 others answered you in “${opened.title}”`;
      await expect(page.getByRole("link", { name })).toBeVisible();
      await page.getByText("4 posts").click();
      const one = page.getByRole("link", { name: `${ben.username} answered you`, exact: true });
      await expect(one).toHaveCount(2);
      await expect(inHeader(page, "Notices, 4 new")).toBeVisible();
      await go(page, `/t/${opened.id}`);
      await go(page, "/notices");
      await expect(inHeader(page, "Notices")).toBeVisible();
    });

    test("all are marked as read with one button, and an empty list says so", async ({
      open,
      person,
      thread,
    }) => {
      const ada = await person({ name: "ada" });
      const page = await open(ada, options);
      await go(page, "/notices");
      await expect(page.getByRole("main")).toContainText("Nothing yet.");
      for (const opened of [await thread({ author: ada }), await thread({ author: ada })]) {
        await toldReply(opened, await person());
      }
      await go(page, "/notices");
      await expect(inHeader(page, "Notices, 2 new")).toBeVisible();
      await page.getByRole("button", { name: "Mark all as read" }).click();
      await expect(inHeader(page, "Notices")).toBeVisible();
      await expect(page.getByRole("main").getByText("new", { exact: true })).toHaveCount(0);
      await expect(page.getByRole("button", { name: "Mark all as read" })).toHaveCount(0);
    });

    test("who watches a thread is told of every post, until they mute it", async ({
      open,
      person,
      thread,
    }) => {
      const carol = await person({ name: "carol" });
      const opened = await thread();
      const page = await open(carol, options);
      await go(page, `/t/${opened.id}`);
      await page.getByRole("link", { name: "Watch", exact: true }).click();
      await page.getByRole("radio", { name: /^Watch/ }).check();
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("You watch this thread")).toBeVisible();
      await toldReply(opened, await person({ name: "ben" }));
      await go(page, "/notices");
      await expect(page.getByRole("link", { name: `wrote in “${opened.title}”` })).toBeVisible();
      await go(page, "/settings/notices");
      await expect(page.getByRole("link", { name: opened.title, exact: true })).toBeVisible();
      await page.getByRole("link", { name: "Change" }).click();
      await page.getByRole("radio", { name: /^Mute/ }).check();
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("This thread is muted")).toBeVisible();
      await expect(page.getByRole("radio", { name: /^Mute/ })).toBeChecked();
      await toldReply(opened, await person({ name: "ben" }));
      await go(page, "/notices");
      await expect(page.getByRole("main")).toContainText("Nothing yet.");
    });

    test("what is hidden after it was told is in no list and no count", async ({
      moderator,
      open,
      person,
      thread,
    }) => {
      const marker = unique("secret");
      const ada = await person({ name: "ada" });
      const opened = await thread({ author: ada });
      const id = await toldReply(opened, await person(), `With ${marker} in it.`);
      const page = await open(ada, options);
      await go(page, "/notices");
      await expect(page.getByRole("main")).toContainText(marker);
      const link = page.getByRole("main").getByRole("listitem").getByRole("link").first();
      const address = (await link.getAttribute("href")) ?? "";
      await moderation("hide", { post: id }, moderator);
      await go(page, "/notices");
      await expect(page.getByRole("main")).toContainText("Nothing yet.");
      await expect(inHeader(page, "Notices")).toBeVisible();
      const response = await page.context().request.get(address);
      expect(response.status()).toBe(404);
      expect(await response.text()).not.toContain(marker);
      await moderation("unhide", { post: id }, moderator);
      await go(page, "/notices");
      await expect(page.getByRole("main")).toContainText(marker);
    });

    test("what somebody wants to be told is kept", async ({ open, person }) => {
      const ada = await person({ name: "ada" });
      const page = await open(ada, options);
      await go(page, "/settings");
      await page.getByRole("link", { name: "Choose what you are told" }).click();
      await page.getByRole("checkbox", { name: "Watch threads that I open" }).check();
      await page.getByRole("combobox", { name: "Somebody answers me" }).selectOption("At once");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByText("Saved.")).toBeVisible();
      await go(page, "/settings/notices");
      await expect(page.getByRole("checkbox", { name: "Watch threads that I open" })).toBeChecked();
      await expect(page.getByRole("combobox", { name: "Somebody answers me" })).toHaveValue(
        "at_once",
      );
      expect(
        await db().noticeSettings.findUnique({ where: { userId: ada.viewer.id } }),
      ).toMatchObject({ watchOpened: true, watchAnswered: false, mailReply: "at_once" });
    });
  });
}

test("an open page counts a notice when it comes, and no more when it is read elsewhere", async ({
  open,
  person,
  thread,
}) => {
  const ada = await person({ name: "ada" });
  const opened = await thread({ author: ada });
  const [desk, phone] = [await open(ada), await open(ada)];
  await follow(desk, "/boards");
  await expect(inHeader(desk, "Notices")).toBeVisible();
  await toldReply(opened, await person());
  await expect(inHeader(desk, "Notices, 1 new")).toBeVisible();
  await visit(phone, `/t/${opened.id}`);
  await expect(inHeader(desk, "Notices")).toBeVisible();
});

test("a decision opened by the link of its mail is read, if that is by whom it was made to", async ({
  moderator,
  open,
  person,
  thread,
}) => {
  const ada = await person({ name: "ada" });
  await hiddenReply({ thread: await thread(), author: ada, moderator });
  const where = { userId: ada.viewer.id };
  const { id } = await db().statement.findFirstOrThrow({ where });
  const address = `/statements/${id}?key=${statementKey(id)}`;
  const unread = () => db().notice.count({ where: { ...where, readAt: null } });
  // By a program that looks at links, or somebody else.
  for (const who of [null, moderator]) {
    const page = await open(who);
    await page.goto(address);
    await expect(page.getByText("was hidden")).toBeVisible();
    expect(await unread()).toBe(1);
  }
  const page = await open(ada);
  await page.goto(address);
  await expect(page.getByText("was hidden")).toBeVisible();
  expect(await unread()).toBe(0);
});
