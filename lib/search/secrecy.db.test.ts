import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { relatedThreads } from "@/lib/related/queries";
import { catchUp } from "@/lib/search/catch-up.commands";
import { searchPosts } from "@/lib/search/queries";
import { answer, board, person, thread } from "@/scripts/test/debate";

// What was hidden can't be found out by searching: not by its words, not by how many there are, and
// not by what is suggested or called related.

const SECRET = "quokkaphobia";
const NOW = new Date("2030-01-01");

let ada: Member;
let ben: Member;
let moderator: Member;
let stranger: Member;
let hiddenPost: number;
let quoting: number;
let opened: { id: number; openingId: number };
let others: Viewer[];

async function shown(viewer: Viewer, text: string) {
  const page = await searchPosts(viewer, { text, order: "relevance" }, NOW);
  if (page.found !== "results") throw new Error(JSON.stringify(page));
  const { results, total, suggestion } = page;
  return { ids: results.map(({ postId }) => postId), total, suggestion, all: JSON.stringify(page) };
}

async function hide(what: { postId: number } | { threadId: number }): Promise<void> {
  const threadId = "threadId" in what ? what.threadId : opened.id;
  const { id: hideActionId } = await db().moderationAction.create({
    data: { kind: "hide", actorId: moderator.id, threadId, reason: "A test." },
  });
  if ("postId" in what)
    await db().post.update({ where: { id: what.postId }, data: { hideActionId } });
  else await db().thread.update({ where: { id: threadId }, data: { hideActionId } });
}

beforeAll(async () => {
  const place = await board();
  [ada, ben, stranger] = [await person(), await person(), await person()];
  moderator = await person({ moderates: [place.id] });
  opened = await thread(ada, place, "An opening about marsupials.");
  hiddenPost = await answer(
    ben,
    opened.openingId,
    `There is such a thing as ${SECRET} among them.`,
  );
  quoting = await answer(
    ada,
    hiddenPost,
    `> There is such a thing as ${SECRET} among them.\n\nHardly.`,
  );
  // Everything is taken up while it is still open.
  await catchUp();
  others = [SIGNED_OUT, stranger, ada, { ...moderator, moderates: [place.id + 1000] }];
  const before = await shown(SIGNED_OUT, SECRET);
  expect(before.ids).toEqual([hiddenPost]);
  expect((await shown(SIGNED_OUT, "quokkafobia")).suggestion).toBe(SECRET);
  await hide({ postId: hiddenPost });
});

describe("a word of a hidden post", () => {
  test("finds nothing, and no number, for whoever may not see the post", async () => {
    for (const viewer of others) {
      for (const text of [
        SECRET,
        `"${SECRET} among"`,
        "quokkaph*",
        `author:${ben.username} ${SECRET}`,
      ]) {
        expect(await shown(viewer, text), text).toMatchObject({
          ids: [],
          total: 0,
          suggestion: null,
        });
      }
    }
  });

  test("is not found in quotes of it either, nor is what kind of quotes they are", async () => {
    for (const viewer of others) {
      for (const text of [
        `q:${SECRET}`,
        `q:"thing as"`,
        `quotes:${ben.username}`,
        "status:verbatim",
      ]) {
        expect(await shown(viewer, text), text).toMatchObject({ ids: [], total: 0 });
      }
      // The quoter's own words lead to the post; the quote in it stays redacted.
      const own = await shown(viewer, "hardly");
      expect(own.ids).toEqual([quoting]);
      expect(own.all).not.toContain(SECRET);
    }
  });

  test("is suggested to nobody", async () => {
    for (const viewer of [...others, ben, moderator]) {
      expect((await shown(viewer, "quokkafobia")).suggestion).toBeNull();
    }
  });

  test("finds the post for its author and those who moderate it, marked as hidden", async () => {
    for (const viewer of [ben, moderator]) {
      const page = await searchPosts(viewer, { text: SECRET, order: "relevance" }, NOW);
      expect(page).toMatchObject({ total: 1, results: [{ postId: hiddenPost, hidden: true }] });
      expect((await shown(viewer, `q:${SECRET}`)).ids).toEqual([quoting]);
    }
  });
});

test("a hidden thread is found by no word of its title, and is related to none", async () => {
  const place = { slug: (await db().board.findFirstOrThrow()).slug };
  const [first, second] = [await thread(ada, place), await thread(ben, place)];
  await db().thread.update({
    where: { id: first.id },
    data: { title: "Thylacine sightings in Tasmania" },
  });
  await db().thread.update({
    where: { id: second.id },
    data: { title: "Tasmania and its thylacine" },
  });
  await catchUp();
  expect(await relatedThreads(SIGNED_OUT, second.id)).toMatchObject([{ id: first.id }]);
  expect((await shown(SIGNED_OUT, "in:title thylacine")).total).toBe(2);
  await hide({ threadId: first.id });
  expect((await shown(SIGNED_OUT, "thylacine")).ids).toEqual([second.openingId]);
  expect((await shown(ben, "in:title sightings")).total).toBe(0);
  expect(await relatedThreads(SIGNED_OUT, second.id)).toEqual([]);
  expect(await relatedThreads(moderator, second.id)).toMatchObject([{ id: first.id }]);
});
