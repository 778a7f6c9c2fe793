import { beforeAll, expect, test } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { recordAction } from "@/lib/moderation/record.commands";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { readPost } from "@/lib/posts/queries";
import { decideHeld } from "@/lib/reports/held.commands";
import { listHeld, readHeld } from "@/lib/reports/held.queries";
import { rulesInForce } from "@/lib/rules/queries";
import { recountThread } from "@/lib/threads/counters.commands";
import { answer, board, everything, person, succeeded, thread } from "@/scripts/test/debate";

let ada: Member;
let ben: Member;
let moderator: Member;
let second: Member;
let elsewhere: Member;
let admin: Member;
let place: { id: number; slug: string };
let rule: number;

beforeAll(async () => {
  place = await board();
  ada = await person();
  ben = await person();
  moderator = await person({ moderates: [place.id] });
  second = await person({ moderates: [place.id] });
  elsewhere = await person({ moderates: [(await board()).id] });
  admin = await person({ admin: true });
  rule = (await rulesInForce())[0]?.id ?? 0;
});

/** A reply, or a thread, that an automatic rule holds. */
async function held(what: "post" | "thread", author = ada) {
  const opened = await thread(author, place);
  const replyId = what === "post" ? await answer(author, opened.openingId, "Held words.") : null;
  await inTransaction(async (tx) => {
    const hideActionId = await recordAction(tx, {
      kind: "hold",
      actorId: null,
      on: { threadId: opened.id, postId: replyId },
      reason: "A first post",
      basis: "automatic",
    });
    const data = { hideActionId };
    if (replyId === null) await tx.thread.update({ where: { id: opened.id }, data });
    else await tx.post.update({ where: { id: replyId }, data });
    await recountThread(tx, opened.id);
  });
  return replyId ?? opened.openingId;
}

const approve = (who: Viewer, post: number) => decideHeld(who, { outcome: "approve", post });
const keep = (who: Viewer, post: number) =>
  decideHeld(who, { outcome: "keep", post, rule, note: "Write more of your own." });

test("what is held is listed for those who may decide on it alone, and not for its author", async () => {
  const [reply, opening] = [await held("post"), await held("thread")];
  const own = await held("post", moderator);
  const ids = async (who: Viewer) => (await listHeld(who)).map(({ postId }) => postId);
  expect(await ids(moderator)).toEqual([reply, opening]);
  expect(await ids(admin)).toEqual([reply, opening, own]);
  for (const who of [SIGNED_OUT, ada, ben, elsewhere]) {
    expect(await ids(who)).toEqual([]);
    expect(await readHeld(who, reply)).toBeNull();
  }
  expect(await readHeld(moderator, own)).toBeNull();
  expect(await readHeld(moderator, reply)).toMatchObject({
    ...{ reason: "A first post", author: ada.username, opening: false },
  });
});

test("nobody else decides on it, and nothing changes", async () => {
  const [reply, own] = [await held("post"), await held("thread", moderator)];
  const open = (await thread(ada, place)).openingId;
  const before = await everything();
  const tries = ([SIGNED_OUT, ada, ben, elsewhere] as Viewer[]).map((who) => [who, reply] as const);
  for (const [who, id] of [
    ...tries,
    ...([[moderator, own]] as const),
    ...([[moderator, open]] as const),
    ...([[admin, 999_999]] as const),
  ] as const) {
    for (const result of [await approve(who, id), await keep(who, id)]) {
      expect(result).toMatchObject({ ok: false, message: expect.stringMatching(/\.$/) });
    }
  }
  expect(await everything()).toEqual(before);
});

test("approved it is everybody's to read; kept it stays hidden, by a rule, and its author is told", async () => {
  for (const what of ["post", "thread"] as const) {
    const shown = await held(what);
    succeeded(await approve(moderator, shown));
    expect(await readPost(SIGNED_OUT, shown)).not.toBeNull();
    const kept = await held(what);
    succeeded(await keep(moderator, kept));
    expect(await readPost(SIGNED_OUT, kept)).toBeNull();
    expect(await readHeld(moderator, kept)).toBeNull();
    const { post, thread: around } = {
      post: await db().post.findUniqueOrThrow({ where: { id: kept } }),
      thread: await db().thread.findFirstOrThrow({ where: { posts: { some: { id: kept } } } }),
    };
    const actionId = (what === "post" ? post : around).hideActionId ?? 0;
    expect(
      await db().moderationAction.findUniqueOrThrow({
        where: { id: actionId },
        include: { statements: true },
      }),
    ).toMatchObject({
      ...{ kind: "hide", actorId: moderator.id, ruleId: rule, note: "Write more of your own." },
      statements: [{ userId: ada.id, role: "author" }],
    });
  }
});

test("approved by one and kept by another at the same moment, the first decision stands", async () => {
  for (let round = 0; round < 12; round += 1) {
    const id = await held(round % 3 === 0 ? "thread" : "post");
    const [approved, kept] = await Promise.all(
      round % 2
        ? [approve(moderator, id), keep(second, id)]
        : [approve(second, id), keep(moderator, id)],
    );
    expect([approved?.ok, kept?.ok].filter(Boolean)).toHaveLength(1);
    expect((await readPost(SIGNED_OUT, id)) !== null).toBe(approved?.ok);
  }
});
