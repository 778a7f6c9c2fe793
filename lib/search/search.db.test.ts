import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { searchingPool } from "@/lib/db/pool";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { deletePost, editPost } from "@/lib/posts/commands";
import { searchPosts } from "@/lib/search/queries";
import type { SearchOrder } from "@/lib/search/query";
import type { SearchPage } from "@/lib/search/view";
import { answer, board, manyReplies, person, succeeded, thread } from "@/scripts/test/debate";
import { countStatements } from "@/scripts/test/statements";

const NOW = new Date("2030-01-01T00:00:00Z");

type Results = Extract<SearchPage, { found: "results" }>;

async function search(
  text: string,
  {
    viewer = SIGNED_OUT,
    order = "relevance",
    after,
  }: { viewer?: Viewer; order?: SearchOrder; after?: string } = {},
): Promise<Results> {
  const page = await searchPosts(viewer, { text, order, after }, NOW);
  if (page.found !== "results") throw new Error(JSON.stringify(page));
  return page;
}

const ids = (page: Results) => page.results.map(({ postId }) => postId).sort((a, b) => a - b);
const found = async (text: string, viewer?: Viewer) => ids(await search(text, { viewer }));
const marked = (parts: readonly { text: string; marked: boolean }[]) =>
  parts.filter((part) => part.marked).map((part) => part.text);

let ada: Member;
let ben: Member;
let place: { id: number; slug: string };
let opened: { id: number; openingId: number };
let reply: number;
let quoting: number;

beforeAll(async () => {
  place = await board();
  [ada, ben] = [await person(), await person()];
  opened = await thread(ada, place, "Whales are mammals, said the Über-curious naturalist.");
  await db().thread.update({
    where: { id: opened.id },
    data: { title: "A question of leviathans" },
  });
  reply = await answer(ben, opened.openingId, "Running dolphins are not fishes either. Café!");
  quoting = await answer(
    ada,
    reply,
    "> Running dolphins are not fishes either.\n\nBut sharks are.",
  );
});

describe("words", () => {
  test("are found in any of their English forms, without case and accents", async () => {
    expect(await found("mammal")).toEqual([opened.openingId]);
    expect(await found("RUN dolphin")).toEqual([reply]);
    expect(await found("cafe uber")).toEqual([]);
    expect(await found("café")).toEqual([reply]);
    expect(await found("uber")).toEqual([opened.openingId]);
  });

  test("must all be there, and none that is left out", async () => {
    expect(await found("dolphins fishes")).toEqual([reply]);
    expect(await found("dolphins sharks")).toEqual([]);
    expect(await found("dolphins -café")).toEqual([]);
    expect(await found('author:me -"but sharks"', ada)).toEqual([opened.openingId]);
  });

  test("of a phrase stand side by side; common ones count, too", async () => {
    expect(await found('"are not fishes"')).toEqual([reply]);
    expect(await found('"not are fishes"')).toEqual([]);
  });

  test("may be a beginning", async () => {
    expect(await found("dolph*")).toEqual([reply]);
    expect(await found("dolx*")).toEqual([]);
  });

  test("are those that somebody wrote: what is merely quoted is found by q:", async () => {
    expect(await found("dolphins")).toEqual([reply]);
    expect(await found("q:dolphins")).toEqual([quoting]);
    expect(await found('q:"not fishes"')).toEqual([quoting]);
    expect(await found("q:sharks")).toEqual([]);
    expect(await found("sharks q:dolphins")).toEqual([quoting]);
  });

  test("of a title find its thread, and in:title finds nothing else", async () => {
    expect(await found("leviathan")).toEqual([opened.openingId]);
    expect(await found("in:title leviathan")).toEqual([opened.openingId]);
    expect(await found("in:title mammals")).toEqual([]);
  });

  test("are marked where they stand, and nothing else is", async () => {
    const { results } = await search("dolphin fish");
    expect(marked(results[0]?.excerpt ?? [])).toEqual(["dolphins", "fishes"]);
    const [hit] = (await search("q:dolphins")).results;
    expect(hit?.quoted?.author).toBe(ben.username);
    expect(marked(hit?.quoted?.words ?? [])).toEqual(["dolphins"]);
    const titled = await search("leviathans");
    expect(marked(titled.results[0]?.title ?? [])).toEqual(["leviathans"]);
  });
});

describe("operators", () => {
  test("narrow to boards, people, kinds and times", async () => {
    expect(await found(`board:${place.slug}`)).toEqual([opened.openingId, reply, quoting]);
    expect(await found(`board:${place.slug} author:@${ben.username}`)).toEqual([reply]);
    expect(await found(`board:${place.slug} kind:reply`)).toEqual([reply, quoting]);
    expect(await found(`board:${place.slug} kind:thread`)).toEqual([opened.openingId]);
    expect(await found(`board:${place.slug} kind:link`)).toEqual([]);
    expect(await found("dolphins after:2020")).toEqual([reply]);
    expect(await found("dolphins before:2020")).toEqual([]);
  });

  test("find answers to somebody, by how they quote, and what nobody answered", async () => {
    expect(await found(`quotes:@${ben.username}`)).toEqual([quoting]);
    expect(await found("quotes:me", ben)).toEqual([quoting]);
    expect(await found("quotes:me", ada)).toEqual([]);
    expect(await found(`status:verbatim board:${place.slug}`)).toEqual([quoting]);
    expect(await found(`status:altered board:${place.slug}`)).toEqual([]);
    expect(await found(`is:unanswered board:${place.slug}`)).toEqual([quoting]);
  });

  test("that name nobody say so", async () => {
    const message = async (text: string) => {
      const page = await searchPosts(SIGNED_OUT, { text, order: "newest" }, NOW);
      return page.found === "problem" ? page.message : page.found;
    };
    expect(await message("author:nobodyatall")).toMatch(/nobody named “nobodyatall”/);
    expect(await message("board:nowhere")).toMatch(/no board “nowhere”/);
    expect(await message("author:me")).toMatch(/Sign in/);
  });
});

test("a post is found by what it says now", async () => {
  const id = await answer(ben, opened.openingId, "Formerly about porpoises.");
  succeeded(await editPost(ben, { postId: id, markdown: "Now about manatees." }));
  expect(await found("porpoises")).toEqual([]);
  expect(await found("manatees")).toEqual([id]);
  succeeded(await deletePost(ben, id));
  expect(await found("manatees")).toEqual([]);
  expect(await found("manatees", ben)).toEqual([]);
});

test("pages hold each hit once, in either order, with a fixed number of queries", async () => {
  const long = await thread(ada, place, "Replies follow.");
  await manyReplies(ben, long.openingId, 65);
  for (const order of ["relevance", "newest"] as const) {
    const seen: number[] = [];
    let after: string | undefined;
    let statements = 0;
    for (let pages = 0; pages < 10; pages += 1) {
      let page: Results | undefined;
      statements = await countStatements(async () => {
        page = await search(`reply board:${place.slug}`, { order, after });
      });
      seen.push(...(page?.results.map(({ postId }) => postId) ?? []));
      expect(page?.total).toBe(66);
      if (page?.next == null) break;
      after = page.next;
    }
    expect(new Set(seen).size).toBe(66);
    expect(seen).toHaveLength(66);
    expect(statements).toBeLessThanOrEqual(6);
  }
});

test("a title with the word comes before texts that have it", async () => {
  await answer(ada, opened.openingId, "Leviathans, leviathans, and again leviathans.");
  const { results } = await search("leviathans");
  expect(results[0]?.postId).toBe(opened.openingId);
});

test("posts by somebody blocked, and quotes of them, are folded", async () => {
  const viewer = { ...ada, blocks: [ben.id] };
  const { results } = await search("dolphins", { viewer });
  expect(results.map(({ blocked }) => blocked)).toEqual([true]);
  const quoters = (await search("q:dolphins", { viewer })).results;
  expect(quoters).toMatchObject([{ blocked: false, quoted: { blocked: true } }]);
  expect((await search("q:dolphins", { viewer: ada })).results).toMatchObject([
    { quoted: { blocked: false } },
  ]);
});

test("where all connections for searches are busy, that is said", async () => {
  const pool = searchingPool();
  const held = [await pool.connect()];
  while (held.length < (pool.options.max ?? 1)) held.push(await pool.connect());
  const page = await searchPosts(SIGNED_OUT, { text: "dolphins", order: "relevance" }, NOW);
  for (const each of held) each.release();
  expect(page).toMatchObject({
    found: "problem",
    message: expect.stringContaining("try again soon"),
  });
  expect(await found("dolphins")).toEqual([reply]);
});

test("whatever is typed is text to the database, and any text can be published and found", async () => {
  const texts = [
    "'; DROP TABLE posts; --",
    "a & b | !c <-> d:* 'e' \\ \\\\",
    "%_?*()[]{}^$",
    "\ue000marked\ue001 中文 emoji 😀 and Привет",
    "x".repeat(5000),
    "a-b-c-d-e-f ".repeat(500),
  ];
  for (const text of texts) {
    await answer(ada, opened.openingId, text.length > 40 ? text : `${text} oddities`);
    const page = await searchPosts(SIGNED_OUT, { text, order: "relevance" }, NOW);
    expect(["results", "problem"]).toContain(page.found);
  }
  expect((await search("oddities")).total).toBe(4);
  expect(await found("привет")).toHaveLength(1);
  const [odd] = (await search("привет")).results;
  expect(marked(odd?.excerpt ?? [])).toEqual(["Привет"]);
});
