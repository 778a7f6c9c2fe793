import { expect, makeBoard, makeReply, type Person, test, unique, WAYS } from "./support/test";

for (const { how, options, go } of WAYS) {
  test.describe(how, () => {
    test("a thread is moved, slowed down and pinned on its board", async ({
      admin,
      open,
      person,
      thread,
    }) => {
      const opened = await thread();
      const other = await makeBoard();
      const page = await open(admin, options);
      const verb = async (link: string, fill: () => Promise<unknown>) => {
        await go(page, `/t/${opened.id}`);
        const links = page.getByRole("navigation", { name: "Moderation" });
        await links.getByRole("link", { name: link, exact: true }).click();
        await fill();
        await page.getByRole("button", { name: link, exact: true }).click();
        await page.waitForURL(`/t/${opened.id}`);
      };
      await verb("Move", () => page.getByLabel("Board").selectOption(other.name));
      await verb("Pin", async () => {});
      await verb("Slow down", () => page.getByLabel("Minutes").fill("30"));
      await expect(page.getByRole("main")).toContainText("30 minutes between two posts");
      await page.goto(`/b/${other.slug}`);
      await expect(page.getByRole("listitem").filter({ hasText: opened.title })).toContainText(
        "pinned",
      );

      // One post, and then a pause; what was typed stays.
      const writer = await open(await person(), options);
      for (const text of ["Once.", "Once more."]) {
        await go(writer, `/p/${opened.openingId}/reply`);
        await writer.getByRole("textbox", { name: "Text" }).fill(text);
        await writer.getByRole("button", { name: "Publish" }).click();
        if (text === "Once.") await writer.waitForURL(/\/t\/\d+/);
      }
      await expect(writer.getByRole("main").getByRole("alert")).toContainText("slowed down");
      await expect(writer.getByRole("textbox", { name: "Text" })).toHaveValue("Once more.");
    });

    test("a branch is split off, merged back, and its permalinks lead there each time", async ({
      moderator,
      open,
      page: reader,
      person,
      thread,
    }) => {
      const opened = await thread();
      const words = `Words of ${unique("another")} matter.`;
      const id = await makeReply(opened, await person(), words);
      const below = await makeReply(id, await person(), `> ${words}\n\nIndeed.`);
      const page = await open(moderator, options);
      await go(page, `/t/${opened.id}`);
      const post = page.locator(`#post-${id}`);
      await post.getByRole("link", { name: "Split", exact: true }).click();
      await expect(page.getByRole("main")).toContainText("1 reply");
      await page.getByRole("button", { name: "Split", exact: true }).click();
      await page.getByLabel("Title of the new thread").fill("Another matter");
      await page.getByRole("button", { name: "Split", exact: true }).click();
      await expect(page.getByRole("heading", { name: "Another matter" })).toBeVisible();
      const made = new URL(page.url()).pathname;
      expect(made).not.toBe(`/t/${opened.id}`);
      await reader.goto(`/p/${below}`);
      expect(new URL(reader.url()).pathname).toBe(made);
      await expect(reader.locator(`#post-${below} blockquote`)).toContainText(words);

      await page.goto(`/t/${opened.id}/moderate`);
      await page.getByRole("button", { name: "Take it back" }).click();
      await page.waitForURL(`/t/${opened.id}`);
      await reader.goto(`/p/${below}`);
      expect(new URL(reader.url()).pathname).toBe(`/t/${opened.id}`);
      await reader.goto(made);
      expect(new URL(reader.url()).pathname).toBe(`/t/${opened.id}`);
    });

    test("a branch marked as off topic is folded, and its author is told why", async ({
      moderator,
      open,
      page: reader,
      person,
      thread,
    }) => {
      const opened = await thread();
      const author: Person = await person();
      const id = await makeReply(opened, author, "What I had for breakfast.");
      const below = await makeReply(id, await person(), "Was it good?");
      const page = await open(moderator, options);
      await go(page, `/t/${opened.id}`);
      const controls = page.locator(`#post-${id}`);
      await controls.getByRole("link", { name: "Off topic", exact: true }).click();
      await page.getByLabel("Rule").selectOption("Off topic");
      await page.getByLabel("To those it concerns").fill("Breakfast has a board of its own.");
      await page.getByRole("button", { name: "Off topic", exact: true }).click();
      await page.waitForURL(/#post-/);
      await reader.goto(`/t/${opened.id}`);
      await expect(reader.getByText("What I had for breakfast.")).toBeHidden();
      await expect(reader.locator(`#post-${below}`)).toBeHidden();
      await reader.locator(`#post-${id} summary`).click();
      await expect(reader.getByText("What I had for breakfast.")).toBeVisible();
      await expect(reader.locator(`#post-${below}`)).toBeVisible();

      const told = await open(author, options);
      await told.goto("/");
      await told.getByRole("link", { name: /^Notices, \d new$/ }).click();
      const line = told.getByRole("listitem").filter({ hasText: "marked as off topic" });
      await expect(line.getByText("new", { exact: true })).toBeVisible();
      await line.getByRole("link").click();
      await expect(told.getByRole("main")).toContainText("Breakfast has a board of its own.");
      await told.goto("/notices");
      await expect(line).toBeVisible();
      await expect(line.getByText("new", { exact: true })).toHaveCount(0);
    });
  });
}
