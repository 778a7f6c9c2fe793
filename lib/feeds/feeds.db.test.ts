import { beforeAll, describe, expect, test } from "vitest";
import { block, mute } from "@/lib/blocks/commands";
import { db } from "@/lib/db/client";
import { closePrivateFeed, openPrivateFeed } from "@/lib/feeds/commands";
import { placesIn } from "@/lib/feeds/places.queries";
import { ownerOfFeed, ownFeedKey } from "@/lib/feeds/private.queries";
import { findFeedThread, readFeed } from "@/lib/feeds/queries";
import { ENTRIES_PER_FEED, type FeedScope } from "@/lib/feeds/scope";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";
import { deletePost, editPost } from "@/lib/posts/commands";
import { savedSearchByKey } from "@/lib/search/saved.queries";
import { atomFaults } from "@/scripts/test/atom-validator";
import { answer, board, manyReplies, person, succeeded, thread } from "@/scripts/test/debate";

const FRAME = {
  origin: "https://forum.example.org",
  ...{ address: "/feed.atom", page: "/new", title: "A feed", author: "Rejoinder" },
};

const WORDS = "Words that are soon gone for everybody else.";

let ada: Member;
let ben: Member;
let moderator: Member;
let place: { id: number; slug: string };

beforeAll(async () => {
  place = await board();
  [ada, ben] = [await person(), await person()];
  moderator = await person({ moderates: [place.id] });
});

const bodyOf = async (scope: FeedScope, before?: string) =>
  (await readFeed(FRAME, scope, before)).body;

const moderation = async (verb: "hide" | "unhide", target: "post" | "thread", id: number) =>
  succeeded(await moderate(moderator, { verb, target, id, reason: "Spam" }));

/** Every feed in which a post of ada's in a thread of hers can stand. */
const scopes = (threadId: number): FeedScope[] => [
  { of: "site" },
  { of: "board", boardId: place.id },
  { of: "thread", threadId },
  { of: "person", authorId: ada.id },
];

describe("a feed", () => {
  test("has whole posts with their quotes, and is valid, of whatever it is", async () => {
    const { id, openingId } = await thread(ada, place, "The **opening** words of ada.");
    const reply = await answer(ben, openingId, "> The opening words of ada.\n\nI answer them.");
    for (const scope of scopes(id)) {
      const body = await bodyOf(scope);
      expect(atomFaults(body)).toEqual([]);
      expect(body).toContain("&#x3C;strong>opening&#x3C;/strong>");
    }
    const body = await bodyOf({ of: "thread", threadId: id });
    expect(body).toContain(`<id>${FRAME.origin}/p/${reply}</id>`);
    expect(body).toContain(`<thr:in-reply-to ref="${FRAME.origin}/p/${openingId}"`);
    expect(body).toContain(`quoting ${ada.username}`);
  });

  test("loses what is hidden with the next reading, also its words in quotes, and has it again when it is shown", async () => {
    const { id, openingId } = await thread(ada, place);
    const said = await answer(ada, openingId, WORDS);
    await answer(ben, said, `> ${WORDS}\n\nYes.`);
    const before = await Promise.all(scopes(id).map((scope) => bodyOf(scope)));
    expect(before[2]).toContain(WORDS);
    await moderation("hide", "post", said);
    for (const scope of scopes(id)) {
      const body = await bodyOf(scope);
      expect(body).not.toContain(WORDS);
      expect(atomFaults(body)).toEqual([]);
    }
    await moderation("unhide", "post", said);
    expect(await Promise.all(scopes(id).map((scope) => bodyOf(scope)))).toEqual(before);
    await moderation("hide", "thread", id);
    for (const scope of scopes(id)) expect(await bodyOf(scope)).not.toContain(WORDS);
    expect(await findFeedThread(id)).toEqual({ found: "hidden", reason: "Spam" });
    await moderation("unhide", "thread", id);
    succeeded(await deletePost(ada, said));
    const kept = await bodyOf({ of: "thread", threadId: id });
    expect(kept).toContain("quoting a deleted post");
    expect(kept).not.toContain(`<id>${FRAME.origin}/p/${said}</id>`);
  });

  test("is another one after an edit, and says when", async () => {
    const { id, openingId } = await thread(ada, place);
    const scope: FeedScope = { of: "thread", threadId: id };
    const before = await readFeed(FRAME, scope);
    expect(await readFeed(FRAME, scope)).toEqual(before);
    succeeded(await editPost(ada, { postId: openingId, markdown: "Said in other words now." }));
    const after = await readFeed(FRAME, scope);
    expect(after.body).toContain("Said in other words now.");
    expect(after.newest?.getTime()).toBeGreaterThan(before.newest?.getTime() ?? 0);
  });

  test("says that it changed when something went from it, which nothing in it says", async () => {
    const { id, openingId } = await thread(ada, place);
    const said = await answer(ada, openingId, WORDS);
    const scope: FeedScope = { of: "thread", threadId: id };
    const before = await readFeed(FRAME, scope);
    await moderation("hide", "post", said);
    const hidden = await readFeed(FRAME, scope);
    expect(hidden.newest?.getTime()).toBeGreaterThan(before.newest?.getTime() ?? 0);
    const other = await answer(ada, openingId, WORDS);
    succeeded(await deletePost(ada, other));
    const deleted = await readFeed(FRAME, scope);
    expect(deleted.newest?.getTime()).toBeGreaterThan(hidden.newest?.getTime() ?? 0);
  });

  test("of more posts than it has room for leads on, to each of them once", async () => {
    const author = await person();
    const { id, openingId } = await thread(author, place);
    await manyReplies(author, openingId, 2 * ENTRIES_PER_FEED + 3);
    for (const scope of [
      { of: "thread", threadId: id },
      { of: "person", authorId: author.id },
    ] as const) {
      const found: number[] = [];
      let before: string | undefined;
      do {
        const page = await placesIn(scope, before);
        found.push(...page.places.map(({ postId }) => postId));
        before = page.next ?? undefined;
      } while (before !== undefined);
      expect(found).toHaveLength(2 * ENTRIES_PER_FEED + 4);
      expect(new Set(found).size).toBe(found.length);
    }
    for (const odd of ["x", "-1", "1_2_3", "1_99999999999"]) {
      expect(await placesIn({ of: "thread", threadId: id }, odd)).toEqual(
        await placesIn({ of: "thread", threadId: id }),
      );
    }
  });
});

describe("the feed of who quotes somebody", () => {
  const quotesOf = async (member: Member) =>
    (await placesIn({ of: "quotes", userId: member.id })).places.map(({ postId }) => postId);

  test("has posts of others that quote them as they are now, and nothing that was hidden", async () => {
    const carol = await person();
    const { openingId } = await thread(carol, place, "Carol says this to begin with.");
    const quote = "> Carol says this to begin with.\n\n";
    const quoting = await answer(ben, openingId, `${quote}No.`);
    await answer(carol, openingId, `${quote}I quote myself.`);
    await answer(ben, openingId, "No quote in here.");
    const edited = await answer(ben, openingId, `${quote}Not for long.`);
    expect(await quotesOf(carol)).toEqual([edited, quoting]);
    succeeded(await editPost(ben, { postId: edited, markdown: "Without a quote." }));
    expect(await quotesOf(carol)).toEqual([quoting]);
    await moderation("hide", "post", quoting);
    expect(await quotesOf(carol)).toEqual([]);
    await moderation("unhide", "post", quoting);
    expect(await quotesOf(carol)).toEqual([quoting]);
  });

  test("leaves out whom they blocked and which threads they muted", async () => {
    const carol = await person();
    const { id, openingId } = await thread(carol, place, "Carol says this to begin with.");
    await answer(ben, openingId, "> Carol says this to begin with.\n\nNo.");
    succeeded(await block(carol, ben.id));
    expect(await quotesOf(carol)).toEqual([]);
    const other = await answer(ada, openingId, "> Carol says this to begin with.\n\nYes.");
    expect(await quotesOf(carol)).toEqual([other]);
    succeeded(await mute(carol, id));
    expect(await quotesOf(carol)).toEqual([]);
  });
});

describe("the feed of a saved search", () => {
  test("has what everybody may read of what it finds, the newest first, and me is its owner", async () => {
    const [carol, word] = [await person(), `word${Date.now()}`];
    const { id: threadId, openingId } = await thread(carol, place, `Carol begins with ${word}.`);
    const said = await answer(carol, openingId, `Carol goes on, with ${word} in it.`);
    const other = await answer(ben, openingId, `Ben says ${word}, too.`);
    const foundBy = async (text: string) => {
      const owner = { id: carol.id, username: carol.username };
      const scope: FeedScope = { of: "search", text, owner };
      const body = await bodyOf(scope);
      expect(atomFaults(body)).toEqual([]);
      return [...body.matchAll(/<entry><id>[^<]*\/p\/(\d+)</g)].map(([, id]) => Number(id));
    };
    expect(await foundBy(word)).toEqual([other, said, openingId]);
    expect(await foundBy(`author:me ${word}`)).toEqual([said, openingId]);
    await moderation("hide", "post", said);
    expect(await foundBy(`author:me ${word}`)).toEqual([openingId]);
    succeeded(await block(carol, ben.id));
    expect(await foundBy(word)).toEqual([openingId]);
    for (const odd of ["", "board:no-such-board", '"unclosed', "author:nobody-of-this-name x"]) {
      expect(await foundBy(odd)).toEqual([]);
    }
    expect(await savedSearchByKey(2_147_483_647, "x")).toBeNull();
    expect(await foundBy(word)).toEqual([openingId]);
    succeeded(await mute(carol, threadId));
    expect(await foundBy(word)).toEqual([]);
  });
});

describe("the address of a private feed", () => {
  test("opens it until another one is made, or it is taken away", async () => {
    const carol = await person();
    expect(await ownFeedKey(carol, "quotes")).toBeNull();
    succeeded(await openPrivateFeed(carol, "quotes"));
    const first = (await ownFeedKey(carol, "quotes")) ?? "";
    expect(await ownerOfFeed("quotes", first)).toEqual({ id: carol.id, username: carol.username });
    succeeded(await openPrivateFeed(carol, "quotes"));
    const second = (await ownFeedKey(carol, "quotes")) ?? "";
    expect(second).not.toBe(first);
    expect(await ownerOfFeed("quotes", first)).toBeNull();
    expect(await ownerOfFeed("quotes", second)).not.toBeNull();
    succeeded(await closePrivateFeed(carol, "quotes"));
    expect(await ownerOfFeed("quotes", second)).toBeNull();
  });

  test("can't be guessed from another, and nothing odd opens anything", async () => {
    const carol = await person();
    succeeded(await openPrivateFeed(carol, "quotes"));
    succeeded(await openPrivateFeed(ben, "quotes"));
    const key = (await ownFeedKey(carol, "quotes")) ?? "";
    const bens = (await ownFeedKey(ben, "quotes")) ?? "";
    const mixed = key.replace(/^\d+/, bens.split("-")[0] ?? "");
    for (const odd of [mixed, "", "1", `${key}x`, key.toUpperCase(), "0-x.atom", "../1"]) {
      expect(await ownerOfFeed("quotes", odd)).toBeNull();
    }
  });

  test("made by many forms at once is one", async () => {
    const carol = await person();
    await Promise.all(Array.from({ length: 8 }, () => openPrivateFeed(carol, "quotes")));
    expect(await db().privateFeed.count({ where: { userId: carol.id } })).toBe(1);
  });

  test("is made for nobody who is signed out", async () => {
    const before = await db().privateFeed.count();
    expect(await openPrivateFeed(SIGNED_OUT, "quotes")).toMatchObject({ kind: "signed-out" });
    expect(await closePrivateFeed(SIGNED_OUT, "quotes")).toMatchObject({ kind: "signed-out" });
    expect(await db().privateFeed.count()).toBe(before);
  });
});
