import type { Page } from "@playwright/test";
import {
  expect,
  makeBoard,
  makeReply,
  moderation,
  type Person,
  test,
  unique,
  visit,
} from "./support/test";

/** Follows a control to its page, chooses the rule and presses the button of the same name. */
async function moderate(page: Page, where: string, verb: string, rule?: string): Promise<void> {
  await page.locator(where).getByRole("link", { name: verb, exact: true }).last().click();
  if (rule !== undefined) await page.getByLabel("Rule").selectOption(rule);
  await page.getByRole("button", { name: verb, exact: true }).click();
  await page.waitForURL(/\/t\/\d+(#post-\d+)?$/);
}

/** Everything the server sends for an address, to browsers and to Next.js's own router. */
async function everythingSent(page: Page, path: string): Promise<string> {
  const html = await page.request.get(path);
  const rsc = await page.request.get(path, { headers: { RSC: "1" } });
  const prefetch = await page.request.get(path, {
    headers: { RSC: "1", "Next-Router-Prefetch": "1" },
  });
  return [await html.text(), await rsc.text(), await prefetch.text()].join("\n");
}

test("a moderator hides a post with a reason after seeing what it touches, and shows it again", async ({
  moderator,
  open,
  page: reader,
  person,
  thread,
}) => {
  const marker = unique("unruly");
  const opened = await thread();
  const id = await makeReply(opened, await person(), `Something ${marker} and rude was said.`);
  const answer = await makeReply(id, await person(), "> rude was said\n\nIndeed it was.");
  await makeReply(answer, await person(), "Let us move on.");
  const page = await open(moderator);
  await visit(page, `/t/${opened.id}`);
  await page.locator(`#post-${id}`).getByRole("link", { name: "Hide", exact: true }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText("2 replies");
  await expect(main).toContainText("1 quote");
  await expect(main).toContainText(marker);

  // Not without a rule; and what was typed stays.
  await page.getByLabel("To those it concerns").fill("Please say it without the insult.");
  await page
    .getByRole("main")
    .locator("form")
    .evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
  await page.getByRole("button", { name: "Hide", exact: true }).click();
  await expect(main).toContainText("Please choose the rule that it breaks.");
  await expect(page.getByLabel("To those it concerns")).toHaveValue(/without the insult/);
  expect(await everythingSent(reader, `/t/${opened.id}`)).toContain(marker);

  await page.getByLabel("Rule").selectOption("Personal attacks");
  await page.getByRole("button", { name: "Hide", exact: true }).click();
  await page.waitForURL(/#post-\d+$/);
  await expect(page.locator(`#post-${id}`)).toContainText("Personal attacks");
  await expect(page.locator(`#post-${id}`)).toContainText(marker);

  expect(await everythingSent(reader, `/t/${opened.id}`)).not.toContain(marker);
  await reader.goto(`/t/${opened.id}`);
  await expect(reader.locator(`#post-${id}`)).toContainText("Personal attacks");
  await expect(reader.locator(`#post-${answer}`)).toContainText("Indeed it was.");
  await expect(reader.getByRole("heading", { name: "2 replies" })).toBeVisible();

  await visit(page, `/t/${opened.id}`);
  await moderate(page, `#post-${id}`, "Unhide");
  await reader.reload();
  await expect(reader.locator(`#post-${id}`)).toContainText(marker);
  await expect(reader.getByRole("heading", { name: "3 replies" })).toBeVisible();
});

test("a hidden post leaves no word on any page, whoever asks and however", async ({
  board,
  moderator,
  open,
  page: signedOut,
  person,
  thread,
}) => {
  const marker = unique("unruly");
  const opened = await thread();
  const author = await person();
  const id = await makeReply(opened, author, `Something ${marker} was said.`);
  await makeReply(id, await person(), "An answer keeps its place.");
  await moderation("hide", { post: id }, moderator, "Rule 3");
  const member = await open(await person());
  const paths = [
    `/t/${opened.id}`,
    `/t/${opened.id}?sort=new`,
    `/p/${id}`,
    `/p/${id}/history`,
    `/p/${id}/reply`,
    `/p/${id}/edit`,
    `/p/${id}/delete`,
    `/p/${id}/moderate/unhide`,
    `/u/${author.username}`,
    `/b/${board.slug}`,
    "/new",
  ];
  for (const who of [signedOut, member]) {
    for (const path of paths) {
      expect(await everythingSent(who, path), path).not.toContain(marker);
    }
  }
});

test("a hidden thread answers 410 with its reason, and with no word of it", async ({
  board,
  moderator,
  open,
  page: reader,
  person,
  thread,
}) => {
  const marker = unique("Unruly");
  const opened = await thread({ title: `${marker} title`, text: `And ${marker} text.` });
  const reply = await makeReply(opened, await person(), `And a ${marker} reply.`);
  const page = await open(moderator);
  await visit(page, `/t/${opened.id}`);
  const moderationLinks = page.getByRole("navigation", { name: "Moderation" });
  await moderationLinks.getByRole("link", { name: "Hide", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("1 reply");
  await page.getByLabel("Rule").selectOption("Off topic");
  await page.getByRole("button", { name: "Hide", exact: true }).click();
  await page.waitForURL(`/t/${opened.id}`);
  await expect(page.getByRole("main")).toContainText("Off topic");

  const member = await open(await person());
  for (const who of [reader, member]) {
    const response = await who.goto(`/t/${opened.id}`);
    expect(response?.status()).toBe(410);
    await expect(who.getByRole("main")).toContainText("Off topic");
    expect(await who.title()).not.toContain(marker);
    const author = `/u/${opened.author.viewer.username}`;
    const lists = [author, `/b/${board.slug}`, `/b/${board.slug}/new`, "/new", "/active"];
    const single = [`/p/${reply}`, `/p/${reply}/history`, `/p/${reply}/reply`];
    for (const path of [`/t/${opened.id}`, ...single, ...lists]) {
      expect(await everythingSent(who, path), path).not.toContain(marker);
    }
  }
  const boards = await reader.goto("/boards");
  expect(await boards?.text()).not.toContain(marker);
  await expect(reader.getByRole("listitem").filter({ hasText: board.name })).toContainText(
    "0 threads",
  );

  await moderationLinks.getByRole("link", { name: "Unhide", exact: true }).click();
  await page.getByRole("button", { name: "Unhide", exact: true }).click();
  await page.waitForURL(`/t/${opened.id}`);
  expect((await reader.goto(`/t/${opened.id}`))?.status()).toBe(200);
  await expect(reader).toHaveTitle(new RegExp(marker));
  await expect(reader.locator(`#post-${reply}`)).toContainText(marker);
});

test("authors see what was hidden of theirs, marked and with the reason", async ({
  moderator,
  open,
  person,
  thread,
}) => {
  const author = await person();
  const other = await thread();
  const id = await makeReply(other, author, "These words are my own.");
  const own = await thread({ author, title: unique("My own thread") });
  await moderation("hide", { post: id }, moderator, "Rule 3: be kind");
  await moderation("hide", { thread: own.id }, moderator, "Rule 1: on topic");
  const page = await open(author);
  await page.goto(`/t/${other.id}`);
  const post = page.locator(`#post-${id}`);
  await expect(post).toContainText("These words are my own.");
  await expect(post).toContainText("Rule 3: be kind");
  for (const name of ["Reply", "Quote", "Edit"]) {
    await expect(post.getByRole("link", { name, exact: true })).toHaveCount(0);
  }
  const response = await page.goto(`/t/${own.id}`);
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("heading", { name: own.title })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Rule 1: on topic");
});

test("a locked thread takes no replies and no edits until it is unlocked", async ({
  moderator,
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  const member = await person();
  const own = await makeReply(opened, member, "Said before.");
  const page = await open(moderator);
  const writer = await open(member);
  // A composer that is open already must be refused too.
  await visit(writer, `/t/${opened.id}`);
  const opening = writer.locator(`#post-${opened.openingId}`);
  await opening.getByRole("link", { name: "Reply", exact: true }).click();
  const field = opening.getByRole("textbox", { name: "Text" });
  await field.fill("Said too late.");

  await visit(page, `/t/${opened.id}`);
  await moderate(page, `#post-${opened.openingId}`, "Lock", "Off topic");
  await expect(page.getByRole("main")).toContainText("Off topic");
  await expect(page.locator(`#post-${own}`).getByRole("link", { name: "Reply" })).toBeVisible();

  await writer.getByRole("button", { name: "Publish" }).click();
  await expect(writer.getByRole("main").getByRole("alert")).toContainText(/locked/i);
  await expect(field).toHaveValue("Said too late.");
  await visit(writer, `/t/${opened.id}`);
  await expect(writer.getByRole("main")).toContainText("Off topic");
  await expect(writer.getByRole("heading", { name: "1 reply" })).toBeVisible();
  const controls = writer.getByRole("article");
  for (const name of ["Reply", "Quote", "Edit"]) {
    await expect(controls.getByRole("link", { name, exact: true })).toHaveCount(0);
  }
  for (const path of [`/p/${opened.openingId}/reply`, `/p/${own}/edit`]) {
    await writer.goto(path);
    await expect(writer.getByRole("textbox", { name: "Text" })).toHaveCount(0);
  }

  await visit(page, `/t/${opened.id}`);
  await moderate(page, `#post-${opened.openingId}`, "Unlock");
  await writer.goto(`/t/${opened.id}`);
  await expect(opening.getByRole("link", { name: "Reply", exact: true })).toBeVisible();
  await expect(
    writer.locator(`#post-${own}`).getByRole("link", { name: "Edit", exact: true }),
  ).toBeVisible();
});

test("only moderators of the board, and admins, have moderators' controls", async ({
  admin,
  moderator,
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  const id = await makeReply(opened, await person());
  const stranger = await person({ moderates: [await makeBoard()] });
  const controls = async (who: Person | null) => {
    const page = await open(who);
    await page.goto(`/t/${opened.id}`);
    await expect(page.locator(`#post-${id}`).getByRole("link", { name: "Reply" })).toBeVisible();
    return page.getByRole("link", { name: /^(Hide|Unhide|Lock|Unlock)$/ });
  };
  for (const who of [null, await person(), stranger]) {
    await expect(await controls(who)).toHaveCount(0);
  }
  for (const who of [moderator, admin]) await expect(await controls(who)).toHaveCount(3);

  const page = await open(stranger);
  for (const path of [`/t/${opened.id}/moderate/hide`, `/p/${id}/moderate/hide`]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});
