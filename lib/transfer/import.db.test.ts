import { beforeEach, expect, test } from "vitest";
import { usernameKey } from "@/lib/accounts/username";
import { db } from "@/lib/db/client";
import { boardNamed } from "@/lib/transfer/boards.commands";
import { importThread } from "@/lib/transfer/import.commands";
import { forgetEverything } from "@/lib/transfer/testing/forget.commands";
import { parseThread } from "@/lib/transfer/thread.schema";

const createdAt = (minute: number) => new Date(Date.UTC(2024, 2, 1, 10, minute)).toISOString();

function post(id: string, parent: string | null, minute: number, fields: object = {}) {
  const body = `The words of post ${id}, which are many.`;
  return { id, parent, author: "ada", createdAt: createdAt(minute), body, ...fields };
}

const OPENING = post("a", null, 0);
const REPLY = post("b", "a", 1, { author: "bob", body: "> The words of post a,\n\nIndeed." });

const line = (posts: object[], fields: object = {}) => ({
  id: "t",
  title: "A title",
  posts,
  ...fields,
});

async function bring(value: unknown) {
  const parsed = parseThread(value);
  if (!parsed.ok) throw new Error(parsed.message);
  return importThread(parsed.value, null, () => boardNamed("Imported"));
}

async function done(value: unknown) {
  const result = await bring(value);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** How many rows there are of what must not be doubled. */
const rows = async () => ({
  threads: await db().thread.count(),
  posts: await db().post.count(),
  revisions: await db().revision.count(),
  quotes: await db().quote.count(),
  users: await db().user.count(),
  boards: await db().board.count(),
});

beforeEach(forgetEverything);

test("a thread is imported with its quotes resolved and everything counted", async () => {
  expect(await done(line([OPENING, REPLY]))).toMatchObject({
    threads: 1,
    posts: 2,
    quotes: { verbatim: 1, unverified: 0 },
    known: { threads: 0, posts: 0 },
  });
  expect(await db().thread.findFirst()).toMatchObject({
    sourceId: "t",
    kind: "text",
    replyCount: 1,
    quoteCount: 1,
    createdAt: new Date(createdAt(0)),
    lastPostAt: new Date(createdAt(1)),
  });
  expect(await db().quote.findFirst()).toMatchObject({ start: 0, end: 20 });
});

test("the same again adds nothing; what is new in it is added", async () => {
  await done(line([OPENING, REPLY]));
  const before = await rows();
  expect(await done(line([OPENING, REPLY]))).toMatchObject({
    posts: 0,
    known: { threads: 1, posts: 2 },
  });
  expect(await rows()).toEqual(before);
  const more = post("c", "b", 2, { body: "> Indeed.\n\nOh?" });
  expect(await done(line([OPENING, REPLY, more]))).toMatchObject({
    threads: 0,
    posts: 1,
    quotes: { verbatim: 1 },
    known: { threads: 1, posts: 2 },
  });
  expect(await db().thread.findFirst()).toMatchObject({ replyCount: 2, quoteCount: 2 });
});

test("two imports of one file at once leave what one would", async () => {
  const lines = [1, 2, 3].map((n) =>
    line([post(`${n}a`, null, 0), post(`${n}b`, `${n}a`, 1, { author: `bob${n}` })], {
      id: `t${n}`,
    }),
  );
  const both = await Promise.all([...lines, ...lines.toReversed()].map(done));
  expect(both.reduce((sum, { posts }) => sum + posts, 0)).toBe(6);
  expect(await rows()).toMatchObject({ threads: 3, posts: 6, users: 4, boards: 1 });
});

test("an import that breaks off in a thread leaves nothing of it, and the next completes it", async () => {
  const parsed = parseThread(line([OPENING, REPLY]));
  if (!parsed.ok) throw new Error(parsed.message);
  const [, reply] = parsed.value.posts;
  if (reply === undefined) throw new Error("no reply");
  const broken = {
    ...parsed.value,
    posts: [...parsed.value.posts, { ...reply, key: "c", sourceId: "c", parentKey: "?" }],
  };
  await expect(importThread(broken, null, () => boardNamed("Imported"))).rejects.toThrow();
  expect(await rows()).toMatchObject({ threads: 0, posts: 0, revisions: 0, quotes: 0 });
  expect(await done(line([OPENING, REPLY]))).toMatchObject({ threads: 1, posts: 2 });
});

test("nobody with an account here is made to say what a file says", async () => {
  const { id } = await db().user.create({
    data: { username: "Ada", usernameKey: usernameKey("Ada"), passwordHash: "x" },
  });
  const vote = { username: "Ada", value: 1, createdAt: createdAt(3) };
  await done(line([OPENING, { ...REPLY, votes: [vote] }]));
  const action = { kind: "lock", by: "Ada", reason: "Enough.", createdAt: createdAt(4) };
  await done(line([post("x", null, 0)], { id: "u", moderation: [action] }));
  expect(await db().post.count({ where: { authorId: id } })).toBe(0);
  expect(await db().vote.count({ where: { userId: id } })).toBe(0);
  expect(await db().moderationAction.count({ where: { actorId: id } })).toBe(0);
  const names = await db().user.findMany({ orderBy: { id: "asc" }, select: { username: true } });
  expect(names.map(({ username }) => username)).toEqual(
    expect.arrayContaining(["Ada", "ada-imported", "Ada-imported", "bob"]),
  );
});

test("one name is one person in every file, and names that only look alike are two", async () => {
  await done(line([OPENING, post("b", "a", 1, { author: "Ada" })]));
  await done(line([post("c", null, 0, { author: "Ada" })], { id: "u" }));
  const authors = await db().post.findMany({
    orderBy: { id: "asc" },
    select: { author: { select: { username: true } } },
  });
  expect(authors.map(({ author }) => author.username)).toEqual(["ada", "Ada", "Ada"]);
  expect(await db().user.count()).toBe(2);
});

test("posts numbered anew in each thread are told apart, again and again", async () => {
  const lines = ["t", "u"].map((id) => line([post("1", null, 0), post("2", "1", 1)], { id }));
  for (const each of [...lines, ...lines]) await done(each);
  expect(await rows()).toMatchObject({ threads: 2, posts: 4 });
});

test("another thread under a known id is refused, and changes nothing", async () => {
  await done(line([OPENING]));
  const before = await rows();
  expect(await bring(line([post("z", null, 0)]))).toMatchObject({
    ok: false,
    message: expect.stringMatching(/another opening post/),
  });
  expect(await rows()).toMatchObject({ threads: before.threads, posts: before.posts });
});

test("a board is found by slug or name in any case, and made when missing", async () => {
  const made = await boardNamed("Old Debates");
  expect(await boardNamed("old debates")).toBe(made);
  expect(await boardNamed("old-debates")).toBe(made);
  expect(await boardNamed("Споры")).not.toBe(await boardNamed("Беседы"));
  expect(await db().board.findUnique({ where: { id: made } })).toMatchObject({
    name: "Old Debates",
    slug: "old-debates",
  });
});
