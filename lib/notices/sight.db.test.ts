import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { moderate, moderateIn } from "@/lib/moderation/commands";
import { mergeThread } from "@/lib/moderation/moving.commands";
import { placeOfNotice } from "@/lib/notices/arrival.queries";
import { newsOfPosts } from "@/lib/notices/news.commands";
import { countUnreadNotices, listNotices, noticesForMail } from "@/lib/notices/queries";
import { readAllNotices, readNotice, readNoticesOf } from "@/lib/notices/read.commands";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";
import { deletePost, editPost } from "@/lib/posts/commands";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";
import { doDueJobs } from "@/scripts/test/jobs";
import { noticesOf, told } from "@/scripts/test/notices";
import { countStatements } from "@/scripts/test/statements";

let ada: Member;
let ben: Member;
let moderator: Member;
let place: { id: number; slug: string };

beforeAll(async () => {
  place = await board();
  moderator = await person({ moderates: [place.id] });
});

beforeEach(async () => {
  [ada, ben] = [await person(), await person()];
});

const MARKER = "zanzibar";

/** All that somebody is told, anywhere, as text. */
async function everythingTold(viewer: Member): Promise<string> {
  const { lines, excerpts } = await listNotices(viewer);
  const mail = await noticesForMail(viewer.id);
  return JSON.stringify([lines, [...excerpts], mail, await countUnreadNotices(viewer)]);
}

/** A reply of Ben's to Ada, and Ada's notice of it. */
async function noticed() {
  const opened = await thread(ada, place);
  const postId = await answer(ben, opened.openingId, `The ${MARKER} of it all.`);
  await doDueJobs();
  const { id } = await db().notice.findFirstOrThrow({ where: { userId: ada.id, postId } });
  return { ...opened, postId, id };
}

describe("a notice of what its reader may not see", () => {
  const HIDING = {
    "a hidden post": ({ postId: id }) =>
      moderate(moderator, { verb: "hide", target: "post", id, reason: "R" }),
    "a hidden branch": ({ postId: id }) =>
      moderate(moderator, { verb: "hide", target: "post", id, branch: true, reason: "R" }),
    "a deleted post": ({ postId }) => deletePost(ben, postId),
  } satisfies Record<string, (at: Awaited<ReturnType<typeof noticed>>) => Promise<unknown>>;

  for (const [what, hide] of Object.entries(HIDING)) {
    test(`is there no more, in no list, count, mail or link: ${what}`, async () => {
      const at = await noticed();
      expect(await everythingTold(ada)).toContain(MARKER);
      expect(await countUnreadNotices(ada)).toBe(1);
      await hide(at);
      expect(await everythingTold(ada)).toBe("[[],[],[],0]");
      expect(await placeOfNotice(ada, at.id)).toBeNull();
    });
  }

  test("comes back as it was when the post is shown again", async () => {
    const { postId } = await noticed();
    const before = await everythingTold(ada);
    succeeded(await moderate(moderator, { verb: "hide", target: "post", id: postId, reason: "R" }));
    expect(await everythingTold(ada)).not.toContain(MARKER);
    succeeded(await moderate(moderator, { verb: "unhide", target: "post", id: postId }));
    expect(await everythingTold(ada)).toBe(before);
  });

  test("says nothing of a hidden thread, not even its title", async () => {
    const carol = await person();
    const opened = await thread(ada, place);
    await db().thread.update({ where: { id: opened.id }, data: { title: `About ${MARKER}` } });
    await answer(ben, opened.openingId, `See, @${carol.username}.`);
    expect(JSON.stringify(await noticesOf(carol))).toContain(MARKER);
    const wish = { verb: "hide", target: "thread", id: opened.id, reason: "R" } as const;
    succeeded(await moderate(moderator, wish));
    expect(await everythingTold(carol)).toBe("[[],[],[],0]");
    // Who opened it sees it still, and what is said in it.
    expect(await everythingTold(ada)).toContain(MARKER);
  });

  test("holds none of its words, also when a quote in it is of something hidden", async () => {
    const opened = await thread(ada, place);
    const carol = await person();
    const words = `Secret words of ${MARKER} that somebody quotes.`;
    const source = await answer(ben, opened.openingId, words);
    const said = await answer(ada, source, "What do you mean by that?");
    const quoting = await answer(carol, said, `> ${words}\n\nHe means @${ada.username}.`);
    expect((await told(ada))[0]).toEqual([quoting, "reply", "mention"]);
    expect(await everythingTold(ada)).toContain(MARKER);
    const wish = { verb: "hide", target: "post", id: source, reason: "R" } as const;
    succeeded(await moderate(moderator, wish));
    expect(await everythingTold(ada)).not.toContain(MARKER);
    expect((await noticesForMail(ada.id)).some(({ text }) => text?.includes("He means"))).toBe(
      true,
    );
    const stored = await db().$queryRaw<{ row: string }[]>`
      SELECT to_jsonb(n)::text AS row FROM notices n`;
    expect(stored.map(({ row }) => row).join()).not.toContain(MARKER);
  });

  test("is never seen when the post is hidden while it is being told", async () => {
    const opened = await thread(ada, place);
    const postId = await answer(ben, opened.openingId, `The ${MARKER} of it all.`);
    await inTransaction(async (tx) => {
      const wish = { verb: "hide", target: "post", id: postId, reason: "R" } as const;
      succeeded(await moderateIn(tx, moderator, wish));
      // The fan-out doesn't know of the hiding yet, which is not committed.
      await newsOfPosts([postId]);
      expect(await countUnreadNotices(ada)).toBe(1);
    });
    expect(await everythingTold(ada)).not.toContain(MARKER);
    expect(await countUnreadNotices(ada)).toBe(0);
    // To who moderates it and is told of it, it is there.
    expect(await db().notice.count({ where: { postId } })).toBe(1);
  });

  test("follows a post that is moved to another thread, and what may be seen there", async () => {
    const { id, postId } = await noticed();
    const into = await thread(ben, place);
    const { threadId } = await db().post.findUniqueOrThrow({ where: { id: postId } });
    succeeded(await mergeThread(moderator, { id: threadId, into: into.id }));
    expect(await noticesOf(ada)).toContainEqual(
      expect.objectContaining({ id, thread: expect.objectContaining({ id: into.id }) }),
    );
    const wish = { verb: "hide", target: "thread", id: into.id, reason: "R" } as const;
    succeeded(await moderate(moderator, wish));
    expect((await noticesOf(ada)).filter(({ kind }) => kind === "post")).toEqual([]);
  });
});

describe("words that were quoted and then edited away", () => {
  const quoted = async () => {
    const opened = await thread(ada, place, "The words as they were at first, in full.");
    const id = await answer(ben, opened.openingId, "> The words as they were at first\n\nMine.");
    await doDueJobs();
    return { ...opened, id };
  };
  const edit = async (postId: number, markdown: string) =>
    succeeded(await editPost(ada, { postId, markdown }));

  test("are told to the quoter once, until they are back or the quoter said something to it", async () => {
    const { openingId, id } = await quoted();
    await edit(openingId, "The words as they were at first, in full, and more.");
    expect(await told(ben)).toEqual([]);
    await edit(openingId, "Something else altogether stands here.");
    await edit(openingId, "Something else altogether stands here now.");
    expect(await told(ben)).toEqual(["changed"]);
    expect(await told(ada)).toEqual([[id, "reply", "quote"]]);
    // The header has a count of its own for these.
    expect(await countUnreadNotices(ben)).toBe(0);
    const [notice] = await noticesForMail(ben.id);
    expect(notice).toMatchObject({ path: "/quotes", notice: { author: ada.username } });
    await edit(openingId, "The words as they were at first, in full.");
    expect(await told(ben)).toEqual([]);
  });

  test("are told to nobody who may not read them now", async () => {
    const { openingId, id: threadId } = await quoted();
    await edit(openingId, "Something else altogether stands here.");
    expect(await told(ben)).toEqual(["changed"]);
    await db().post.update({ where: { id: openingId }, data: { deletedAt: new Date() } });
    expect(await told(ben)).toEqual([]);
    expect(await noticesForMail(ben.id)).toEqual([]);
    expect(threadId).toBeGreaterThan(0);
  });
});

describe("reading", () => {
  test("a notice, those of its line, or those of the posts that are shown, is for every device", async () => {
    const opened = await thread(ada, place);
    const other = await thread(ada, place);
    const ids: number[] = [];
    for (const parent of [opened, opened, other, opened, opened]) {
      ids.push(await answer(ben, parent.openingId, "Another reply."));
    }
    const unread = async () => {
      const notices = await noticesOf(ada);
      return notices.flatMap((each) => (each.unread && each.kind === "post" ? [each.postId] : []));
    };
    const all = await noticesOf(ada);
    const noticeOf = (at: number) =>
      all.find((each) => each.kind === "post" && each.postId === ids[at])?.id ?? 0;
    // Of one line: the thread's, from the first to the fourth; the last came since.
    await readNotice(ada, noticeOf(0), noticeOf(3));
    expect(await unread()).toEqual([ids[4], ids[2]]);
    await readNotice(ada, noticeOf(4));
    expect(await unread()).toEqual([ids[2]]);
    await readNoticesOf(ada, [ids[2] ?? 0]);
    expect(await countUnreadNotices(ada)).toBe(0);
  });

  test("all of them leaves unread what came since, and reads the statements among them", async () => {
    const { postId, openingId } = await noticed();
    succeeded(await moderate(moderator, { verb: "hide", target: "post", id: postId, reason: "R" }));
    const [statement] = await noticesOf(ben);
    expect(statement?.kind).toBe("statement");
    const later = await answer(ada, openingId, `@${ben.username}`);
    await doDueJobs();
    await readAllNotices(ben, statement?.id ?? 0);
    expect(await countUnreadNotices(ben)).toBe(1);
    expect(await told(ben)).toEqual([[later, "mention"], "statement"]);
    expect(await db().statement.count({ where: { userId: ben.id, readAt: null } })).toBe(0);
  });

  test("passes over what can't be seen meanwhile, which is news when it is shown again", async () => {
    const { postId: first, openingId } = await noticed();
    const hidden = await answer(ben, openingId, "Another reply.");
    const last = await answer(ben, openingId, "And one more.");
    const noticeOf = async (postId: number) =>
      (await db().notice.findFirstOrThrow({ where: { userId: ada.id, postId } })).id;
    await doDueJobs();
    const moderation = async (verb: "hide" | "unhide") =>
      succeeded(await moderate(moderator, { verb, target: "post", id: hidden, reason: "R" }));
    await moderation("hide");
    await readNotice(ada, await noticeOf(first), await noticeOf(last));
    await readAllNotices(ada, await noticeOf(last));
    expect(await countUnreadNotices(ada)).toBe(0);
    await moderation("unhide");
    const unread = (await noticesOf(ada)).filter((notice) => notice.unread);
    expect(unread).toMatchObject([{ postId: hidden }]);
  });

  test("is nobody else's: neither seen nor changed by others", async () => {
    const { id, postId } = await noticed();
    const before = await db().notice.findMany();
    for (const other of [ben, moderator, await person({ admin: true })]) {
      expect(await placeOfNotice(other, id)).toBeNull();
      await readNotice(other, id, id + 1000);
      await readNoticesOf(other, [postId]);
      await readAllNotices(other, id);
    }
    await readNoticesOf(SIGNED_OUT, [postId]);
    await readAllNotices(SIGNED_OUT, id);
    expect(await countUnreadNotices(SIGNED_OUT)).toBe(0);
    expect(await db().notice.findMany()).toEqual(before);
  });
});

test("a page of notices costs the same number of statements, however many there are", async () => {
  const opened = await thread(ada, place);
  await answer(ben, opened.openingId, "The first of them.");
  await doDueJobs();
  const one = await countStatements(() => listNotices(ada));
  for (let more = 0; more < 12; more += 1) {
    const { openingId } = more % 3 === 0 ? await thread(ada, place) : opened;
    await answer(ben, openingId, "One more of them.");
  }
  await doDueJobs();
  expect((await listNotices(ada)).lines).toHaveLength(5);
  expect(await countStatements(() => listNotices(ada))).toBe(one);
});

test("the header counts what the rule lists, for whoever looks and whatever is hidden", async () => {
  const elsewhere = await board();
  const everybody = [
    ada,
    await person({ admin: true }),
    await person({ moderates: [place.id] }),
    await person({ moderates: [elsewhere.id] }),
  ];
  const names = everybody.map(({ username }) => `@${username}`).join(" ");
  const [open, shut] = [await thread(ada, place), await thread(ben, place)];
  for (const { openingId } of [open, shut]) {
    for (const hidden of [false, true]) {
      const id = await answer(ben, openingId, `${names} once more.`);
      await doDueJobs();
      const wish = { verb: "hide", target: "post", id, reason: "R" } as const;
      if (hidden) succeeded(await moderate(moderator, wish));
    }
  }
  const wish = { verb: "hide", target: "thread", id: shut.id, reason: "R" } as const;
  succeeded(await moderate(moderator, wish));
  const counts: number[] = [];
  for (const who of everybody) {
    // Which compares the two.
    await noticesOf(who);
    counts.push(await countUnreadNotices(who));
    await noticesOf({ ...who, blocks: [ben.id] });
  }
  expect(counts).toEqual([1, 4, 4, 1]);
});
