import { beforeAll, expect, test } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { recountThread } from "@/lib/threads/counters.commands";
import { demoBoards, demoPeople, demoThreads } from "@/prisma/demo/index";
import { loadDemo } from "@/prisma/seed";

beforeAll(() => Promise.all([loadDemo(), loadDemo()]).then(() => undefined));

test("the demo is loaded once, however often and at once it is asked for", async () => {
  await loadDemo();
  expect(await db().board.count()).toBe(demoBoards.length);
  expect(await db().user.count()).toBe(demoPeople.length);
  expect(await db().thread.count()).toBe(demoThreads.length);
  expect(await db().post.count()).toBe(demoThreads.flatMap(({ posts }) => posts).length);
});

test("its counters are right", async () => {
  const counters = () => db().thread.findMany({ orderBy: { id: "asc" } });
  const before = await counters();
  await inTransaction(async (tx) => {
    for (const { id } of before) await recountThread(tx, id);
  });
  expect(await counters()).toEqual(before);
  const wrong = await db().$queryRaw`
    SELECT p.id FROM posts p LEFT JOIN votes v ON v.post_id = p.id
     GROUP BY p.id HAVING p.score <> coalesce(sum(v.value), 0) OR p.up_votes + p.down_votes <> count(v)`;
  expect(wrong).toEqual([]);
});

test("it shows quotes of several kinds, edits, and a deleted post", async () => {
  const kinds = await db().quote.groupBy({ by: ["status"], _count: true });
  expect(kinds.map(({ status }) => status)).toEqual(
    expect.arrayContaining(["verbatim", "elided", "ambiguous", "unverified"]),
  );
  expect(await db().post.count({ where: { deletedAt: { not: null } } })).toBeGreaterThan(0);
  expect(await db().revision.count({ where: { number: { gt: 1 } } })).toBeGreaterThan(0);
});

test("nobody can sign in as one of its people, and nothing in it is from the future", async () => {
  expect(await db().user.count({ where: { passwordHash: { not: null } } })).toBe(0);
  expect(await db().post.count({ where: { createdAt: { gt: new Date() } } })).toBe(0);
});
