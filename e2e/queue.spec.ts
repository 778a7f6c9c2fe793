import { db } from "@/lib/db/client";
import { statementKey } from "@/lib/statements/key";
import { readable } from "./support/looks";
import { heldReply, hiddenReply, reportPost } from "./support/reports";
import { expect, makeReply, test, visit, WAYS } from "./support/test";

// What was reported, from the queue to the decision, and appeals against it.

for (const { how, options } of WAYS) {
  test.describe(how, () => {
    test("a moderator takes a case, notes on it and hides the post; the reporter is told, and so is who decides late", async ({
      board,
      moderator,
      open,
      page: reader,
      person,
      thread,
    }) => {
      const author = await person();
      const opened = await thread();
      const parent = await makeReply(opened, await person(), "What do you think of it?");
      const id = await makeReply(parent, author, "> What do you think of it?\n\nYou are a fool.");
      const { caseId, receipt, rule } = await reportPost(id, undefined, "An insult.");
      const late = await open(await person({ moderates: [board] }), options);
      await late.goto(`/queue/${caseId}`);

      const page = await open(moderator, options);
      await page.goto("/queue");
      const main = page.getByRole("main");
      await expect(main).toContainText("You are a fool.");
      await page.getByRole("link", { name: `Reply in ${opened.title}` }).click();
      for (const words of ["You are a fool.", "An insult.", "What do you think of it?"]) {
        await expect(main).toContainText(words);
      }
      await expect(main).toContainText(`${author.username}, here since`);
      await expect(main).toContainText("Never reported before.");

      await page.getByRole("button", { name: "Take", exact: true }).click();
      await expect(main).toContainText("You are at it");
      await page.getByLabel("Note").fill("Third time this week.");
      await page.getByRole("button", { name: "Add note" }).click();
      await expect(page.getByRole("listitem").filter({ hasText: "Third time" })).toBeVisible();
      await expect(page.getByLabel("Note")).toHaveValue("");

      await page.getByLabel("Answer to who reported it").fill("Thank you, it is gone.");
      await expect(page.getByRole("combobox", { name: "Rule" })).toHaveValue(String(rule.id));
      await page.getByLabel("To its author").fill("Answer the words, not the person.");
      await page.getByRole("button", { name: "Hide the post" }).click();
      await expect(page).toHaveURL(`/queue?decided=${caseId}`);
      await expect(main).toContainText("Nothing waits for a decision.");

      await reader.goto(receipt);
      await expect(reader.getByRole("main")).toContainText("A moderator acted on it");
      await expect(reader.getByRole("main")).toContainText("Thank you, it is gone.");
      await reader.goto(`/t/${opened.id}`);
      await expect(reader.getByRole("main")).not.toContainText("You are a fool.");

      // The other one's page is older than the decision.
      await late.getByLabel("Answer to who reported it").fill("It is only a word.");
      await late.getByRole("button", { name: "Dismiss" }).click();
      await expect(late).toHaveURL(`/queue/${caseId}?late=yes`);
      const alert = late.getByRole("main").getByRole("alert");
      await expect(alert).toContainText(`${moderator.username} decided this before you.`);
      await expect(late.getByRole("main")).toContainText("Thank you, it is gone.");
      await expect(late.getByRole("button", { name: "Dismiss" })).toHaveCount(0);
      await reader.goto(receipt);
      await expect(reader.getByRole("main")).not.toContainText("only a word");
    });

    test("a dismissed report is appealed against by the member who made it, and is open again", async ({
      board,
      moderator,
      open,
      person,
      thread,
    }) => {
      const opened = await thread();
      const reporter = await person();
      const { caseId, receipt } = await reportPost(opened.openingId, reporter.viewer);
      const page = await open(moderator, options);
      await page.goto(`/queue/${caseId}`);
      await page.getByLabel("Answer to who reported it").fill("It is allowed.");
      await page.getByRole("button", { name: "Dismiss" }).click();
      await expect(page).toHaveURL(`/queue?decided=${caseId}`);

      const reporting = await open(reporter, options);
      await reporting.goto(receipt);
      await reporting.getByRole("link", { name: "Appeal", exact: true }).click();
      await expect(reporting.getByRole("main")).toContainText("It is allowed.");
      await reporting.getByRole("button", { name: "Send appeal" }).click();
      await expect(reporting.getByRole("main").getByRole("alert")).toBeVisible();
      await reporting.getByLabel(/another one\?$/).fill("Rule 2 says that it is not.");
      await reporting.getByRole("button", { name: "Send appeal" }).click();
      await expect(reporting).toHaveURL(/\/appeals\/\d+$/);
      await expect(reporting.getByRole("main")).toContainText("Waiting for a decision");
      const appeal = reporting.url();

      // Not by who dismissed it.
      expect((await page.goto(appeal))?.status()).toBe(404);
      const other = await open(await person({ moderates: [board] }), options);
      await other.goto("/appeals");
      await other.getByRole("link", { name: "A report was dismissed" }).click();
      await expect(other).toHaveURL(appeal);
      await expect(other.getByRole("main")).toContainText("Rule 2 says that it is not.");
      await expect(other.getByRole("main")).toContainText(moderator.username);
      await other.getByLabel("Your reasons").fill("Rule 2 does say so.");
      await other.getByRole("button", { name: "Uphold the appeal" }).click();
      await expect(other.getByRole("main")).toContainText("Rule 2 does say so.");

      await reporting.goto(appeal);
      await expect(reporting.getByRole("main")).toContainText("Upheld");
      await expect(reporting.getByRole("main")).toContainText("Rule 2 does say so.");
      await other.goto("/queue");
      await expect(other.getByRole("link", { name: opened.title })).toBeVisible();
    });

    test("the author of a hidden post appeals; refused it stays hidden, upheld it is back", async ({
      admin,
      moderator,
      open,
      person,
      thread,
    }) => {
      const opened = await thread();
      const author = await person();
      const writer = await open(author, options);
      const judge = await open(admin, options);
      for (const [button, stage, back] of [
        ["Refuse the appeal", "Not upheld", false],
        ["Uphold the appeal", "Upheld", true],
      ] as const) {
        const scene = { thread: opened, author, moderator };
        const { postId, actionId } = await hiddenReply(scene, "Words that I stand by.");
        await writer.goto(`/appeals/new?action=${actionId}`);
        await expect(writer.getByRole("main")).toContainText("A post was hidden");
        await writer.getByLabel(/another one\?$/).fill("It answers what was said.");
        await writer.getByRole("button", { name: "Send appeal" }).click();
        await expect(writer).toHaveURL(/\/appeals\/\d+$/);

        await judge.goto(writer.url());
        await expect(judge.getByRole("main")).toContainText("Words that I stand by.");
        // Not without reasons.
        await judge.getByRole("button", { name: button }).click();
        await expect(judge.getByRole("main").getByRole("alert")).toContainText("Your reasons");
        await judge.getByLabel("Your reasons").fill("I have read both.");
        await judge.getByRole("button", { name: button }).click();
        await expect(judge.getByRole("button", { name: button })).toHaveCount(0);
        await expect(judge.getByRole("main")).toContainText(stage);

        await writer.reload();
        await expect(writer.getByRole("main")).toContainText(stage);
        await expect(writer.getByRole("main")).toContainText("I have read both.");
        const reader = await open(null, options);
        expect((await reader.goto(`/p/${postId}`))?.status()).toBe(back ? 200 : 410);
      }
    });

    test("what an automatic rule holds is read, and approved or kept hidden", async ({
      moderator,
      open,
      page: reader,
      person,
      thread,
    }) => {
      const opened = await thread();
      const author = await person();
      const good = await heldReply({ thread: opened, author }, "A first post, and a good one.");
      const bad = await heldReply({ thread: opened, author }, "A first post that sells things.");
      const page = await open(moderator, options);
      await page.goto("/queue");
      await page.getByRole("link", { name: "Held" }).click();
      const items = page.getByRole("listitem");
      await items.filter({ hasText: "and a good one" }).getByRole("link").click();
      await expect(page.getByRole("main")).toContainText("A first post, and a good one.");
      await page.getByRole("button", { name: "Approve" }).click();
      await expect(page).toHaveURL("/queue/held?done=approve");
      expect((await reader.goto(`/p/${good}`))?.status()).toBe(200);

      await items.filter({ hasText: "sells things" }).getByRole("link").click();
      await page.getByRole("combobox", { name: "Rule" }).selectOption({ label: "Spam" });
      await page.getByLabel("To its author").fill("Not here.");
      await page.getByRole("button", { name: "Keep it hidden" }).click();
      await expect(page).toHaveURL("/queue/held?done=keep");
      await expect(page.getByRole("main")).toContainText("Nothing is held.");
      expect((await reader.goto(`/p/${bad}`))?.status()).toBe(410);
      await expect(reader.getByRole("main")).toContainText("Spam");
      const writer = await open(author);
      await writer.goto(`/t/${opened.id}`);
      await expect(writer.locator(`#post-${bad}`)).toContainText("Spam");
    });
  });
}

test("who can't sign in any more appeals by the private link of their statement", async ({
  admin,
  moderator,
  open,
  page,
  person,
  thread,
}) => {
  const author = await person();
  const { actionId } = await hiddenReply({ thread: await thread(), author, moderator });
  const { id } = await db().statement.findFirstOrThrow({
    where: { actionId, userId: author.viewer.id },
  });
  const address = `/appeals/new?statement=${id}&key=${statementKey(id)}`;
  await page.goto(address);
  await expect(page.locator("meta[name=referrer]")).toHaveAttribute("content", "same-origin");
  await page.getByLabel(/another one\?$/).fill("I would say it again.");
  await page.getByRole("button", { name: "Send appeal" }).click();
  await expect(page.getByRole("heading", { name: "Your appeal" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Waiting for a decision");
  const judge = await open(admin);
  await judge.goto("/appeals");
  const link = judge.getByRole("listitem").filter({ hasText: author.username });
  await link.getByRole("link").click();
  await judge.getByLabel("Your reasons").fill("It stays as it is.");
  await judge.getByRole("button", { name: "Refuse the appeal" }).click();
  await expect(judge.getByRole("region", { name: "Decision" })).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole("main")).toContainText("Not upheld");
  await expect(page.getByRole("main")).toContainText("It stays as it is.");
});

test("the queue is gone through by keyboard alone, and the keys can be turned off", async ({
  board,
  open,
  person,
  thread,
}) => {
  const opened = await thread();
  const first = await reportPost(await makeReply(opened, await person(), "The first."));
  const second = await reportPost(await makeReply(opened, await person(), "The second."));
  const page = await open(await person({ moderates: [board] }));
  await visit(page, "/queue");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("href"));
  await page.keyboard.press("j");
  await expect.poll(focused).toBe(`/queue/${first.caseId}`);
  await page.keyboard.press("j");
  await expect.poll(focused).toBe(`/queue/${second.caseId}`);
  await page.keyboard.press("k");
  await expect.poll(focused).toBe(`/queue/${first.caseId}`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/queue/${first.caseId}`);
  await visit(page, `/queue/${first.caseId}`);
  // Letters that are typed are letters.
  await page.getByLabel("Note").pressSequentially("jk");
  await expect(page.getByLabel("Note")).toHaveValue("jk");
  await page.getByLabel("Note").blur();
  await page.keyboard.press("j");
  await expect(page).toHaveURL(`/queue/${second.caseId}`);
  await visit(page, `/queue/${second.caseId}`);
  await page.keyboard.press("k");
  await expect(page).toHaveURL(`/queue/${first.caseId}`);
  await page.getByRole("button", { name: "Dismiss" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/queue?decided=${first.caseId}`);

  await visit(page, "/queue");
  await page.getByLabel(/Move with/).uncheck();
  await page.keyboard.press("j");
  expect(await focused()).toBeNull();
  await visit(page, "/queue");
  await expect(page.getByLabel(/Move with/)).not.toBeChecked();
});

test("every screen of it is readable, wide and on a phone, light and dark", async ({
  moderator,
  open,
  person,
  thread,
}) => {
  test.setTimeout(150_000);
  const opened = await thread();
  const author = await person();
  const id = await makeReply(opened, author, `A reported reply. ${"long".repeat(60)}`);
  const { caseId } = await reportPost(id, (await person()).viewer, "word ".repeat(80));
  const held = await heldReply({ thread: opened, author });
  const page = await open(moderator);
  const writer = await open(author);
  const { actionId } = await hiddenReply({ thread: opened, author, moderator });
  const queue = ["/queue", `/queue/${caseId}`, "/queue/held", `/queue/held/${held}`, "/appeals"];
  await readable(page, queue);
  await readable(writer, [`/appeals/new?action=${actionId}`, "/reports"]);
});
