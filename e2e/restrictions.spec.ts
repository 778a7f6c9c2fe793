import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { formWith, send } from "./support/forms";
import { restrict } from "./support/restrictions";
import { expect, makeReply, type Person, test, unique, WAYS } from "./support/test";

const UNTIL =
  /You are suspended until \d{4}-\d\d-\d\d \d\d:\d\d UTC: you can read, but not write\./;

const WITHOUT_SCRIPTS = { javaScriptEnabled: false };

const postsOf = ({ viewer }: Person) => db().post.count({ where: { authorId: viewer.id } });

async function signInBy(page: Page, { username, password }: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

for (const { how, options, go } of WAYS) {
  test.describe(how, () => {
    test("a moderator warns, after seeing what came before; the person reads it in their record", async ({
      moderator,
      open,
      person,
      thread,
    }) => {
      const ben = await person({ name: "ben" });
      await makeReply(await thread(), ben);
      const page = await open(moderator, options);
      await go(page, `/u/${ben.username}`);
      await page.getByRole("link", { name: "Warn", exact: true }).click();
      await expect(page.getByRole("heading", { name: `Warn ${ben.username}` })).toBeVisible();
      await expect(page.getByRole("main")).toContainText("1 post");
      await expect(page.getByRole("main")).toContainText("No action yet.");

      // Neither rule nor note: both are asked for, and what is typed stays.
      await page.getByLabel("To the person").fill("   ");
      await page.getByRole("button", { name: "Warn", exact: true }).click();
      await expect(page.getByText("Please choose the rule.")).toBeVisible();
      await expect(page.getByText("Please tell the person what it is about")).toBeVisible();
      const note = unique("advertisement");
      await page.getByLabel("To the person").fill(note);
      await page.getByRole("button", { name: "Warn", exact: true }).click();
      await expect(page.getByText("Please tell the person what it is about")).toHaveCount(0);
      await expect(page.getByText("Please choose the rule.")).toBeVisible();
      await expect(page.getByLabel("To the person")).toHaveValue(note);
      await page.getByLabel("Rule").selectOption("Spam");
      await page.getByRole("button", { name: "Warn", exact: true }).click();
      await page.waitForURL(/\/record$/);
      await expect(page.getByRole("main")).toContainText("Warned: Spam");
      await expect(page.getByRole("main")).toContainText(note);

      const own = await open(ben, options);
      await own.goto(`/u/${ben.username}`);
      await own.getByRole("link", { name: "Record" }).click();
      await expect(own.getByRole("main")).toContainText(note);
      await expect(own.getByRole("main")).toContainText(`by ${moderator.username}`);
      await expect(own.getByRole("link", { name: "Warn" })).toHaveCount(0);
    });

    test("an admin suspends until a date: the person reads, is told at the head of each page, and writes nothing", async ({
      admin,
      open,
      person,
      thread,
    }) => {
      const ben = await person({ name: "ben" });
      const opened = await thread();
      const page = await open(admin, options);
      await page.goto(`/u/${ben.username}/moderate/suspend`);
      await page.getByLabel("Rule").selectOption("Spam");
      await page.getByLabel("To the person").fill("Twice the same.");
      await page.getByLabel("Until a date").check();
      await page.getByLabel("Date", { exact: true }).fill("2020-01-01");
      await page.getByRole("button", { name: "Suspend", exact: true }).click();
      await expect(page.getByText("This date is over already.")).toBeVisible();
      await expect(page.getByLabel("Until a date")).toBeChecked();
      const date = new Date(Date.now() + 9 * 24 * 3_600_000).toISOString().slice(0, 10);
      await page.getByLabel("Date", { exact: true }).fill(date);
      await page.getByLabel("Rule").selectOption("Spam");
      await page.getByRole("button", { name: "Suspend", exact: true }).click();
      await page.waitForURL(/\/record$/);
      await expect(page.getByRole("main")).toContainText("Suspended until");

      const own = await open(ben, options);
      for (const path of ["/", "/boards", `/t/${opened.id}`, "/settings", `/u/${ben.username}`]) {
        await own.goto(path);
        const notice = own.getByRole("complementary", { name: "Your account" });
        await expect(notice).toContainText(UNTIL);
        await expect(notice.getByRole("link")).toHaveAttribute("href", /^\/statements\/\d+$/);
      }
      await own.goto(`/t/${opened.id}`);
      await expect(own.locator(`#post-${opened.openingId}`)).toBeVisible();
      await expect(own.getByRole("link", { name: "Reply", exact: true })).toHaveCount(0);

      await page.goto(`/u/${ben.username}/moderate/lift`);
      await page.getByRole("button", { name: "Lift", exact: true }).click();
      await page.waitForURL(/\/record$/);
      await own.reload();
      await expect(own.getByRole("complementary", { name: "Your account" })).toHaveCount(0);
      await expect(own.getByRole("link", { name: "Reply", exact: true }).first()).toBeVisible();
    });

    test("suspended between opening the form and sending it: refused, and the text is kept", async ({
      admin,
      open,
      person,
      thread,
    }) => {
      const ben = await person({ name: "ben" });
      const opened = await thread();
      const page = await open(ben, options);
      await go(page, `/p/${opened.openingId}/reply`);
      await page.getByRole("textbox", { name: "Text" }).fill("What I have to say.");
      await restrict("suspend", ben, admin);
      await page.getByRole("button", { name: "Publish" }).click();
      await expect(page.getByText(UNTIL).first()).toBeVisible();
      expect(await postsOf(ben)).toBe(0);
      await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue("What I have to say.");
      await restrict("lift", ben, admin);
      await go(page, `/p/${opened.openingId}/reply`);
      await page.getByRole("textbox", { name: "Text" }).fill("What I have to say.");
      await page.getByRole("button", { name: "Publish" }).click();
      await page.waitForURL(/#post-\d+$/);
      expect(await postsOf(ben)).toBe(1);
    });

    test("a ban ends every session at once and refuses to sign in, with a private link", async ({
      admin,
      open,
      page: elsewhere,
      person,
    }) => {
      const ben = await person({ name: "ben" });
      const page = await open(ben, options);
      await page.goto("/settings");
      await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
      await restrict("ban", ben, admin);
      await page.reload();
      await expect(page).toHaveURL(/\/sign-in/);
      await signInBy(page, ben);
      const refusal = page.getByRole("alert").filter({ hasText: "You are banned" });
      await expect(refusal).toContainText("The reason: Spam.");
      await expect(refusal.getByRole("link")).toHaveAttribute(
        "href",
        /^\/statements\/\d+\?key=[\w-]{43}$/,
      );
      // Whoever does not know the password is told nothing of it.
      await signInBy(elsewhere, { ...ben, password: "some other words" });
      await expect(elsewhere.getByText("don't belong together")).toBeVisible();
      await restrict("lift", ben, admin);
      await signInBy(page, ben);
      await expect(page).toHaveURL(/\/$/);
    });

    test("all that somebody wrote is hidden at once, and comes back", async ({
      admin,
      board,
      open,
      page: reader,
      person,
      thread,
    }) => {
      const marker = unique("spam");
      const ben = await person({ name: "ben" });
      const other = await thread();
      const replyId = await makeReply(other, ben, `Buy ${marker} now.`);
      const own = await thread({ author: ben, title: `About ${marker}`, board });
      const page = await open(admin, options);
      await page.goto(`/u/${ben.username}`);
      await page.getByRole("link", { name: "Hide all they wrote" }).click();
      await expect(page.getByRole("main")).toContainText("2 posts");
      await page.getByLabel("Rule").selectOption("Spam");
      await page.getByLabel("To the person").fill("Nothing but advertising.");
      await page.getByRole("button", { name: "Hide all", exact: true }).click();
      await expect(page.getByText("2 posts and threads of")).toBeVisible();
      expect((await reader.request.get(`/t/${own.id}`)).status()).toBe(410);
      for (const path of [`/t/${other.id}`, `/u/${ben.username}`, `/b/${board.slug}`]) {
        expect(await (await reader.request.get(path)).text(), path).not.toContain(marker);
      }
      await page.getByRole("link", { name: "Show all of it again" }).click();
      await page.getByRole("button", { name: "Show all again" }).click();
      await expect(page.getByText("What was hidden is shown again.")).toBeVisible();
      await reader.goto(`/t/${other.id}`);
      await expect(reader.locator(`#post-${replyId}`)).toContainText(marker);
    });
  });
}

test("what was begun and broken off is gone on with by whoever opens the page", async ({
  admin,
  open,
  person,
  thread,
}) => {
  const { hideAll } = await import("@/lib/sanctions/hide-all.commands");
  const ben = await person({ name: "ben" });
  await makeReply(await thread(), ben);
  await hideAll(admin.viewer, { personId: ben.viewer.id, ruleId: 1, note: "For a test." });
  const path = `/u/${ben.username}/moderate/hide-all`;
  const without = await open(admin, WITHOUT_SCRIPTS);
  await without.goto(path);
  await expect(without.getByText("Being hidden: 0 of 1 post or thread.")).toBeVisible();
  await expect(without.getByRole("progressbar", { name: "Hidden so far" })).toBeVisible();
  const page = await open(admin);
  await page.goto(path);
  await expect(page.getByText("1 post or thread of")).toBeVisible();
  await without.getByRole("button", { name: "Go on" }).click();
  await expect(without.getByText("1 post or thread of")).toBeVisible();
});

test("an open tab of somebody suspended refuses votes, edits and deletions too", async ({
  admin,
  open,
  person,
  thread,
}) => {
  const ben = await person({ name: "ben" });
  const opened = await thread();
  const own = await makeReply(opened, ben);
  const page = await open(ben, WITHOUT_SCRIPTS);
  const forms = [
    await formWith(page, `/p/${own}/edit`, "Publish"),
    await formWith(page, `/p/${own}/delete`, "Delete"),
    { address: "/vote", fields: { vote: `${opened.openingId}:up`, back: "/" } },
  ];
  const row = () => db().post.findMany({ where: { threadId: opened.id }, orderBy: { id: "asc" } });
  const before = await row();
  await restrict("suspend", ben, admin);
  for (const form of forms) {
    const fields = "text" in form.fields ? { ...form.fields, text: "Other words." } : form.fields;
    const response = await send(page, { ...form, fields });
    expect(await response.text(), form.address).toMatch(UNTIL);
  }
  expect(await row()).toEqual(before);
});

test("a suspended moderator's open form is refused", async ({
  admin,
  moderator,
  open,
  person,
  thread,
}) => {
  const ben = await person({ name: "ben" });
  await makeReply(await thread(), ben);
  const page = await open(moderator, WITHOUT_SCRIPTS);
  const form = await formWith(page, `/u/${ben.username}/moderate/warn`, "Warn");
  await restrict("suspend", moderator, admin);
  const fields = { ...form.fields, rule: "1", note: "Not allowed." };
  const response = await send(page, { ...form, fields });
  expect([200, 404]).toContain(response.status());
  const count = await db().moderationAction.count({ where: { userId: ben.viewer.id } });
  expect(count).toBe(0);
});
