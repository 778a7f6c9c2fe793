import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { board, person, thread } from "@/scripts/test/debate";
import { brokenSearch } from "@/scripts/test/invariants/search";

let openingId: number;
let threadId: number;

beforeAll(async () => {
  const opened = await thread(await person(), await board(), "Some words to be found by.");
  ({ openingId, id: threadId } = opened);
});

test("rows of search say of each post what is so now, whoever changed it", async () => {
  expect(await brokenSearch()).toEqual([]);
  await db().thread.update({ where: { id: threadId }, data: { title: "Called otherwise" } });
  await db().post.update({ where: { id: openingId }, data: { deletedAt: new Date() } });
  expect(await brokenSearch()).toEqual([]);
  const { id: boardId } = await board();
  await db().thread.update({ where: { id: threadId }, data: { boardId } });
  await db().post.update({ where: { id: openingId }, data: { deletedAt: null } });
  expect(await brokenSearch()).toEqual([]);
});

test("a difference is noticed", async () => {
  await db().searchPost.update({ where: { postId: openingId }, data: { open: false } });
  expect(await brokenSearch()).toEqual([`Post ${openingId}: search has it otherwise than it is.`]);
  await db().$executeRaw`SELECT index_all_posts()`;
  expect(await brokenSearch()).toEqual([]);
});

test("words of a text are never changed in place, as the index would not notice", async () => {
  await expect(db().$executeRaw`UPDATE search_texts SET words = ''`).rejects.toThrow(
    /never changed/,
  );
});
