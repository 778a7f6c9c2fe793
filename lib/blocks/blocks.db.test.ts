import { beforeAll, describe, expect, test } from "vitest";
import { sessionByTokenHash } from "@/lib/accounts/queries";
import { openSession } from "@/lib/accounts/sessions.commands";
import { hashToken } from "@/lib/accounts/token";
import { block, mute, unblock, unmute } from "@/lib/blocks/commands";
import { MOST_BLOCKS, MOST_MUTES } from "@/lib/blocks/limits";
import { blockedPeople, mutedThreads, threadToMute } from "@/lib/blocks/queries";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { listThreads } from "@/lib/threads/lists.queries";
import { readThread } from "@/lib/threads/queries";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";
import { toldIn } from "@/scripts/test/told";

let ada: Member;
let ben: Member;
let place: { id: number; slug: string };

beforeAll(async () => {
  place = await board();
  [ada, ben] = [await person(), await person()];
});

/** Somebody as their session says who they are. */
async function bySession({ id }: Member): Promise<Member> {
  const token = await openSession({ userId: id, passwordHash: "x" }, null);
  const session = await sessionByTokenHash(hashToken(token ?? ""), new Date());
  if (session === null) throw new Error("No session.");
  return session.member;
}

/** Which posts of a thread, and which quotes in them, are folded for somebody. */
async function folded(viewer: Viewer, id: number) {
  const page = await readThread(viewer, id);
  if (page.found !== "thread") throw new Error(page.found);
  const posts = [page.thread.opening, ...page.thread.replies.map(({ post }) => post)];
  return {
    posts: posts.filter((post) => post.blocked).map((post) => post.id),
    quotes: posts.filter((post) => post.quotes.some((quote) => quote.blocked)).map(({ id }) => id),
  };
}

describe("blocking a person", () => {
  test("folds their posts and quotes of them for the blocker alone, and unblocking unfolds them", async () => {
    const { id, openingId } = await thread(ada, place, "Words that open this thread for all.");
    const said = await answer(
      ben,
      openingId,
      "> Words that open this thread for all.\n\nNo, not so.",
    );
    const quoting = await answer(ada, said, "> No, not so.\n\nBut it is.");
    const carol = await person();
    const everybody = [SIGNED_OUT, ada, ben, await person({ admin: true })];
    const shown = () => Promise.all(everybody.map((viewer) => readThread(viewer, id))).then(toldIn);
    const before = await shown();
    succeeded(await block(carol, ben.id));
    expect(await folded(await bySession(carol), id)).toEqual({ posts: [said], quotes: [quoting] });
    expect(await shown()).toEqual(before);
    succeeded(await unblock(carol, ben.id));
    expect(await folded(await bySession(carol), id)).toEqual({ posts: [], quotes: [] });
  });

  test("tells nobody by its fold who wrote what is deleted or hidden", async () => {
    const { id, openingId } = await thread(ada, place);
    const said = await answer(ben, openingId, "Words that are soon gone for everybody.");
    await answer(ada, said, "> Words that are soon gone for everybody.\n\nYes.");
    const carol = await person();
    succeeded(await block(carol, ben.id));
    const viewer = await bySession(carol);
    await db().post.update({ where: { id: said }, data: { deletedAt: new Date() } });
    expect(await folded(viewer, id)).toEqual({ posts: [], quotes: [] });
    await db().post.update({ where: { id: said }, data: { deletedAt: null } });
    const moderator = await person({ moderates: [place.id] });
    succeeded(await moderate(moderator, { verb: "hide", target: "post", id: said, reason: "R" }));
    expect(await folded(viewer, id)).toEqual({ posts: [], quotes: [] });
  });

  test("twice or at once is once; nobody blocks themselves or nobody, and only those signed in", async () => {
    const carol = await person();
    await Promise.all([block(carol, ben.id), block(carol, ben.id), block(carol, ben.id)]);
    succeeded(await block(carol, ben.id));
    expect(await blockedPeople(carol)).toEqual([{ id: ben.id, username: ben.username }]);
    expect(await blockedPeople(ben)).toEqual([]);
    expect(await blockedPeople(SIGNED_OUT)).toEqual([]);
    const count = await db().block.count();
    expect(await block(carol, carol.id)).toMatchObject({ ok: false, kind: "denied" });
    expect(await block(carol, 999_999)).toMatchObject({ ok: false, kind: "missing" });
    expect(await block(SIGNED_OUT, ben.id)).toMatchObject({ ok: false, kind: "signed-out" });
    // Nobody unblocks for somebody else.
    succeeded(await unblock(ada, ben.id));
    expect((await unblock(SIGNED_OUT, ben.id)).ok).toBe(false);
    expect(await db().block.count()).toBe(count);
  });

  test("has an end, also for many forms at once", async () => {
    const carol = await person();
    const others = await Promise.all(Array.from({ length: 4 }, () => person()));
    await db().$executeRaw`
      INSERT INTO users (username, username_key)
      SELECT 'many' || n, 'many' || n FROM generate_series(1, ${MOST_BLOCKS - 2}) AS n`;
    await db().$executeRaw`
      INSERT INTO blocks (user_id, blocked_id)
      SELECT ${carol.id}, id FROM users WHERE username LIKE 'many%'`;
    const results = await Promise.all(others.map(({ id }) => block(carol, id)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(2);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ kind: "conflict" });
    expect(await blockedPeople(carol)).toHaveLength(MOST_BLOCKS);
  });
});

describe("muting a thread", () => {
  const lists = async (viewer: Viewer) => {
    const ids = new Set<number>();
    for (const order of ["hot", "new", "top", "active"] as const) {
      for (const boardId of [{}, { boardId: place.id }]) {
        const { lines } = await listThreads(viewer, { order, ...boardId });
        for (const { id } of lines) ids.add(id);
      }
    }
    return ids;
  };

  test("takes it out of all lists of who muted it and of nobody else, until it is unmuted", async () => {
    const { id } = await thread(ada, place);
    const carol = await person();
    await Promise.all([mute(carol, id), mute(carol, id)]);
    expect((await lists(carol)).has(id)).toBe(false);
    for (const viewer of [SIGNED_OUT, ada, ben]) expect((await lists(viewer)).has(id)).toBe(true);
    expect((await readThread(carol, id)).found).toBe("thread");
    expect((await mutedThreads(carol)).map((each) => each.id)).toEqual([id]);
    expect(await threadToMute(carol, id)).toMatchObject({ muted: true });
    succeeded(await unmute(carol, id));
    expect((await lists(carol)).has(id)).toBe(true);
  });

  test("tells nothing of a thread that is hidden, before or after", async () => {
    const moderator = await person({ moderates: [place.id] });
    const [one, two] = [await thread(ada, place), await thread(ada, place)];
    const carol = await person();
    const hide = (id: number) =>
      moderate(moderator, { verb: "hide", target: "thread", id, reason: "R" });
    succeeded(await mute(carol, one.id));
    succeeded(await hide(one.id));
    succeeded(await hide(two.id));
    expect(await mutedThreads(carol)).toEqual([]);
    expect(await threadToMute(carol, two.id)).toBeNull();
    expect(await mute(carol, two.id)).toMatchObject({ ok: false, kind: "missing" });
    expect(await mute(carol, 999_999)).toMatchObject({ ok: false, kind: "missing" });
    expect(await mute(SIGNED_OUT, one.id)).toMatchObject({ ok: false, kind: "signed-out" });
    expect(await mutedThreads(SIGNED_OUT)).toEqual([]);
    // Its place among the muted can be given up all the same.
    succeeded(await unmute(carol, one.id));
    expect(await db().threadMute.count({ where: { userId: carol.id } })).toBe(0);
  });

  test("has an end", async () => {
    const carol = await person();
    const { id } = await thread(ada, place);
    await db().$executeRaw`
      INSERT INTO threads (board_id, author_id, kind, title)
      SELECT ${place.id}, ${ada.id}, 'text', 'Many' FROM generate_series(1, ${MOST_MUTES})`;
    await db().$executeRaw`
      INSERT INTO thread_mutes (user_id, thread_id)
      SELECT ${carol.id}, id FROM threads WHERE title = 'Many'`;
    expect(await mute(carol, id)).toMatchObject({ ok: false, kind: "conflict" });
  });
});
