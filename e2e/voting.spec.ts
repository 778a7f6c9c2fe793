import { expect, makeReply, test, visit, vote } from "./support/test";

test.describe("voting", () => {
  test("up, down and back: the score and the pressed button follow, and survive a reload", async ({
    open,
    person,
    thread,
  }) => {
    const { id, openingId } = await thread();
    const page = await open(await person());
    await visit(page, `/t/${id}`);
    const post = page.locator(`#post-${openingId}`);
    const up = post.getByRole("button", { name: "Upvote" });
    const down = post.getByRole("button", { name: "Downvote" });
    const score = post.locator("[data-score]");
    await up.click();
    await expect(score).toHaveText("1");
    await expect(up).toHaveAttribute("aria-pressed", "true");
    await page.reload();
    await expect(score).toHaveText("1");
    await expect(up).toHaveAttribute("aria-pressed", "true");
  });
});
