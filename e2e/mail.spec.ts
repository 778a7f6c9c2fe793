import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { unsubscribeKey } from "@/lib/mail/unsubscribe-key";
import { readable } from "./support/looks";
import { confirmEmail, failedJob, jobsDone, linkIn, mailsTo, mailTo } from "./support/mail";
import { expect, test, unique, visit, WAYS } from "./support/test";

const PLAIN = { javaScriptEnabled: false };

const settings = (page: Page) =>
  page.getByRole("navigation", { name: "Account" }).getByRole("link", { name: "Settings" });

const fillIn = (page: Page, label: string, text: string) =>
  page.getByLabel(label, { exact: true }).fill(text);

const press = (page: Page, name: string) =>
  page.getByRole("main").getByRole("button", { name, exact: true }).click();

for (const { how, options } of WAYS) {
  test(`an address is confirmed by the link in the mail that signing up sends, ${how}`, async ({
    open,
  }) => {
    const page = await open(null, options);
    const username = unique("nia");
    const email = `${username}@example.org`;
    await page.goto("/sign-up");
    await fillIn(page, "Username", username);
    await fillIn(page, "E-mail", email);
    await fillIn(page, "Password", `the words of ${username}`);
    await press(page, "Sign up");
    await expect(settings(page)).toBeVisible();
    await page.goto("/settings/mail");
    await expect(page.getByText("not confirmed yet")).toBeVisible();

    const mail = await mailTo(email, /Confirm your address/);
    const link = linkIn(mail, "/confirm-address?token=");
    // A program that looks at links, as mail servers have them.
    const request = (await open(null)).context().request;
    for (let time = 0; time < 3; time += 1) expect((await request.get(link)).status()).toBe(200);
    const unconfirmed = { where: { username, emailConfirmedAt: null } };
    expect(await db().user.count(unconfirmed)).toBe(1);

    // In any browser, also one in which nobody is signed in.
    const other = await open(null, options);
    await other.goto(link);
    await expect(other.getByText(email)).toBeVisible();
    await press(other, "Yes, confirm it");
    await expect(other.getByRole("heading", { name: "Your address is confirmed" })).toBeVisible();
    expect(await db().user.count(unconfirmed)).toBe(0);
    expect((await other.goto(link))?.status()).toBe(410);
    await expect(other.getByText("does not work any more")).toBeVisible();
    await page.reload();
    await expect(page.getByText("· confirmed")).toBeVisible();
  });
}

test("who forgot their password gets the same answer whether or not there is such an account", async ({
  open,
  person,
}) => {
  const known = await person();
  await confirmEmail(known.viewer.id);
  const unconfirmed = await person();
  const answers: string[] = [];
  for (const path of ["/forgot-password", "/sign-in/by-mail"]) {
    for (const email of [known.email, unconfirmed.email, `${unique("nobody")}@example.org`]) {
      const page = await open(null);
      await visit(page, path);
      await fillIn(page, "E-mail", email);
      await press(page, "Send the link");
      await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
      answers.push(await page.getByRole("main").innerText());
    }
  }
  expect(new Set(answers).size).toBe(1);
  await mailTo(known.email, /new password/);
  await mailTo(known.email, /Sign in/);
  await jobsDone();
  // The question, and both links; to whom nobody confirmed, the question alone.
  expect(await mailsTo(known.email)).toBe(3);
  expect(await mailsTo(unconfirmed.email)).toBe(1);
});

for (const { how, options } of WAYS) {
  test(`a link sets a new password once, and ends all sessions, ${how}`, async ({
    open,
    person,
  }) => {
    const mine = await person();
    await confirmEmail(mine.viewer.id);
    const there = await open(mine);
    const page = await open(null, options);
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    // As people type it.
    await fillIn(page, "E-mail", mine.email.toUpperCase());
    await press(page, "Send the link");
    await page.waitForURL(/sent=yes/);
    const link = linkIn(await mailTo(mine.email, /new password/), "/reset-password?token=");
    await page.goto(link);
    await fillIn(page, "New password", "short");
    await press(page, "Set the password");
    await expect(page.getByLabel("New password")).toHaveAccessibleDescription(/at least 8/);
    await fillIn(page, "New password", "password123");
    await press(page, "Set the password");
    await expect(page.getByLabel("New password")).toHaveAccessibleDescription(/first that anybody/);
    await fillIn(page, "New password", "quite another sentence");
    await press(page, "Set the password");
    await page.waitForURL(/\/sign-in/);
    await expect(page.getByText("Your new password is set.")).toBeVisible();
    await there.goto("/settings");
    await expect(there).toHaveURL(/\/sign-in/);
    await fillIn(page, "Username", mine.username);
    await fillIn(page, "Password", "quite another sentence");
    await press(page, "Sign in");
    await expect(settings(page)).toBeVisible();
    await mailTo(mine.email, /was changed/);
    expect((await page.goto(link))?.status()).toBe(410);
  });
}

for (const { how, options } of WAYS) {
  test(`a link signs in once, by its button, ${how}`, async ({ open, person }) => {
    const mine = await person();
    await confirmEmail(mine.viewer.id);
    const page = await open(null, options);
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Sign in by mail instead" }).click();
    await fillIn(page, "E-mail", mine.email);
    await press(page, "Send the link");
    const link = linkIn(await mailTo(mine.email, /Sign in/), "/sign-in/link?token=");
    const scanner = (await open(null)).context().request;
    for (let time = 0; time < 3; time += 1) expect((await scanner.get(link)).status()).toBe(200);
    await page.goto(link);
    await expect(page.getByText(mine.username)).toBeVisible();
    await press(page, "Sign in");
    await expect(settings(page)).toBeVisible();
    const other = await open(null, options);
    expect((await other.goto(link))?.status()).toBe(410);
    await other.getByRole("link", { name: "Ask for another link" }).click();
    await expect(other).toHaveURL(/\/sign-in\/by-mail$/);
  });
}

test("a guessed or shortened link opens nothing, and says how to get another", async ({
  open,
  person,
}) => {
  const mine = await person();
  const page = await open(null);
  const link = linkIn(await mailTo(mine.email, /Confirm/), "/confirm-address?token=");
  for (const address of [
    `${link}x`,
    link.slice(0, -1),
    "/confirm-address",
    // The secret of one thing is none of another.
    link.replace("/confirm-address", "/reset-password"),
    link.replace("/confirm-address", "/sign-in/link"),
  ]) {
    expect((await page.goto(address))?.status(), address).toBe(410);
    await expect(page.getByRole("main").getByRole("alert")).toContainText("too old");
  }
});

test("another address takes the place of the first once it is confirmed, which is told", async ({
  open,
  person,
}) => {
  const mine = await person();
  await confirmEmail(mine.viewer.id);
  const next = `${unique("next")}@example.org`;
  const page = await open(mine);
  await visit(page, "/settings");
  await page.getByRole("link", { name: "Mail settings" }).click();
  const ask = async (password: string) => {
    await fillIn(page, "New address", next);
    await fillIn(page, "Current password", password);
    await press(page, "Ask for confirmation");
  };
  await ask("not my password");
  await expect(page.getByLabel("Current password")).toHaveAccessibleDescription(/not your current/);
  await expect(page.getByLabel("New address")).toHaveValue(next);
  await ask(mine.password);
  await expect(page.getByText("asks to confirm it")).toBeVisible();
  await expect(page.getByText("takes its place as soon as")).toBeVisible();
  const own = () => db().user.findUniqueOrThrow({ where: { id: mine.viewer.id } });
  expect((await own()).email).toBe(mine.email);
  await page.goto(linkIn(await mailTo(next, /Confirm/), "/confirm-address?token="));
  await press(page, "Yes, confirm it");
  await expect(page.getByRole("heading", { name: "Your address is confirmed" })).toBeVisible();
  expect((await own()).email).toBe(next);
  const told = await mailTo(mine.email, /address at .* was changed/);
  expect(told.text).not.toContain(next);
});

test("the question for an address is sent again when its owner asks for it", async ({
  open,
  person,
}) => {
  const mine = await person();
  const first = await mailTo(mine.email, /Confirm/);
  const page = await open(mine);
  await visit(page, "/settings/mail");
  await page.getByRole("button", { name: "Send the mail again" }).dblclick();
  await expect(page.getByText("Another mail is on its way")).toBeVisible();
  await expect.poll(() => mailsTo(mine.email)).toBe(2);
  await expect.poll(async () => (await mailTo(mine.email, /Confirm/)).id).not.toBe(first.id);
  await jobsDone();
  expect(await mailsTo(mine.email)).toBe(2);
});

test("how often mail comes is chosen in the settings, and kept", async ({ open, person }) => {
  const mine = await person();
  for (const [options, label] of [
    [{}, "Every day"],
    [PLAIN, "Never"],
  ] as const) {
    const page = await open(mine, options);
    await page.goto("/settings/mail");
    await page.getByLabel(label).check();
    await press(page, "Save");
    await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
    await page.goto("/settings/mail");
    await expect(page.getByLabel(label)).toBeChecked();
  }
});

test("mail about what is new is stopped without signing in, by one request or one button", async ({
  open,
  person,
}) => {
  const mine = await person();
  const rhythm = async () =>
    (await db().mailWish.findUnique({ where: { userId: mine.viewer.id } }))?.rhythm;
  const key = unsubscribeKey(mine.viewer.id);
  const page = await open(null, PLAIN);
  const { request } = page.context();
  const address = `/unsubscribe/at-once?key=${key}`;
  await page.goto(address);
  await expect(page).toHaveURL(/\/unsubscribe\?key=/);
  expect(await rhythm()).toBeUndefined();
  await press(page, "Stop this mail");
  await expect(page.getByRole("heading", { name: "No more of this mail" })).toBeVisible();
  expect(await rhythm()).toBe("never");
  await db().mailWish.update({ where: { userId: mine.viewer.id }, data: { rhythm: "daily" } });
  // As mail programs do it (RFC 8058), twice, and in either kind of form.
  const form = { "List-Unsubscribe": "One-Click" };
  for (const sent of [{ form }, { form }, { multipart: form }]) {
    const answer = await request.post(address, { ...sent, maxRedirects: 0 });
    expect(answer.status()).toBe(200);
    expect(await rhythm()).toBe("never");
  }
  const other = await person();
  const guessed = `${other.viewer.id}-${key.split("-").slice(1).join("-")}`;
  const refused = await request.post(`/unsubscribe/at-once?key=${guessed}`, { form });
  expect(refused.status()).toBe(404);
  expect(await db().mailWish.count({ where: { userId: other.viewer.id } })).toBe(0);
});

test("without a mail server an admin reads each mail, whose HTML can do nothing", async ({
  admin,
  open,
  person,
  watch,
}) => {
  // The test's own, which looks into the frame.
  watch.allow(/Blocked script execution in 'about:srcdoc'/);
  const mine = await person();
  const mail = await mailTo(mine.email, /Confirm/);
  const page = await open(admin);
  await visit(page, "/admin");
  await page.getByRole("link", { name: "Outbox" }).click();
  await expect(page.getByRole("heading", { name: "Outbox", level: 1 })).toBeVisible();
  await page.goto(`/admin/outbox/${mail.id}`);
  await expect(page.getByText(mine.email)).toBeVisible();
  await expect(page.getByRole("main").locator("pre")).toContainText(`Hello ${mine.username},`);
  const frame = page.getByTitle("The mail as HTML");
  expect(await frame.getAttribute("sandbox")).toBe("");
  await expect(frame.contentFrame().getByText(`Hello ${mine.username},`)).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: /confirm-address/ })
    .click();
  await expect(page.getByRole("heading", { name: "Is this your address?" })).toBeVisible();
});

test("an admin sees which jobs were given up, and has them tried again", async ({
  admin,
  open,
}) => {
  const problem = unique("The moon was full");
  await failedJob(problem);
  const page = await open(admin);
  await visit(page, "/admin/jobs");
  await expect(page.getByText(problem)).toBeVisible();
  await press(page, "Try all of them again");
  await expect(page.getByText(problem)).toHaveCount(0);
  await jobsDone();
});

test("every page of mail is readable, wide and on a phone, light and dark", async ({
  admin,
  open,
  watch,
}) => {
  test.slow();
  watch.allow(/Blocked script execution in 'about:srcdoc'|status of 410/);
  await failedJob("It could not be done, for a reason that takes a few words to say.");
  const mail = await mailTo(admin.email, /Confirm/);
  const pages: [Page, string[]][] = [
    [await open(null), ["/sign-in?done=reset", "/forgot-password", "/sign-in/by-mail?sent=yes"]],
    [
      await open(admin),
      [
        ...["/settings/mail", "/admin/outbox", `/admin/outbox/${mail.id}`, "/admin/jobs"],
        ...[linkIn(mail, "/confirm-address?"), "/confirm-address?done=yes", "/sign-in/link"],
        `/unsubscribe?key=${unsubscribeKey(admin.viewer.id)}`,
      ],
    ],
  ];
  for (const [page, paths] of pages) await readable(page, paths);
});
