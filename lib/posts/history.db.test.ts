import { expect, test } from "vitest";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { editPost } from "@/lib/posts/commands";
import { REVISIONS_PER_PAGE, readHistory } from "@/lib/posts/queries";
import { board, person, succeeded, thread } from "@/scripts/test/debate";

test("a long history is read page by page, every revision once and with the one before it", async () => {
  const author = await person();
  const { openingId } = await thread(author, await board(), "Version 1.");
  for (let number = 2; number <= 23; number += 1) {
    const markdown = `Version ${number}.`;
    succeeded(await editPost(author, { postId: openingId, markdown }));
  }
  const seen: number[] = [];
  let before: number | undefined;
  for (;;) {
    const page = await readHistory(SIGNED_OUT, openingId, before);
    const revisions = (page ?? []).slice(0, REVISIONS_PER_PAGE);
    seen.push(...revisions.map(({ number }) => number));
    if ((page ?? []).length <= REVISIONS_PER_PAGE) break;
    before = revisions.at(-1)?.number;
  }
  expect(seen).toEqual(Array.from({ length: 23 }, (_, index) => 23 - index));
});
