import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";
import { deletePost, editPost, reply } from "@/lib/posts/commands";
import { readThread } from "@/lib/threads/queries";
import { answer, board, manyReplies, person, succeeded, thread } from "@/scripts/test/debate";
import { brokenInvariants } from "@/scripts/test/invariants";
import { toldIn } from "@/scripts/test/told";

let ada: Member;
let ben: Member;
let moderator: Member;
let second: Member;
let place: { id: number; slug: string };

beforeAll(async () => {
  place = await board();
  ada = await person();
  ben = await person();
  moderator = await person({ moderates: [place.id] });
  second = await person({ moderates: [place.id] });
});

const reason = "Against the rules.";

const replyTo = (parentId: number, markdown: string) =>
  reply(ben, { parentId, markdown, formKey: randomUUID() });

const seen = async (id: number) => toldIn(await readThread(SIGNED_OUT, id));

/** Runs so many at a time, as a busy forum does. */
async function inTurns(rounds: number, atOnce: number, run: (round: number) => Promise<void>) {
  for (let start = 0; start < rounds; start += atOnce) {
    const turn = Array.from({ length: Math.min(atOnce, rounds - start) }, (_, at) => start + at);
    await Promise.all(turn.map(run));
  }
}

test("a reply that meets the hiding of its branch is refused or hidden, never seen: 500 pairs", {
  timeout: 180_000,
}, async () => {
  const { id, openingId } = await thread(ada, place);
  const counts = { refused: 0, hidden: 0 };
  await inTurns(500, 10, async (round) => {
    const parent = await answer(ada, openingId, `Parent ${round}.`);
    const wish = { verb: "hide", target: "post", id: parent, branch: true, reason } as const;
    const [hidden, replied] = await Promise.all([
      moderate(moderator, wish),
      replyTo(parent, `Zanzibar${round}.`),
    ]);
    succeeded(hidden);
    // Whoever came first: a reply in time was hidden with the branch.
    if (replied.ok) {
      const { hideActionId } = await db().post.findUniqueOrThrow({
        where: { id: replied.value.postId },
      });
      expect(hideActionId).not.toBeNull();
      counts.hidden += 1;
    } else counts.refused += 1;
  });
  expect(counts.refused + counts.hidden).toBe(500);
  expect(await seen(id)).not.toContain("Zanzibar");
  expect(await brokenInvariants()).toEqual([]);
});

test("a thread that is locked or hidden takes no reply that comes after; one before is in it", {
  timeout: 60_000,
}, async () => {
  await inTurns(40, 8, async (round) => {
    const { id, openingId } = await thread(ada, place);
    const verb = round % 2 === 0 ? "lock" : "hide";
    const [done, replied] = await Promise.all([
      moderate(moderator, { verb, target: "thread", id, reason }),
      replyTo(openingId, "Just in time."),
    ]);
    succeeded(done);
    expect(await replyTo(openingId, "Too late.")).toMatchObject({ ok: false });
    const posts = await db().post.count({ where: { threadId: id } });
    expect(posts).toBe(replied.ok ? 2 : 1);
    if (verb === "hide") expect(await seen(id)).not.toContain("Just in time.");
  });
  expect(await brokenInvariants()).toEqual([]);
});

test("two moderators who do opposite things at once leave one state, which says who made it", {
  timeout: 60_000,
}, async () => {
  const { openingId } = await thread(ada, place);
  await inTurns(40, 4, async () => {
    const id = await answer(ben, openingId, "Words in dispute.");
    const wish = (verb: "hide" | "unhide") => ({ verb, target: "post", id, reason }) as const;
    await Promise.all([
      moderate(moderator, wish("hide")),
      moderate(second, wish("unhide")),
      moderate(moderator, wish("unhide")),
      moderate(second, wish("hide")),
    ]);
  });
  expect(await brokenInvariants()).toEqual([]);
});

test("a post that is edited or deleted while it is hidden stays hidden", {
  timeout: 60_000,
}, async () => {
  const { id, openingId } = await thread(ada, place);
  await inTurns(40, 8, async (round) => {
    const postId = await answer(ben, openingId, "Before.");
    const wish = { verb: "hide", target: "post", id: postId, reason } as const;
    const change =
      round % 2 === 0 ? editPost(ben, { postId, markdown: "Zanzibar." }) : deletePost(ben, postId);
    const [hidden] = await Promise.all([moderate(moderator, wish), change]);
    succeeded(hidden);
    const post = await db().post.findUniqueOrThrow({ where: { id: postId } });
    expect(post.hideActionId).not.toBeNull();
  });
  expect(await seen(id)).not.toContain("Zanzibar");
  expect(await brokenInvariants()).toEqual([]);
});

test("a branch of a thousand is hidden by one action, and shown again by one, each post as it was", {
  timeout: 60_000,
}, async () => {
  const { id, openingId } = await thread(ada, place);
  const top = await answer(ben, openingId, "The top of the branch.");
  await manyReplies(ada, top, 1000);
  const [early] = await db().post.findMany({ where: { parentId: top }, take: 1 });
  succeeded(await moderate(second, { verb: "hide", target: "post", id: early?.id ?? 0, reason }));
  const before = await seen(id);
  const wish = { target: "post", id: top, reason } as const;
  const { actionId } = succeeded(
    await moderate(moderator, { ...wish, verb: "hide", branch: true }),
  );
  expect(await db().post.count({ where: { hideActionId: actionId } })).toBe(1000);
  expect(await db().statement.count({ where: { actionId: actionId ?? 0 } })).toBe(2);
  succeeded(await moderate(moderator, { ...wish, verb: "unhide" }));
  // What was hidden by itself before stays so.
  expect(await seen(id)).toBe(before);
  expect(await brokenInvariants()).toEqual([]);
});
