import type { Page } from "@playwright/test";
import { issueSetupCode } from "@/lib/accounts/commands";
import { db } from "@/lib/db/client";
import { holdAdmins } from "./support/admins";
import { limitedUrl } from "./support/environment";
import { expect, makeBoard, test, unique, visit } from "./support/test";

interface Account {
  username: string;
  email: string;
  password: string;
}

/** Values for an account that nobody has. */
function newAccount(): Account {
  const username = unique("nia");
  return { username, email: `${username}@example.org`, password: `the words of ${username}` };
}

async function fillAccount(page: Page, { username, email, password }: Account): Promise<void> {
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
}

async function signUp(page: Page, account: Account): Promise<void> {
  await visit(page, "/sign-up");
  await fillAccount(page, account);
  await page.getByRole("button", { name: "Sign up" }).click();
}

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const account = (page: Page) => page.getByRole("navigation", { name: "Account" });
const alert = (page: Page) => page.getByRole("main").getByRole("alert");

test("signing up, out and in again", async ({ page }) => {
  const mine = newAccount();
  await signUp(page, mine);
  await expect(account(page).getByRole("link", { name: mine.username })).toBeVisible();
  await account(page).getByRole("button", { name: "Sign out" }).click();
  await expect(account(page).getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect(page.getByText(mine.username)).toHaveCount(0);

  await account(page).getByRole("link", { name: "Sign in" }).click();
  await signIn(page, mine.username.toUpperCase(), mine.password);
  await expect(account(page).getByRole("link", { name: mine.username })).toBeVisible();
});

test("the session cookie is out of reach of scripts and of other sites", async ({ page }) => {
  await signUp(page, newAccount());
  await expect(account(page).getByRole("button", { name: "Sign out" })).toBeVisible();
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name.includes("session-token"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  const value = session?.value ?? "";
  expect(await db().session.count({ where: { tokenHash: value } })).toBe(0);
  expect(await page.content()).not.toContain(value);
});

test("who is asked to sign in comes back to where they were going", async ({
  page,
  person,
  thread,
}) => {
  const { openingId } = await thread();
  const { username, password } = await person();
  await page.goto(`/p/${openingId}/reply`);
  await page.waitForURL(/\/sign-in/);
  await signIn(page, username, password);
  await page.waitForURL(({ pathname }) => pathname === `/p/${openingId}/reply`);
  await page.context().clearCookies();
  for (const elsewhere of ["https://example.org/", "//example.org", "/\\example.org"]) {
    await page.goto(`/sign-in?next=${encodeURIComponent(elsewhere)}`);
    await signIn(page, username, password);
    await page.waitForURL(({ pathname }) => pathname === "/");
    await page.context().clearCookies();
  }
});

test("a wrong password and an unknown name get the same answer, and the name stays typed", async ({
  page,
  person,
}) => {
  const { username } = await person();
  const answers: string[] = [];
  for (const name of [username, unique("nobody")]) {
    await visit(page, "/sign-in");
    await signIn(page, name, "not the password");
    await expect(alert(page)).toBeVisible();
    await expect(page.getByLabel("Username")).toHaveValue(name);
    await expect(page.getByLabel("Password")).toHaveValue("");
    answers.push(await alert(page).innerText());
  }
  expect(answers[0]).toBe(answers[1]);
  expect(answers[0]).not.toBe("");
  await expect(account(page).getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("a changed password ends all other sessions, and alone opens the next", async ({
  open,
  person,
}) => {
  const mine = await person();
  const [here, there] = [await open(mine), await open(mine)];
  const settings = account(there).getByRole("link", { name: "Settings" });
  await there.goto("/");
  await expect(settings).toBeVisible();

  await visit(here, "/settings");
  const change = async (current: string, next: string) => {
    await here.getByLabel("Current password").fill(current);
    await here.getByLabel("New password").fill(next);
    await here.getByRole("button", { name: "Change password" }).click();
  };
  await change("not my password", "quite another sentence");
  await expect(here.getByText("This is not your current password.")).toBeVisible();
  await there.reload();
  await expect(settings).toBeVisible();

  await change(mine.password, "quite another sentence");
  await expect(here.getByRole("status").filter({ hasText: "changed" })).toBeVisible();
  await here.reload();
  await expect(here.getByRole("heading", { name: "Settings" })).toBeVisible();
  await there.reload();
  await expect(settings).toHaveCount(0);
  await visit(there, "/sign-in");
  await signIn(there, mine.username, mine.password);
  await expect(alert(there)).toBeVisible();
  await signIn(there, mine.username, "quite another sentence");
  await expect(settings).toBeVisible();
});

test("signing out everywhere else ends the other sessions and keeps this one", async ({
  open,
  person,
}) => {
  const mine = await person();
  const [here, there] = [await open(mine), await open(mine)];
  await visit(here, "/settings");
  await here.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(here.getByRole("status").filter({ hasText: "everywhere else" })).toBeVisible();
  await there.goto("/settings");
  await expect(there).toHaveURL(/\/sign-in/);
  await here.reload();
  await expect(here.getByRole("heading", { name: "Settings" })).toBeVisible();
});

test("an account that cannot be is refused beside its field, with what was typed kept", async ({
  page,
  person,
}) => {
  const taken = (await person({ name: "pete" })).username;
  const fine = newAccount();
  const refusals: [Partial<Account>, RegExp][] = [
    [{ username: taken }, /taken/],
    [{ username: taken.toUpperCase() }, /taken/],
    // Cyrillic е.
    [{ username: taken.replaceAll("e", "\u0435") }, /taken|script/],
    [{ username: "moderator" }, /kept for the forum/],
    [{ username: "r00t" }, /kept for the forum/],
    [{ username: "a\u202eb" }, /invisible/],
    [{ username: "x" }, /2 to 30/],
    [{ email: "nowhere" }, /e-mail address/],
    [{ password: "short" }, /at least 8/],
    [{ password: "Password123" }, /first that anybody tries/],
    [{ password: fine.username }, /differ/],
  ];
  await visit(page, "/sign-up");
  for (const [wrong, says] of refusals) {
    const typed = { ...fine, ...wrong };
    await fillAccount(page, typed);
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Sign up" }).click();
    await answered;
    await expect(page.getByRole("button", { name: "Sign up" })).toBeEnabled();
    const [label] = Object.keys(wrong).map(
      (name) => ({ username: "Username", email: "E-mail", password: "Password" })[name] ?? "",
    );
    const field = page.getByLabel(label ?? "");
    await expect(field, String(says)).toHaveAccessibleDescription(says);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Username")).toHaveValue(typed.username);
    await expect(page.getByLabel("E-mail")).toHaveValue(typed.email);
  }
  expect(await db().user.count({ where: { email: fine.email } })).toBe(0);
  await fillAccount(page, fine);
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(account(page).getByRole("link", { name: fine.username })).toBeVisible();
});

test("a double click on Sign up makes one account and signs in", async ({ page }) => {
  const mine = newAccount();
  await visit(page, "/sign-up");
  await fillAccount(page, mine);
  await page.getByRole("button", { name: "Sign up" }).dblclick();
  await expect(account(page).getByRole("link", { name: mine.username })).toBeVisible();
  expect(await db().user.count({ where: { email: mine.email } })).toBe(1);
});

test("the set-up link makes the first admin once, and no other link ever does", async ({
  page,
}) => {
  test.slow();
  const release = await holdAdmins("alone");
  const admins = await db().user.findMany({ where: { role: "admin" }, select: { id: true } });
  const demote = { where: { role: "admin" as const }, data: { role: "member" as const } };
  try {
    await db().user.updateMany(demote);
    const first = (await issueSetupCode()) ?? "";
    const code = (await issueSetupCode()) ?? "";
    const refused = async (path: string) => {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(403);
      await expect(alert(page)).toBeVisible();
      await expect(page.getByLabel("Username")).toHaveCount(0);
    };
    // None, a wrong one, and one that a newer one has replaced.
    for (const path of ["/setup", "/setup?code=wrong", `/setup?code=${first}`]) await refused(path);
    await visit(page, `/setup?code=${code}`);
    const mine = newAccount();
    await fillAccount(page, { ...mine, password: "short" });
    await page.getByRole("button", { name: "Set up the forum" }).click();
    await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/at least 8/);
    await fillAccount(page, mine);
    await page.getByRole("button", { name: "Set up the forum" }).click();
    await page.waitForURL(({ pathname }) => pathname === "/admin");
    await expect(page.getByRole("heading", { name: "Admin", level: 1 })).toBeVisible();
    await refused(`/setup?code=${code}`);
    expect(await issueSetupCode()).toBeNull();

    // The only admin cannot leave the forum without one.
    await visit(page, "/admin");
    await page.getByRole("button", { name: `Dismiss ${mine.username}` }).click();
    await expect(alert(page)).toContainText("last admin");
    expect(await db().user.count({ where: { role: "admin" } })).toBe(1);
  } finally {
    await db().user.updateMany(demote);
    const ids = admins.map(({ id }) => id);
    await db().user.updateMany({ where: { id: { in: ids } }, data: { role: "admin" } });
    await release();
  }
});

test("an admin makes a board and appoints and dismisses its moderators", async ({
  admin,
  open,
  person,
}) => {
  const page = await open(admin);
  const slug = unique("gardens");
  await visit(page, "/admin");
  await page.getByRole("link", { name: "New board" }).click();
  await page.getByLabel("Name").fill("Gardens");
  await page.getByLabel("Address").fill("Not an address!");
  await page.getByLabel("Description").fill("What grows.");
  await page.getByRole("button", { name: "Create board" }).click();
  await expect(page.getByLabel("Address")).toHaveAccessibleDescription(/small letters/);
  await expect(page.getByLabel("Name")).toHaveValue("Gardens");
  await page.getByLabel("Address").fill(slug);
  await page.getByRole("button", { name: "Create board" }).click();
  await page.waitForURL(/\/admin\/boards\/\d+$/);

  const chosen = await person();
  await page.getByLabel("Username").fill(unique("nobody"));
  await page.getByRole("button", { name: "Appoint moderator" }).click();
  await expect(page.getByLabel("Username")).toHaveAccessibleDescription(/Nobody here/);
  await page.getByLabel("Username").fill(chosen.username);
  await page.getByRole("button", { name: "Appoint moderator" }).click();
  const dismiss = page.getByRole("button", { name: `Dismiss ${chosen.username}` });
  await expect(dismiss).toBeVisible();

  const board = await db().board.findUniqueOrThrow({ where: { slug } });
  const held = { where: { boardId: board.id, userId: chosen.viewer.id } };
  expect(await db().boardModerator.count(held)).toBe(1);
  await dismiss.click();
  await expect(dismiss).toHaveCount(0);
  expect(await db().boardModerator.count(held)).toBe(0);
  await page.goto(`/b/${slug}`);
  await expect(page.getByText("What grows.")).toBeVisible();
});

test("an admin changes a board, and nobody else even sees that it can be", async ({
  admin,
  open,
  person,
}) => {
  const board = await makeBoard();
  const member = await open(await person({ moderates: [board] }));
  for (const path of ["/admin", "/admin/boards/new", `/admin/boards/${board.id}`]) {
    expect((await member.goto(path))?.status(), path).toBe(404);
  }
  await expect(account(member).getByRole("link", { name: "Admin" })).toHaveCount(0);
  const page = await open(admin);
  await visit(page, `/admin/boards/${board.id}`);
  await page.getByLabel("Description").fill("Changed.");
  await page.getByRole("button", { name: "Save board" }).click();
  await expect(page.getByRole("status").filter({ hasText: "saved" })).toBeVisible();
  await page.goto(`/b/${board.slug}`);
  await expect(page.getByText("Changed.")).toBeVisible();
});

test("an admin appoints another, who can then be dismissed", async ({ admin, open, person }) => {
  const page = await open(admin);
  const second = await person();
  await visit(page, "/admin");
  await page.getByLabel("Username").fill(second.username);
  await page.getByRole("button", { name: "Make admin" }).click();
  const dismiss = page.getByRole("button", { name: `Dismiss ${second.username}` });
  await expect(dismiss).toBeVisible();
  const other = await open(second);
  expect((await other.goto("/admin"))?.status()).toBe(200);
  await dismiss.click();
  await expect(dismiss).toHaveCount(0);
  expect((await other.goto("/admin"))?.status()).toBe(404);
});

test("guessing a password is slowed down, for known and unknown names alike", async ({
  open,
  person,
}) => {
  test.skip(limitedUrl === undefined, "The runner gives no E2E_LIMITED_URL.");
  const { username, password } = await person();
  for (const name of [username, unique("nobody")]) {
    const page = await open(null, { baseURL: limitedUrl });
    await visit(page, "/sign-in");
    const tries: string[] = [];
    for (let n = 0; n < 8; n += 1) {
      await signIn(page, name, `wrong guess ${n}`);
      await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
      await expect(alert(page)).toBeVisible();
      tries.push(await alert(page).innerText());
      if (/try again in/i.test(tries.at(-1) ?? "")) break;
    }
    expect(tries.at(-1)).toMatch(/too many tries.*try again in \d+ (second|minute)/i);
    // The right password waits as well: a guess that hits is not told apart.
    await signIn(page, name, password);
    await expect(alert(page)).toContainText(/too many tries/i);
  }
});
