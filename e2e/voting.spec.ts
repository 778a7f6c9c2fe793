import type { Page } from "@playwright/test";
import { expect, makeReply, ready, test, unique, visit, vote } from "./support/test";

/** The vote buttons of one post, and the score between them. */
function votes(page: Page, postId: number) {
  const post = page.locator(`#post-${postId}`);
  return {
    up: post.getByRole("button", { name: "Upvote" }),
    down: post.getByRole("button", { name: "Downvote" }),
    score: post.locator("[data-score]"),
  };
}

test("a vote up, down and taken back shows in the score and the pressed button, after a reload too", async ({
  open,
  person,
  thread,
}) => {
  const { id, openingId } = await thread();
  const page = await open(await person());
  await visit(page, `/t/${id}`);
  const { up, down, score } = votes(page, openingId);
  const steps = [
    { press: up, shows: "1", upPressed: true, downPressed: false },
    { press: down, shows: "-1", upPressed: false, downPressed: true },
    { press: down, shows: "0", upPressed: false, downPressed: false },
  ];
  for (const { press, shows, upPressed, downPressed } of steps) {
    await press.click();
    for (const reloaded of [false, true]) {
      if (reloaded) await page.reload();
      await expect(score).toHaveText(shows);
      await expect(up).toHaveAttribute("aria-pressed", String(upPressed));
      await expect(down).toHaveAttribute("aria-pressed", String(downPressed));
    }
    await ready(page);
  }
});

test("replies are voted on like opening posts, and everybody's votes add up", async ({
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  const replyId = await makeReply(opened, await person());
  await vote(replyId, await person(), 1);
  await vote(replyId, await person(), 1);
  const page = await open(await person());
  await visit(page, `/t/${opened.id}`);
  const { up, down, score } = votes(page, replyId);
  await expect(score).toHaveText("2");
  await up.click();
  await expect(score).toHaveText("3");
  await down.click();
  await expect(score).toHaveText("1");
  await expect(votes(page, opened.openingId).score).toHaveText("0");
});

test("a list of threads takes votes in place", async ({ board, open, person, thread }) => {
  const { openingId } = await thread();
  const page = await open(await person());
  await visit(page, `/b/${board.slug}`);
  const { up, score } = votes(page, openingId);
  await up.click();
  await expect(score).toHaveText("1");
  await expect(page).toHaveURL(`/b/${board.slug}`);
  await page.reload();
  await expect(up).toHaveAttribute("aria-pressed", "true");
});

test("one person counts once, whatever two tabs of theirs show", async ({
  open,
  person,
  thread,
}) => {
  const { id, openingId } = await thread();
  const one = await open(await person());
  const two = await one.context().newPage();
  await visit(one, `/t/${id}`);
  await visit(two, `/t/${id}`);
  const [first, second] = [votes(one, openingId), votes(two, openingId)];
  await first.up.click();
  await expect(first.score).toHaveText("1");
  // The second tab does not know of it yet: up means up, not once more and not back.
  await second.up.click();
  await expect(second.score).toHaveText("1");
  await expect(second.up).toHaveAttribute("aria-pressed", "true");
  await second.down.click();
  await expect(second.score).toHaveText("-1");
  await one.reload();
  await expect(first.score).toHaveText("-1");
  await expect(first.down).toHaveAttribute("aria-pressed", "true");
});

test("nobody is offered a vote on a post of their own", async ({ board, open, person, thread }) => {
  const author = await person();
  const opened = await thread({ author });
  const own = await makeReply(opened, author);
  const others = await makeReply(opened, await person());
  const page = await open(author);
  await visit(page, `/t/${opened.id}`);
  for (const id of [opened.openingId, own]) {
    await expect(page.locator(`#post-${id}`).getByRole("link", { name: "Reply" })).toBeVisible();
    await expect(votes(page, id).up).toHaveCount(0);
    await expect(votes(page, id).down).toHaveCount(0);
  }
  await expect(votes(page, others).up).toBeVisible();
  await visit(page, `/b/${board.slug}`);
  await expect(page.getByRole("link", { name: opened.title })).toBeVisible();
  await expect(votes(page, opened.openingId).up).toHaveCount(0);
});

test("who is signed out is led to sign in by a vote, and comes back to the thread", async ({
  page,
  person,
  thread,
  watch,
}) => {
  watch.allow(/status of 401/);
  const { id, openingId, title } = await thread({ title: unique("Shall we vote") });
  const voter = await person();
  await visit(page, `/t/${id}`);
  const { up, score } = votes(page, openingId);
  await up.click();
  await page.waitForURL(/\/sign-in/);
  await page.getByLabel("Username").fill(voter.username);
  await page.getByLabel("Password").fill(voter.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(new RegExp(`/t/${id}`));
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await ready(page);
  await expect(score).toHaveText("0");
  await up.click();
  await expect(score).toHaveText("1");
});
