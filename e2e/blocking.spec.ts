import { expect, makeReply, test, unique, WAYS } from "./support/test";

for (const { how, options, go } of WAYS) {
  test.describe(how, () => {
    test("a person who is blocked is folded for the blocker alone, with quotes of them", async ({
      open,
      page: reader,
      person,
      thread,
    }) => {
      const marker = unique("shouting");
      const [ben, carol] = [await person({ name: "ben" }), await person({ name: "carol" })];
      const opened = await thread();
      const said = await makeReply(opened, ben, `I am ${marker} at everybody here.`);
      const quoting = await makeReply(
        said,
        await person(),
        `> I am ${marker} at everybody here.\n\nPlease don't.`,
      );
      const page = await open(carol, options);
      await go(page, `/u/${ben.username}`);
      await page.getByRole("button", { name: "Block", exact: true }).click();
      await expect(page.getByRole("button", { name: "Unblock", exact: true })).toBeVisible();

      await go(page, `/t/${opened.id}`);
      const words = page.locator(`#post-${said} .prose`);
      await expect(words).toBeHidden();
      await expect(page.locator(`#post-${quoting}`).getByText("Please don't.")).toBeVisible();
      await expect(page.locator(`#post-${quoting} .quote`).getByText(marker)).toBeHidden();
      await page.getByText("A post by somebody you blocked").click();
      await expect(words).toContainText(marker);
      await expect(words).toBeVisible();
      await page.getByText("A quote of somebody you blocked").click();
      await expect(page.locator(`#post-${quoting} .quote`).getByText(marker)).toBeVisible();

      await reader.goto(`/t/${opened.id}`);
      await expect(reader.locator(`#post-${said} .prose`)).toBeVisible();
      const html = await (await reader.request.get(`/t/${opened.id}`)).text();
      expect(html).not.toContain("you blocked");

      await go(page, "/settings");
      await page.getByRole("button", { name: `Unblock ${ben.username}` }).click();
      await expect(page.getByText("You have blocked nobody.")).toBeVisible();
      await go(page, `/t/${opened.id}`);
      await expect(page.locator(`#post-${said} .prose`)).toBeVisible();
    });

    test("a muted thread is in no list of who muted it, until it is unmuted", async ({
      board,
      open,
      page: reader,
      person,
      thread,
    }) => {
      const title = `About ${unique("nothing")}`;
      const opened = await thread({ title });
      const page = await open(await person({ name: "carol" }), options);
      await go(page, `/t/${opened.id}/mute`);
      await page.getByRole("button", { name: "Mute", exact: true }).click();
      await expect(page.getByRole("heading", { name: "This thread is muted" })).toBeVisible();
      for (const path of [`/b/${board.slug}`, `/b/${board.slug}/new`, "/new"]) {
        await page.goto(path);
        await expect(page.getByRole("link", { name: title })).toHaveCount(0);
      }
      await reader.goto(`/b/${board.slug}`);
      await expect(reader.getByRole("link", { name: title })).toBeVisible();
      await go(page, `/t/${opened.id}`);
      await expect(page.getByRole("heading", { name: title })).toBeVisible();

      await go(page, "/settings");
      await page.getByRole("button", { name: `Unmute ${title}` }).click();
      await expect(page.getByText("No thread is muted.")).toBeVisible();
      await page.goto(`/b/${board.slug}`);
      await expect(page.getByRole("link", { name: title })).toBeVisible();
    });
  });
}
