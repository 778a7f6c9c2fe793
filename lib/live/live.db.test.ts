import { beforeAll, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { changesSince } from "@/lib/live/changes.queries";
import { pruneChanges } from "@/lib/live/commands";
import { type Cursor, parseCursor } from "@/lib/live/cursor";
import { type Tidings, tidingsFor } from "@/lib/live/tidings";
import { moderate } from "@/lib/moderation/commands";
import type { Viewer } from "@/lib/policy/viewer";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { deletePost, editPost } from "@/lib/posts/commands";
import { castVote } from "@/lib/votes/commands";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";

type Person = Awaited<ReturnType<typeof person>>;

let place: Awaited<ReturnType<typeof board>>;
let [ada, ben, mod, stranger]: Person[] = [];
const people = () => ({ ada, ben, mod, stranger }) as Record<string, Person>;

beforeAll(async () => {
  place = await board();
  [ada, ben, stranger] = [await person(), await person(), await person()];
  mod = await person({ moderates: [place.id] });
});

async function now(): Promise<Cursor> {
  const cursor = parseCursor((await changesSince(null)).cursor);
  if (cursor === null) throw new Error("PostgreSQL's snapshot is not understood.");
  return cursor;
}

/** What a viewer's page of a thread is told of what happens meanwhile. */
async function told(threadId: number, work: () => Promise<unknown>) {
  const since = await now();
  await work();
  const { changes } = await changesSince(since, threadId);
  return (viewer: Viewer): Partial<Tidings> | null => {
    const tidings = tidingsFor(viewer, changes ?? []);
    if (tidings === null) return null;
    return Object.fromEntries(
      Object.entries(tidings).filter(([, value]) => value.length > 0),
    ) as Partial<Tidings>;
  };
}

const moderation = async (
  verb: "hide" | "unhide" | "lock",
  target: "post" | "thread",
  id: number,
  branch = false,
) => succeeded(await moderate(people().mod as Person, { verb, target, id, reason: "R", branch }));

describe("an open page is told", () => {
  test("of a new reply, whoever reads it but its author", async () => {
    const { ada, ben } = people() as { ada: Person; ben: Person };
    const opened = await thread(ada, place);
    let id = 0;
    const to = await told(opened.id, async () => {
      id = await answer(ben, opened.openingId, "A reply.");
    });
    expect(to(SIGNED_OUT)).toEqual({ fresh: [id] });
    expect(to(ada)).toEqual({ fresh: [id] });
    expect(to(ben)).toEqual({ changed: [id] });
    expect(to({ ...ada, blocks: [ben.id] })).toEqual({ changed: [id] });
  });

  test("nothing of a vote", async () => {
    const { ada, ben } = people() as { ada: Person; ben: Person };
    const opened = await thread(ada, place);
    const to = await told(opened.id, async () => {
      succeeded(await castVote(ben, opened.openingId, 1));
    });
    expect(to(SIGNED_OUT)).toBeNull();
  });

  test("that a hidden branch is gone, and by whom it is quoted in other threads too", async () => {
    const { ada, ben, mod } = people() as { ada: Person; ben: Person; mod: Person };
    const opened = await thread(ada, place);
    const source = await answer(ada, opened.openingId, "Words that will be hidden before long.");
    const quoter = await answer(
      ben,
      opened.openingId,
      "> Words that will be hidden before long.\n\nNo.",
    );
    const under = await answer(ben, source, "Under it.");
    const to = await told(opened.id, () => moderation("hide", "post", source, true));
    expect(to(SIGNED_OUT)).toEqual({ gone: [source, under], redacted: [quoter] });
    expect(to(ada)).toEqual({ changed: [source], gone: [under], redacted: [quoter] });
    expect(to(mod)).toEqual({ changed: [source, under], redacted: [quoter] });
    const back = await told(opened.id, () => moderation("unhide", "post", source));
    expect(back(SIGNED_OUT)).toMatchObject({ fresh: expect.arrayContaining([source]) });
    expect(back(SIGNED_OUT)).toMatchObject({ changed: [quoter] });
    expect(back(mod)).not.toHaveProperty("fresh");
  });

  test("nothing of what was hidden before and stays so", async () => {
    const { ada, mod, stranger } = people() as { ada: Person; mod: Person; stranger: Person };
    const opened = await thread(ada, place);
    const hidden = await answer(ada, opened.openingId, "Hidden words.");
    await moderation("hide", "post", hidden);
    const to = await told(opened.id, async () => {
      succeeded(await deletePost(ada, hidden));
    });
    expect(to(SIGNED_OUT)).toBeNull();
    expect(to(stranger)).toBeNull();
    expect(to(mod)).toEqual({ gone: [hidden] });
  });

  test("nothing of a post that an automatic rule holds, until it is let through", async () => {
    const { ada, ben, mod } = people() as { ada: Person; ben: Person; mod: Person };
    const opened = await thread(ada, place);
    await db().board.update({ where: { id: place.id }, data: { heldWords: ["heldword"] } });
    let id = 0;
    const to = await told(opened.id, async () => {
      id = await answer(ben, opened.openingId, "This has heldword in it.");
    });
    await db().board.update({ where: { id: place.id }, data: { heldWords: [] } });
    expect(to(SIGNED_OUT)).toBeNull();
    expect(to(ada)).toBeNull();
    expect(to(mod)).toEqual({ fresh: [id] });
    expect(to(ben)).toEqual({ changed: [id] });
    const through = await told(opened.id, () => moderation("unhide", "post", id));
    expect(through(SIGNED_OUT)).toEqual({ fresh: [id] });
  });

  test("of an edit, in the post and where it is quoted", async () => {
    const { ada, ben } = people() as { ada: Person; ben: Person };
    const opened = await thread(ada, place);
    const source = await answer(ada, opened.openingId, "Words that will be edited before long.");
    const quoter = await answer(ben, source, "> Words that will be edited before long.\n\nNo.");
    const to = await told(opened.id, async () => {
      succeeded(await editPost(ada, { postId: source, markdown: "Other words." }));
    });
    expect(to(SIGNED_OUT)).toEqual({ changed: [source, quoter] });
  });

  test("that the whole thread is gone, and nothing more of it from then on", async () => {
    const { ada, ben, mod } = people() as { ada: Person; ben: Person; mod: Person };
    const opened = await thread(ada, place);
    const reply = await answer(ben, opened.openingId, "A reply.");
    const to = await told(opened.id, () => moderation("hide", "thread", opened.id));
    expect(to(SIGNED_OUT)).toEqual({ thread: "gone" });
    expect(to(ben)).toEqual({ thread: "gone" });
    expect(to(ada)).toMatchObject({ thread: "changed" });
    const later = await told(opened.id, () => moderation("hide", "post", reply));
    expect(later(SIGNED_OUT)).toBeNull();
    expect(later(mod)).toEqual({ changed: [reply] });
  });
});

test("a change that is committed late is told to who had seen later ones", async () => {
  const { ada, ben } = people() as { ada: Person; ben: Person };
  const [slow, quick] = [await thread(ada, place), await thread(ada, place)];
  const since = await now();
  let late = 0;
  let after: Cursor | null = null;
  await inTransaction(async (tx) => {
    // The number of this transaction is given out here, before the other one's.
    await tx.$executeRaw`SELECT record_live_change(${slow.id}, ${slow.openingId}, 'post', 'open')`;
    const id = await answer(ben, quick.openingId, "Quick.");
    const { changes, cursor } = await changesSince(since);
    expect(changes?.map(({ postId }) => postId)).toEqual([id]);
    after = parseCursor(cursor);
    late = slow.openingId;
  });
  const { changes } = await changesSince(after);
  expect(changes?.map(({ postId }) => postId)).toEqual([late]);
});

test("who was away for longer than changes are kept is told so, others are not", async () => {
  const { ada, ben } = people() as { ada: Person; ben: Person };
  const opened = await thread(ada, place);
  const before = await now();
  await answer(ben, opened.openingId, "A reply.");
  await db().$executeRaw`UPDATE live_changes SET created_at = now() - interval '3 days'`;
  await pruneChanges(new Date());
  expect(await db().liveChange.count()).toBe(0);
  expect((await changesSince(before)).changes).toBeNull();
  // What was dropped counts as missed while transactions from before it run anywhere on the server, such as
  // those of other tests.
  await expect
    .poll(async () => (await changesSince(await now())).changes, { timeout: 30_000 })
    .toEqual([]);
});
