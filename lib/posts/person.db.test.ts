import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { listPostsOf } from "@/lib/posts/queries";
import { board, manyReplies, person, thread } from "@/scripts/test/debate";

test("a person's posts are listed page by page, the newest first, every one once", async () => {
  const author = await person();
  const { openingId } = await thread(author, await board());
  await manyReplies(author, openingId, 119);
  // As an import leaves them: later ids are not always younger, and many posts are of one moment.
  await db().$executeRaw`
    UPDATE posts SET created_at = timestamptz '2026-01-01' - (id % 7) * interval '1 day'
     WHERE author_id = ${author.id}`;
  const rows = await db().post.findMany({ where: { authorId: author.id } });
  const expected = rows
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || b.id - a.id)
    .map(({ id }) => id);
  const found: number[] = [];
  let before: number | undefined;
  for (let pages = 0; pages < 4; pages += 1) {
    const page = await listPostsOf(SIGNED_OUT, author.id, before);
    found.push(...page.lines.map(({ id }) => id));
    if (page.next === null) break;
    before = page.next;
  }
  expect(found).toEqual(expected);
});

test("an address that names another's post as where to go on begins at the first page", async () => {
  const [author, other] = [await person(), await person()];
  const place = await board();
  const { openingId } = await thread(author, place);
  const elsewhere = await thread(other, place);
  const listed = (await listPostsOf(SIGNED_OUT, author.id, elsewhere.openingId)).lines;
  expect(listed.map(({ id }) => id)).toEqual([openingId]);
});
