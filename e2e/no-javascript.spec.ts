import type { Page } from "@playwright/test";
import { manyReplies } from "@/scripts/test/debate";
import { expect, makeReply, storedMarkdown, type Thread, test, unique } from "./support/test";

// The whole round of taking part, in a browser that runs no scripts.

test.use({ javaScriptEnabled: false });

const post = (page: Page, id: number) => page.locator(`#post-${id}`);

const textOf = (page: Page) => page.getByRole("textbox", { name: "Text" });

/** Presses a button that leads to a thread, and returns the id of the post that it leads to. */
async function publish(page: Page): Promise<number> {
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page).toHaveURL(/\/t\/\d+#post-\d+$/);
  return Number(/#post-(\d+)$/.exec(page.url())?.[1]);
}

test("the browsers of these tests run no scripts", async ({ open }) => {
  const page = await open(null);
  await page.setContent("<p>off</p><script>document.body.textContent = 'on'</script>");
  await expect(page.locator("body")).toHaveText("off");
});

for (const size of ["short", "over 200 posts"] as const) {
  test.describe(`in a thread that is ${size}`, () => {
    const PARENT = "One line of the parent.\n\nAnother, with *emphasis*.";

    async function filled(thread: Thread, parentId: number): Promise<void> {
      if (size === "short") return;
      await manyReplies(thread.author.viewer, thread.openingId, 120);
      await manyReplies(thread.author.viewer, parentId, 90);
    }

    test("a reply comes with its parent quoted, is previewed, published, and leads to its source", async ({
      thread,
      person,
      open,
    }) => {
      const opened = await thread();
      const parentId = await makeReply(opened, await person(), PARENT);
      await filled(opened, parentId);
      const page = await open(await person());
      await page.goto(`/t/${opened.id}`);
      await post(page, parentId).getByRole("link", { name: "Reply", exact: true }).click();
      await expect(page).toHaveURL(`/p/${parentId}/reply`);
      const quoted = "> One line of the parent.\n>\n> Another, with *emphasis*.\n\n";
      await expect(textOf(page)).toHaveValue(quoted);

      const text = "> One line of the parent.\n\nMy answer to **it**.";
      await textOf(page).fill(text);
      await page.getByRole("button", { name: "Preview" }).click();
      const preview = page.getByRole("region", { name: "Preview" });
      await expect(preview.getByRole("link", { name: /^quoting / })).toBeVisible();
      await expect(preview.locator("strong")).toHaveText("it");
      await expect(textOf(page)).toHaveValue(text);

      const id = await publish(page);
      expect(await storedMarkdown(id)).toBe(text);
      await expect(post(page, id).getByText("My answer to it.")).toBeVisible();
      await post(page, id)
        .getByRole("link", { name: /^quoting / })
        .click();
      await expect(page).toHaveURL(/quote=\d+#passage$/);
      await expect(post(page, parentId).locator("mark")).toHaveText("One line of the parent.");
      await expect(post(page, parentId).locator("mark")).toBeInViewport();
    });

    test("a vote is cast, changed and taken back, and the page comes back to the post", async ({
      thread,
      person,
      open,
    }) => {
      const opened = await thread();
      const id = await makeReply(opened, await person());
      await filled(opened, id);
      const page = await open(await person());
      await page.goto(`/t/${opened.id}`);
      const votes = post(page, id).locator("[data-votes]").first();
      const up = votes.getByRole("button", { name: "Upvote" });
      const down = votes.getByRole("button", { name: "Downvote" });
      const pressed = async (button: typeof up, score: string) => {
        await expect(page).toHaveURL(new RegExp(`/t/${opened.id}#post-${id}$`));
        await expect(votes.locator("[data-score]")).toHaveText(score);
        await expect(button).toHaveAttribute("aria-pressed", score === "0" ? "false" : "true");
      };
      await up.click();
      await pressed(up, "1");
      await down.click();
      await pressed(down, "-1");
      await down.click();
      await pressed(down, "0");
    });

    test("a post is edited, its history read, and deleted", async ({ thread, person, open }) => {
      const opened = await thread();
      const author = await person();
      const id = await makeReply(opened, author, "The first words of it.");
      await filled(opened, id);
      const page = await open(author);
      await page.goto(`/t/${opened.id}`);
      await post(page, id).getByRole("link", { name: "Edit", exact: true }).click();
      await expect(textOf(page)).toHaveValue("The first words of it.");
      await textOf(page).fill("The second words of it.");
      expect(await publish(page)).toBe(id);
      await expect(post(page, id).locator(".prose")).toHaveText("The second words of it.");

      await post(page, id).getByRole("link", { name: "edited" }).click();
      await expect(page).toHaveURL(`/p/${id}/history`);
      await expect(page.locator("del")).toHaveText("first");
      await expect(page.locator("ins")).toHaveText("second");

      await page.goto(`/t/${opened.id}`);
      await post(page, id).getByRole("link", { name: "Delete", exact: true }).click();
      await page.getByRole("button", { name: "Delete" }).click();
      await expect(page).toHaveURL(new RegExp(`/t/${opened.id}#post-${id}$`));
      await expect(page.getByText("The second words of it.")).toHaveCount(0);
      if (size !== "short") {
        await expect(post(page, id).getByText("Deleted by its author.")).toBeVisible();
      }
    });

    test("a moderator hides a post with its quotes, shows it again, and locks the thread", async ({
      thread,
      person,
      moderator,
      open,
    }) => {
      const opened = await thread();
      const words = `Words that ${unique("break")} a rule.`;
      const id = await makeReply(opened, await person(), words);
      const quoting = await makeReply(id, await person(), `> ${words}\n\nPlease don't.`);
      await filled(opened, id);
      const [page, other] = [await open(moderator), await open(await person())];

      const act = async (verb: string, rule?: string) => {
        const reasonField = page.getByRole("combobox", { name: "Rule" });
        if (rule !== undefined) await reasonField.selectOption(rule);
        await page.getByRole("button", { name: verb, exact: true }).click();
        await expect(page).toHaveURL(new RegExp(`/t/${opened.id}`));
        await expect(reasonField).toHaveCount(0);
      };
      await page.goto(`/t/${opened.id}`);
      await post(page, id).getByRole("link", { name: "Hide", exact: true }).click();
      await expect(page.getByText("1 quote")).toBeVisible();
      await act("Hide", "Personal attacks");
      await expect(post(page, id).getByText("Personal attacks")).toBeVisible();

      await other.goto(`/t/${opened.id}`);
      await expect(post(other, id).getByText(/Personal attacks/)).toBeVisible();
      await expect(post(other, quoting).getByText("Please don't.")).toBeVisible();
      expect(await other.content()).not.toContain(words);

      await post(page, id).getByRole("link", { name: "Unhide" }).click();
      await act("Unhide");
      await other.goto(`/t/${opened.id}`);
      await expect(post(other, id).getByText(words)).toBeVisible();
      await expect(post(other, quoting).getByText(words)).toBeVisible();

      await page.getByRole("navigation", { name: "Moderation" }).getByText("Lock").click();
      await act("Lock", "Off topic");
      await other.goto(`/t/${opened.id}`);
      await expect(other.getByText("Reason: Off topic")).toBeVisible();
      await expect(post(other, id).getByRole("link", { name: "Reply", exact: true })).toHaveCount(
        0,
      );
      await other.goto(`/p/${id}/reply`);
      await expect(other.getByText("This thread is locked")).toBeVisible();
      await expect(other.getByRole("button", { name: "Publish" })).toHaveCount(0);
    });

    test("a branch is folded and unfolded", async ({ thread, person, open }) => {
      const opened = await thread();
      const id = await makeReply(opened, await person(), "Words to fold away.");
      await filled(opened, id);
      const page = await open(null);
      await page.goto(`/t/${opened.id}`);
      const words = page.getByText("Words to fold away.");
      await expect(words).toBeVisible();
      await post(page, id).locator("summary").click();
      await expect(words).toBeHidden();
      await post(page, id).locator("summary").click();
      await expect(words).toBeVisible();
    });
  });
}

test("somebody new signs up, opens a thread in a board and signs out", async ({ board, open }) => {
  const page = await open(null);
  await page.goto(`/new-thread?board=${board.slug}`);
  await page
    .getByRole("link", { name: /^Sign up/ })
    .last()
    .click();
  const name = unique("newcomer");
  await page.getByLabel("Username").fill(name);
  await page.getByLabel("E-mail").fill(`${name}@example.org`);
  await page.getByLabel("Password").fill("three words together");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page).toHaveURL(new RegExp(`/new-thread\\?board=${board.slug}$`));
  await page.getByLabel("Title").fill("Asked without a script");
  await textOf(page).fill("> Nobody has said this before.\n\nSo I do.");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("region", { name: "Preview" })).toContainText("So I do.");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page).toHaveURL(/\/t\/\d+$/);
  await expect(page.getByRole("heading", { name: "Asked without a script" })).toBeVisible();
  await expect(page.getByRole("link", { name: board.name })).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();

  await page.goto("/sign-in");
  await page.getByLabel("Username").fill(name.toUpperCase());
  await page.getByLabel("Password").fill("three words together");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
});

test.describe("a form with a mistake says so beside the field and keeps what was typed:", () => {
  test("signing up", async ({ open }) => {
    const page = await open(null);
    await page.goto("/sign-up");
    await page.getByLabel("Username").fill("аda\u202e");
    await page.getByLabel("E-mail").fill("not an address");
    await page.getByLabel("Password").fill("short");
    await page.getByRole("button", { name: "Sign up" }).click();
    for (const name of ["Username", "E-mail", "Password"]) {
      await expect(page.getByLabel(name)).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByLabel(name)).toHaveAccessibleDescription(/\w{3,}.*\./);
    }
    await expect(page.getByLabel("Username")).toHaveValue("аda\u202e");
    await expect(page.getByLabel("E-mail")).toHaveValue("not an address");
    await expect(page.getByLabel("Password")).toHaveValue("");
  });

  test("opening a thread", async ({ board, person, open }) => {
    const page = await open(await person());
    await page.goto(`/new-thread?board=${board.slug}`);
    await page.getByRole("radio", { name: /^Link/ }).check();
    await page.getByLabel("Title").fill("a".repeat(151));
    await page.getByLabel("URL").fill("javascript:alert(1)");
    const text = "Kept <b>as typed</b> & so on\n> with a quote\n\n```\ncode\n```";
    await textOf(page).fill(text);
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveAccessibleDescription(/151 characters.*150/);
    await expect(page.getByLabel("URL")).toHaveAccessibleDescription(/whole web address/);
    await expect(page.getByRole("radio", { name: /^Link/ })).toBeChecked();
    await expect(page.getByLabel("Title")).toHaveValue("a".repeat(151));
    await expect(page.getByLabel("URL")).toHaveValue("javascript:alert(1)");
    await expect(page.getByLabel("Board")).toHaveValue(board.slug);
    await expect(textOf(page)).toHaveValue(text);
    // Mended, it goes through, once.
    await page.getByLabel("Title").fill("Mended");
    await page.getByLabel("URL").fill(`https://example.org/${unique("page")}`);
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByRole("heading", { name: "Mended" })).toBeVisible();
  });

  test("replying and editing", async ({ thread, person, open }) => {
    const opened = await thread();
    const author = await person();
    const id = await makeReply(opened, author, "Here to stay.");
    const page = await open(author);
    const deep = `${">".repeat(20)} too deep\n\nMy words.`;
    for (const address of [`/p/${opened.openingId}/reply`, `/p/${id}/edit`]) {
      await page.goto(address);
      await textOf(page).fill(deep);
      await page.getByRole("button", { name: "Publish" }).click();
      await expect(textOf(page)).toHaveAttribute("aria-invalid", "true");
      await expect(textOf(page)).toHaveAccessibleDescription(/levels deep/);
      await expect(textOf(page)).toHaveValue(deep);
      await textOf(page).fill(" \n ");
      await page.getByRole("button", { name: "Publish" }).click();
      await expect(textOf(page)).toHaveAccessibleDescription(/nothing in the text/i);
    }
    expect(await storedMarkdown(id)).toBe("Here to stay.");
  });

  test("moderating", async ({ thread, moderator, open }) => {
    const opened = await thread();
    const page = await open(moderator);
    await page.goto(`/t/${opened.id}/moderate/hide`);
    await page.getByLabel("Rule").selectOption("Off topic");
    const note = page.getByRole("textbox", { name: "To those it concerns" });
    await note.fill(`Long ${"x".repeat(4000)}`);
    await page.getByRole("button", { name: "Hide", exact: true }).click();
    await expect(note).toHaveAccessibleDescription(/at most/);
    await expect(note).toHaveValue(`Long ${"x".repeat(4000)}`);
    await expect(page.getByLabel("Rule").getByRole("option", { selected: true })).toHaveText(
      "Off topic",
    );
  });
});
