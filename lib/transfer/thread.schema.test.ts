import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_ARTICLE_LENGTH } from "@/lib/text/check";
import { MAX_TITLE_LENGTH } from "@/lib/threads/schema";
import { parseThread } from "@/lib/transfer/thread.schema";

const createdAt = "2024-03-01T10:00:00Z";

function post(id: unknown, parent: unknown = null, fields: object = {}) {
  return { id, parent, author: "ada", createdAt, body: `words of ${id}`, ...fields };
}

function line(fields: object = {}) {
  return { id: "t", title: "A title", posts: [post("a"), post("b", "a")], ...fields };
}

function parsed(value: unknown) {
  const result = parseThread(value);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

function reason(value: unknown): string {
  const result = parseThread(value);
  return result.ok ? "taken" : result.message;
}

test("numbers will do for ids", () => {
  const thread = parsed(line({ id: 7, posts: [post(1), post(2, 1)] }));
  expect([thread.sourceId, ...thread.posts.map(({ key }) => key)]).toEqual(["7", "1", "2"]);
});

test("each fault is named with its place", () => {
  const cases: [unknown, RegExp][] = [
    [null, /^this is not a thread/],
    [[], /^this is not a thread/],
    [{}, /^id is missing.*title is missing; posts are missing/],
    [line({ title: " \u200b " }), /^title is empty/],
    [line({ url: "javascript:alert(1)" }), /^url .*web address/],
    [line({ posts: [] }), /^posts are missing/],
    [line({ posts: [post("a", "b")] }), /opening post is missing/],
    [line({ posts: [post("a"), post("b")] }), /post b has no parent/],
    [line({ posts: [post("a"), post("b", "c")] }), /post b answers c, which is not here/],
    [line({ posts: [post("a"), post("a", "a")] }), /two posts have the id a/],
    [line({ posts: [post("a"), post("b", "c"), post("c", "b")] }), /in a circle/],
    [
      line({ posts: [post("a", null, { createdAt: "yesterday" })] }),
      /^post 1: createdAt is not a date/,
    ],
    [line({ posts: [post("a", null, { createdAt: "2024-02-30T00:00:00Z" })] }), /createdAt/],
    [line({ posts: [post("a", null, { createdAt: "2999-01-01T00:00:00Z" })] }), /in the future/],
    [
      line({ posts: [post("a", null, { body: "x".repeat(MAX_ARTICLE_LENGTH + 1) })] }),
      /body is longer/,
    ],
    [line({ posts: [post("a", null, { author: null })] }), /post a has no author/],
    [line({ posts: [post("a", null, { body: null })] }), /post a has no body/],
    [line({ posts: [post({ $gt: "" })] }), /^post 1: id/],
    [line({ posts: [post("a\u0000")] }), /control characters/],
  ];
  for (const [value, pattern] of cases) expect(reason(value)).toMatch(pattern);
});

test("odd characters are mended, not refused", () => {
  const thread = parsed(
    line({
      title: "A\u202e\nb\u0000",
      posts: [post("a", null, { body: "x\r\ny\u0000\u001b[1m\ud800" })],
    }),
  );
  expect(thread.title).toBe("A b");
  expect(thread.posts[0]?.revisions[0]?.body).toBe("x\ny[1m\ufffd");
});

test("a long title is cut", () => {
  const { title } = parsed(line({ title: "word ".repeat(100) }));
  expect(title.length).toBeLessThanOrEqual(MAX_TITLE_LENGTH);
  expect(title).toMatch(/word…$/);
});

test("what is deleted elsewhere only holds its place", () => {
  const tombstone = post("b", "a", { state: "hidden", author: null, body: null });
  const thread = parsed(line({ posts: [post("a"), tombstone, post("c", "b")] }));
  expect(thread.posts[1]).toMatchObject({ deletedAt: new Date(createdAt), author: "[deleted]" });
});

test("hiding the opening post is hiding its thread; a reply is hidden, but never locked, alone", () => {
  const action = (kind: string, id: string | null) => {
    return { kind, post: id, by: "mod", reason: "Enough.", createdAt };
  };
  const moderation = [action("hide", "a"), action("unhide", "b"), action("lock", null)];
  expect(parsed(line({ moderation })).moderation.map(({ postKey }) => postKey)).toEqual([
    null,
    "b",
    null,
  ]);
  expect(reason(line({ moderation: [action("unlock", "a")] }))).toBe("taken");
  expect(reason(line({ moderation: [action("lock", "b")] }))).toBe(
    "moderation locks post b: only a whole thread can be locked.",
  );
});

test("posts in any order come out after their parents, those in order as they were", () => {
  const parents = fc.array(fc.nat(), { maxLength: 30 });
  fc.assert(
    fc.property(parents, fc.infiniteStream(fc.nat()), (choices, random) => {
      const replies = choices.map((choice, index) => post(index + 1, choice % (index + 1)));
      const inOrder = [post(0), ...replies];
      expect(parsed(line({ posts: inOrder })).posts.map(({ key }) => Number(key))).toEqual(
        inOrder.map(({ id }) => id),
      );
      const places = new Map(replies.map((reply) => [reply, random.next().value]));
      const mixed = replies.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
      const placed = new Set<string | null>([null]);
      for (const { key, parentKey } of parsed(line({ posts: [post(0), ...mixed] })).posts) {
        expect(placed).toContain(parentKey);
        placed.add(key);
      }
      expect(placed.size).toBe(choices.length + 2);
    }),
  );
});
