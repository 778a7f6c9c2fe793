import { expect, test } from "vitest";
import { markdownFromHtml } from "@/lib/transfer/html";
import { parseThread } from "@/lib/transfer/thread.schema";

function item(id: number, fields: object = {}) {
  const created_at = `2024-03-01T10:0${id}:00.000Z`;
  return { id, created_at, author: `u${id}`, text: `words of ${id}`, children: [], ...fields };
}

function parsed(value: unknown) {
  const result = parseThread(value);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

test("an item becomes a thread: ids with a prefix, replies under what they answer", () => {
  const thread = parsed(
    item(1, {
      title: "A story",
      url: "https://example.org/",
      text: null,
      points: 12,
      children: [item(2, { children: [item(3)] }), item(4)],
    }),
  );
  expect(thread).toMatchObject({ sourceId: "hn-1", title: "A story", kind: "link" });
  expect(thread.posts.map(({ key, parentKey, author }) => [key, parentKey, author])).toEqual([
    ["hn-1", null, "u1"],
    ["hn-2", "hn-1", "u2"],
    ["hn-3", "hn-2", "u3"],
    ["hn-4", "hn-1", "u4"],
  ]);
  expect(thread.posts.map(({ revisions }) => revisions[0]?.body)).toEqual([
    "",
    "words of 2",
    "words of 3",
    "words of 4",
  ]);
});

test("a deleted comment stays only where something stands under it", () => {
  const gone = { author: null, text: null };
  const thread = parsed(
    item(1, { title: "T", children: [item(2, { ...gone, children: [item(3)] }), item(4, gone)] }),
  );
  expect(thread.posts.map(({ key, deletedAt }) => [key, deletedAt !== null])).toEqual([
    ["hn-1", false],
    ["hn-2", true],
    ["hn-3", false],
  ]);
});

test("a comment by itself is refused for want of a title, a broken child for its fault", () => {
  expect(parseThread(item(1, { title: null }))).toMatchObject({ message: "title is empty." });
  const broken = item(1, { title: "T", children: [{ id: 2 }] });
  expect(parseThread(broken)).toMatchObject({ ok: false });
});

test("three thousand replies, each under the one before, are no trouble", () => {
  let deepest: object = item(9);
  for (let id = 3_000; id > 9; id -= 1) deepest = { ...item(5), id, children: [deepest] };
  expect(parsed({ ...item(1), title: "T", children: [deepest] }).posts).toHaveLength(2_993);
});

test("paragraphs that begin with > become quotes; other marks stay the characters they are", () => {
  const html =
    "&gt; so <i>you</i> say<p>I don&#x27;t. *Really* # 2<p>&gt;&gt; deeper<p><i>&gt; slanted</i>";
  expect(markdownFromHtml(html)).toBe(
    "> so *you* say\n\nI don't. \\*Really\\* # 2\n\n> > deeper\n\n> *slanted*",
  );
});

test("code and links are kept", () => {
  const html =
    'See <a href="https:&#x2F;&#x2F;example.org&#x2F;long" rel="nofollow">https:&#x2F;&#x2F;example.org&#x2F;lo...</a><p><pre><code>  a &gt; b\n</code></pre>';
  expect(markdownFromHtml(html)).toBe(
    "See [https://example.org/lo...](https://example.org/long)\n\n```\n  a > b\n```",
  );
});
