import { beforeAll, expect, test } from "vitest";
import { bookmark, removeBookmark } from "@/lib/bookmarks/commands";
import { BOOKMARKS_PER_PAGE, MOST_BOOKMARKS } from "@/lib/bookmarks/limits";
import { listBookmarks, postToBookmark } from "@/lib/bookmarks/queries";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";
import { deletePost } from "@/lib/posts/commands";
import { answer, board, manyReplies, person, succeeded, thread } from "@/scripts/test/debate";

const WORDS = "Words that are soon gone for everybody else.";

let ada: Member;
let place: { id: number; slug: string };
let openingId: number;

beforeAll(async () => {
  place = await board();
  ada = await person();
  ({ openingId } = await thread(ada, place));
});

const linesOf = async (member: Member, words = "") =>
  (await listBookmarks(member, { words })).lines;

const moderation = async (verb: "hide" | "unhide", id: number) => {
  const moderator = await person({ moderates: [place.id] });
  succeeded(await moderate(moderator, { verb, target: "post", id, reason: "Spam" }));
};

test("a post is kept with its note for its owner alone, once however often it is sent", async () => {
  const [ben, carol] = [await person(), await person()];
  for (const note of ["First", "Second", "Second"]) {
    succeeded(await bookmark(ben, { postId: openingId, note }));
  }
  await Promise.all(
    Array.from({ length: 5 }, () => bookmark(carol, { postId: openingId, note: "At once" })),
  );
  expect(await linesOf(ben)).toMatchObject([{ postId: openingId, note: "Second" }]);
  expect(await linesOf(carol)).toMatchObject([{ postId: openingId, note: "At once" }]);
  succeeded(await removeBookmark(ben, openingId));
  succeeded(await removeBookmark(ben, openingId));
  expect(await linesOf(ben)).toEqual([]);
  expect(await linesOf(carol)).toHaveLength(1);
});

test("of a post that was hidden or deleted since the note stays, and nothing else", async () => {
  const ben = await person();
  const said = await answer(ada, openingId, WORDS);
  succeeded(await bookmark(ben, { postId: said, note: "About the words" }));
  const [before] = await linesOf(ben);
  expect(before?.post).toMatchObject({ sight: "readable", excerpt: WORDS });
  await moderation("hide", said);
  const gone = { postId: said, note: "About the words", post: { sight: "hidden" } };
  expect(await linesOf(ben)).toMatchObject([gone]);
  expect(JSON.stringify(await linesOf(ben))).not.toContain(WORDS);
  // The note can still be read, changed and removed.
  expect(await postToBookmark(ben, said)).toEqual({ post: gone.post, note: gone.note });
  succeeded(await bookmark(ben, { postId: said, note: "Another note" }));
  await moderation("unhide", said);
  expect(await linesOf(ben)).toEqual([{ ...before, note: "Another note" }]);
  succeeded(await deletePost(ada, said));
  expect((await linesOf(ben))[0]?.post).toEqual({ sight: "deleted" });
});

test("of a long post no more is sent than its beginning", async () => {
  const ben = await person();
  const said = await answer(ada, openingId, "many words ".repeat(3_000));
  succeeded(await bookmark(ben, { postId: said, note: "" }));
  expect(JSON.stringify(await linesOf(ben)).length).toBeLessThan(500);
});

test("nobody bookmarks what they may not read, or without an account", async () => {
  const ben = await person();
  const said = await answer(ada, openingId, WORDS);
  await moderation("hide", said);
  const before = await db().bookmark.count();
  for (const postId of [said, 2_147_483_647]) {
    expect(await bookmark(ben, { postId, note: "" })).toMatchObject({ kind: "missing" });
    expect(await postToBookmark(ben, postId)).toBeNull();
  }
  expect(await bookmark(SIGNED_OUT, { postId: openingId, note: "" })).toMatchObject({
    kind: "signed-out",
  });
  expect(await removeBookmark(SIGNED_OUT, openingId)).toMatchObject({ kind: "signed-out" });
  expect(await listBookmarks(SIGNED_OUT, { words: "" })).toEqual({ lines: [], next: null });
  expect(await db().bookmark.count()).toBe(before);
});

test("notes are searched by their words as they are, in any case, and only one's own", async () => {
  const [ben, carol] = [await person(), await person()];
  const said = await answer(ada, openingId, WORDS);
  succeeded(await bookmark(ben, { postId: openingId, note: "50 % of it is About_Bees" }));
  succeeded(await bookmark(ben, { postId: said, note: "wasps" }));
  succeeded(await bookmark(carol, { postId: said, note: "about_bees too" }));
  const found = async (words: string) => (await linesOf(ben, words)).map(({ postId }) => postId);
  expect(await found("about_bees")).toEqual([openingId]);
  expect(await found("50 %")).toEqual([openingId]);
  for (const words of ["%", "_"]) expect(await found(words)).toEqual([openingId]);
  expect(await found("\\")).toEqual([]);
});

test("a long list is read page by page, each bookmark once, and has an end", async () => {
  const ben = await person();
  const author = await person();
  await manyReplies(author, openingId, 2 * BOOKMARKS_PER_PAGE + 1);
  const posts = await db().post.findMany({ where: { authorId: author.id } });
  await db().bookmark.createMany({
    data: posts.map(({ id }) => ({ userId: ben.id, postId: id, createdAt: new Date(1_000) })),
  });
  const found: number[] = [];
  let before: string | undefined;
  do {
    const { lines, next } = await listBookmarks(ben, { words: "", before });
    found.push(...lines.map(({ postId }) => postId));
    before = next ?? undefined;
  } while (before !== undefined);
  expect(found).toEqual(posts.map(({ id }) => id).sort((a, b) => b - a));
});

test("there is a most, which many forms at once do not get past, and notes stay changeable at it", async () => {
  const ben = await person();
  const author = await person();
  const { openingId: other } = await thread(author, place);
  await manyReplies(author, other, MOST_BOOKMARKS + 3);
  const posts = await db().post.findMany({
    where: { authorId: author.id },
    orderBy: { id: "asc" },
  });
  const ids = posts.map(({ id }) => id);
  await db().bookmark.createMany({
    data: ids.slice(0, MOST_BOOKMARKS - 1).map((postId) => ({ userId: ben.id, postId })),
  });
  const last = ids.slice(MOST_BOOKMARKS - 1);
  const results = await Promise.all(
    last.map((postId) => bookmark(ben, { postId, note: "The last one" })),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ kind: "conflict" });
  expect(await db().bookmark.count({ where: { userId: ben.id } })).toBe(MOST_BOOKMARKS);
  succeeded(await bookmark(ben, { postId: ids[0] ?? 0, note: "Changed" }));
});
