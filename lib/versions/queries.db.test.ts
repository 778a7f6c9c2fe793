import { beforeAll, describe, expect, test } from "vitest";
import { changeBoard } from "@/lib/boards/commands";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import type { Member } from "@/lib/policy/viewer";
import { deletePost, editPost } from "@/lib/posts/commands";
import { leaveQuote } from "@/lib/posts/requote.commands";
import { forumVersion, threadVersion } from "@/lib/versions/queries";
import { castVote } from "@/lib/votes/commands";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";

const WORDS = "The passage that is quoted is long enough to be found again.";

let ada: Member;
let ben: Member;
let moderator: Member;
let admin: Member;
let place: { id: number; slug: string };
let id: number;
let openingId: number;
let other: number;
let otherOpeningId: number;

beforeAll(async () => {
  place = await board();
  [ada, ben] = [await person(), await person()];
  moderator = await person({ moderates: [place.id] });
  admin = await person({ admin: true });
  ({ id, openingId } = await thread(ada, place, WORDS));
  ({ id: other, openingId: otherOpeningId } = await thread(ada, place));
});

/** What a write does to the versions of the thread it is in, and of another one. */
async function changes(write: () => Promise<unknown>): Promise<[boolean, boolean]> {
  const before = [await threadVersion(id), await threadVersion(other)];
  await write();
  const after = [await threadVersion(id), await threadVersion(other)];
  return [before[0] !== after[0], before[1] !== after[1]];
}

const HERE_ALONE: [boolean, boolean] = [true, false];

describe("the version of a thread's page", () => {
  test("changes with every write to the thread, and not with those elsewhere", async () => {
    const written = async () => void (await answer(ben, openingId, `> ${WORDS}\n\nNo.`));
    expect(await changes(written), "a reply").toEqual(HERE_ALONE);
    const { id: post } = await db().post.findFirstOrThrow({ where: { authorId: ben.id } });
    const { identity } = await db().quote.findFirstOrThrow({ where: { postId: post } });
    const edit = (actor: Member, postId: number, markdown: string) => async () =>
      succeeded(await editPost(actor, { postId, markdown }));
    const act = (verb: "hide" | "unhide" | "lock" | "unlock", target: "post" | "thread") => {
      const what = target === "post" ? post : id;
      return async () =>
        succeeded(await moderate(moderator, { verb, target, id: what, reason: "Because." }));
    };
    const writes: [string, () => Promise<unknown>][] = [
      ["a vote", async () => succeeded(await castVote(ada, post, 1))],
      ["a vote on the opening post", async () => succeeded(await castVote(ben, openingId, -1))],
      ["a vote taken back", async () => succeeded(await castVote(ada, post, 0))],
      ["an edit of the source", edit(ada, openingId, "It says something else altogether now.")],
      ["a quote left as it is", () => leaveQuote(ben, identity)],
      ["an edit", edit(ben, post, `> ${WORDS}\n\nNo, and no.`)],
      ["hiding a post", act("hide", "post")],
      ["showing it again", act("unhide", "post")],
      ["hiding the thread", act("hide", "thread")],
      ["showing it", act("unhide", "thread")],
      ["locking it", act("lock", "thread")],
      ["unlocking it", act("unlock", "thread")],
      ["deleting a post", async () => succeeded(await deletePost(ben, post))],
    ];
    for (const [what, write] of writes) {
      expect(await changes(write), what).toEqual(HERE_ALONE);
    }
  });

  test("stays while nothing is written, and when what is asked for is so already", async () => {
    const asked = async () => {
      succeeded(await castVote(ben, openingId, -1));
      await db().thread.findMany();
      await db().session.deleteMany();
    };
    expect(await changes(asked)).toEqual([false, false]);
  });

  test("of every thread changes with a name that stands on their pages", async () => {
    const named = { ...place, name: "Another name", description: "", position: 0 };
    const { id: boardId, ...input } = named;
    const renamed = async () => succeeded(await changeBoard(admin, boardId, input));
    expect(await changes(renamed)).toEqual([true, true]);
    const person = async () => {
      await db().user.update({ where: { id: ada.id }, data: { username: "renamed" } });
    };
    expect(await changes(person)).toEqual([true, true]);
  });

  test("changes where a post of another thread is quoted, and where it answers", async () => {
    const source = await answer(ben, openingId, "A reply that is going to be moved elsewhere.");
    const quoter = await answer(
      ada,
      source,
      "> A reply that is going to be moved elsewhere.\n\nYes.",
    );
    await db().post.update({ where: { id: source }, data: { threadId: other } });
    const both: [boolean, boolean] = [true, true];
    const hide = async () => {
      const action = await db().moderationAction.create({
        data: { kind: "hide", actorId: moderator.id, threadId: other, postId: source, reason: "" },
      });
      await db().post.update({ where: { id: source }, data: { hideActionId: action.id } });
    };
    expect(await changes(hide), "the source").toEqual(both);
    const remove = async () => {
      await db().post.update({ where: { id: quoter }, data: { deletedAt: new Date() } });
    };
    expect(await changes(remove), "the quoter").toEqual(both);
    const lock = () => db().thread.update({ where: { id: other }, data: { authorId: ben.id } });
    expect(await changes(lock), "the thread of the source").toEqual(both);
  });

  test("is seen as soon as the write is, and not before", async () => {
    const before = await threadVersion(id);
    let during = "";
    await db().$transaction(async (tx) => {
      await tx.post.update({ where: { id: openingId }, data: { score: { increment: 1 } } });
      during = await threadVersion(id);
    });
    expect(during).toBe(before);
    expect(await threadVersion(id)).not.toBe(before);
  });

  test("is given to all who ask at the same time", async () => {
    const asked = await Promise.all(Array.from({ length: 50 }, () => threadVersion(id)));
    expect(new Set(asked)).toEqual(new Set([await threadVersion(id)]));
    expect(await threadVersion(2_000_000_000)).toMatch(/\/$/);
  });
});

describe("the version of all lists", () => {
  const changed = async (write: () => Promise<unknown>): Promise<boolean> => {
    const before = await forumVersion();
    await write();
    return (await forumVersion()) !== before;
  };

  test("changes with a write to any thread, and with a name", async () => {
    const vote = (value: 0 | 1) => async () =>
      succeeded(await castVote(ben, otherOpeningId, value));
    expect(await changed(vote(1)), "a vote").toBe(true);
    expect(await changed(vote(0)), "a vote taken back").toBe(true);
    expect(await changed(() => thread(ada, place)), "a thread").toBe(true);
    expect(await changed(() => answer(ben, otherOpeningId, "A reply.")), "a reply").toBe(true);
    const rename = () => db().board.update({ where: { id: place.id }, data: { name: "Anew" } });
    expect(await changed(rename), "a board's name").toBe(true);
    const person = (username: string) => () =>
      db().user.update({ where: { id: ben.id }, data: { username } });
    expect(await changed(person("renamed-anew")), "a person's name").toBe(true);
    const act = (verb: "pin" | "unpin" | "lock" | "hide" | "unhide") => async () =>
      succeeded(
        await moderate(moderator, { verb, target: "thread", id: other, reason: "Because." }),
      );
    for (const verb of ["pin", "unpin", "lock", "hide", "unhide"] as const)
      expect(await changed(act(verb)), verb).toBe(true);
    const removed = async () => {
      const { id: empty } = await board();
      expect(await changed(() => db().board.delete({ where: { id: empty } }))).toBe(true);
    };
    await removed();
  });

  test("stays while nothing is written, also when others begin and end transactions", async () => {
    const reading = async () => {
      await db().$transaction(async (tx) => {
        await tx.$queryRaw`SELECT pg_current_xact_id()::text`;
        expect(await changed(() => db().thread.findMany())).toBe(false);
      });
    };
    expect(await changed(reading)).toBe(false);
  });

  test("changes with what began before another write and ended after it", async () => {
    const seen: string[] = [await forumVersion()];
    await db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT pg_current_xact_id()::text`;
      succeeded(await castVote(ben, otherOpeningId, 1));
      seen.push(await forumVersion());
      await tx.post.update({ where: { id: openingId }, data: { score: { increment: 1 } } });
      seen.push(await forumVersion());
    });
    seen.push(await forumVersion(), await forumVersion());
    const [before, after, during, ended, still] = seen;
    expect(after, "the later one, which ended first").not.toBe(before);
    expect(during, "what has not ended").toBe(after);
    expect(ended, "the earlier one").not.toBe(after);
    expect(still).toBe(ended);
  });
});
