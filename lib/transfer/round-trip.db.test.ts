import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { editPost, reply } from "@/lib/posts/commands";
import { QuoteKeys } from "@/lib/resolver/key";
import { boardNamed } from "@/lib/transfer/boards.commands";
import { exportThread, exportThreads } from "@/lib/transfer/export.queries";
import type { ExportedThread } from "@/lib/transfer/exported";
import { forumId } from "@/lib/transfer/forum.commands";
import { importThread } from "@/lib/transfer/import.commands";
import { forgetEverything } from "@/lib/transfer/testing/forget.commands";
import { randomFrom, storm } from "@/lib/transfer/testing/storm.commands";
import { parseThread } from "@/lib/transfer/thread.schema";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";

beforeEach(forgetEverything);

async function exportedBy(audience: "operator" | "public"): Promise<ExportedThread[]> {
  const threads: ExportedThread[] = [];
  for await (const thread of exportThreads({ audience, forum: await forumId() })) {
    threads.push(JSON.parse(JSON.stringify(thread)));
  }
  return threads;
}

async function importAll(threads: readonly ExportedThread[]) {
  const counts = { threads: 0, posts: 0 };
  for (const thread of threads) {
    const parsed = parseThread(thread);
    if (!parsed.ok) throw new Error(parsed.message);
    const result = await importThread(parsed.value, null, () => boardNamed("Imported"));
    if (!result.ok) throw new Error(result.message);
    counts.threads += result.value.threads;
    counts.posts += result.value.posts;
  }
  return counts;
}

/** The same with source ids where this forum's own ids stand. */
function withoutOwnIds(thread: ExportedThread) {
  const names = new Map(thread.posts.map(({ id, sourceId }) => [id, sourceId]));
  const named = (id: string | null) => (id === null ? null : names.get(id));
  return {
    ...thread,
    id: null,
    moderation: thread.moderation?.map((action) => ({ ...action, post: named(action.post) })),
    posts: thread.posts.map((post) => ({
      ...post,
      id: null,
      parent: named(post.parent),
      quotes: post.quotes.map(({ source, ...quote }) => ({
        ...quote,
        source: source && { ...source, post: named(source.post) },
      })),
    })),
  };
}

/** What is stored but not exported, since it follows from the rest. */
const derived = async () => [
  await db().thread.findMany({
    orderBy: { id: "asc" },
    select: { replyCount: true, quoteCount: true, lastPostAt: true, hotRank: true, urlKey: true },
  }),
  await db().post.findMany({
    orderBy: [{ threadId: "asc" }, { id: "asc" }],
    select: { upVotes: true, downVotes: true, bestRank: true, revisionCount: true },
  }),
  await db().$queryRaw`
    SELECT r.number, r.html_parts, r.own_text, q.exact, q.prefix, q.suffix, q.status::text, q.start, q.end,
           q.ranges, q.chosen, q.now_start, q.now_end, q.changed_at IS NOT NULL AS changed
      FROM revisions r JOIN posts p ON p.id = r.post_id LEFT JOIN quotes q ON q.revision_id = r.id
     ORDER BY p.thread_id, p.id, r.number, q.ordinal, q.id`,
];

test.each([1, 2, 3])(
  "an export imported into an empty forum is the same debate (%i)",
  async (seed) => {
    await storm(90, randomFrom(seed));
    const before = await exportedBy("operator");
    const derivedBefore = await derived();
    await forgetEverything();
    await importAll(before);
    expect((await exportedBy("operator")).map(withoutOwnIds)).toEqual(before.map(withoutOwnIds));
    expect(await derived()).toEqual(derivedBefore);
    const quotes = before.flatMap(({ posts }) => posts.flatMap((post) => post.quotes));
    expect(quotes.filter(({ source }) => source !== null).length).toBeGreaterThan(5);
  },
  120_000,
);

test("which of two places a quote means is kept, also if it was edited around since", async () => {
  const [ada, ben] = [await person(), await person()];
  const same = "The very same sentence, said by two.";
  const opened = await thread(ada, await board());
  const first = await answer(ada, opened.openingId, same);
  await answer(ben, opened.openingId, same);
  const apart = await answer(ben, opened.openingId, "Somewhere else.");
  const markdown = `> ${same}\n\nIndeed.`;
  const choices = new Map([
    [new QuoteKeys().next(same), { postId: first, start: 0, end: same.length }],
  ]);
  const formKey = crypto.randomUUID();
  succeeded(await reply(ben, { parentId: apart, markdown, formKey, choices }));
  succeeded(await editPost(ada, { postId: first, markdown: `Before it. ${same}` }));
  const before = await exportedBy("operator");
  await forgetEverything();
  await importAll(before);
  const quote = await db().quote.findFirstOrThrow({ include: { sourcePost: true } });
  expect(quote).toMatchObject({ chosen: true, status: "verbatim", start: 11 });
  expect(quote.sourcePost?.sourceId).toContain(String(first));
  expect((await exportedBy("operator")).map(withoutOwnIds)).toMatchObject(
    before.map(withoutOwnIds).map(({ posts, ...rest }) => ({
      ...rest,
      posts: posts.map(({ revisions, ...post }) => post),
    })),
  );
});

test("an export imported where it comes from adds nothing", async () => {
  await storm(40, randomFrom(4));
  const before = await exportedBy("operator");
  expect(await importAll(before)).toEqual({ threads: 0, posts: 0 });
  expect(await exportedBy("operator")).toEqual(before);
}, 120_000);

test("a public export can be imported, too", async () => {
  await storm(60, randomFrom(5));
  const before = await exportedBy("public");
  await forgetEverything();
  await importAll(before);
  const after = await exportedBy("public");
  const words = (threads: ExportedThread[]) => {
    return threads.map(({ title, posts }) => [title, posts.map(({ body }) => body)]);
  };
  expect(words(after)).toEqual(words(before));
}, 120_000);

test("no thread, no export", async () => {
  expect(await exportThread({ audience: "operator", forum: "f" }, 1)).toBeNull();
  expect(await exportedBy("operator")).toEqual([]);
});
