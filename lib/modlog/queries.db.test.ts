import { beforeAll, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type NewAction, recordAction } from "@/lib/moderation/record.commands";
import type { LogEntry, LogScope } from "@/lib/modlog/entry";
import { atomFeed } from "@/lib/modlog/feed";
import { ENTRIES_PER_PAGE, readLog, readLoggedThread } from "@/lib/modlog/queries";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";
import { countStatements } from "@/scripts/test/statements";

let ada: Member;
let ben: Member;
let moderator: Member;
let elsewhere: Member;
let admin: Member;
let place: { id: number; slug: string };

beforeAll(async () => {
  place = await board();
  ada = await person();
  ben = await person();
  moderator = await person({ moderates: [place.id] });
  elsewhere = await person({ moderates: [(await board()).id] });
  admin = await person({ admin: true });
});

const record = (action: Partial<NewAction> & Pick<NewAction, "on">) =>
  inTransaction((tx) =>
    recordAction(tx, { kind: "hide", actorId: moderator.id, reason: "Spam", ...action }),
  );

/** All of a log, and the feed of it, as text. */
async function told(viewer: Viewer, scope: LogScope): Promise<string> {
  const { entries } = await readLog(viewer, scope);
  const about = { origin: "https://f.example", address: "/a", page: "/p", title: "t", author: "f" };
  return JSON.stringify(entries) + atomFeed({ ...about, entries });
}

describe("the public log", () => {
  test("names a hidden thread, and what was written in it, to nobody who may not see it, in no scope", async () => {
    const marker = "zanzibarquux";
    const opened = await thread(ada, place, `Opening with ${marker}.`);
    await db().thread.update({ where: { id: opened.id }, data: { title: `About ${marker}` } });
    const postId = await answer(ben, opened.openingId, `More of ${marker}.`);
    const reason = "Personal attacks";
    const act = (verb: "hide" | "lock", target: "post" | "thread", id: number) =>
      moderate(moderator, { verb, target, id, reason });
    succeeded(await act("hide", "post", postId));
    succeeded(await act("lock", "thread", opened.id));
    const other = await thread(ada, place);
    await record({
      ...{ kind: "merge", on: { threadId: other.id, postId: null }, otherThreadId: opened.id },
      note: `You wrote ${marker}.`,
    });
    succeeded(await act("hide", "thread", opened.id));
    const scopes = [{}, { boardId: place.id }, { threadId: opened.id }, { threadId: other.id }];
    for (const scope of scopes) {
      for (const viewer of [SIGNED_OUT, ben, elsewhere]) {
        const text = await told(viewer, scope);
        expect(text).not.toContain(marker);
        expect(text).toContain(`a thread in Board`);
        for (const { username } of [ada, ben]) expect(text).not.toContain(`"${username}"`);
      }
      for (const viewer of [ada, moderator, admin]) {
        const text = await told(viewer, scope);
        expect(text).toContain(`About ${marker}`);
        expect(text).not.toContain("You wrote");
      }
    }
    expect(await readLoggedThread(SIGNED_OUT, opened.id)).toMatchObject({ title: null });
    expect(await readLoggedThread(ada, opened.id)).toMatchObject({ title: `About ${marker}` });
    expect(await readLoggedThread(admin, 999_999)).toBeNull();
  });

  test("says of each action who, on what, when and by which rule", async () => {
    const { id, openingId } = await thread(ada, place);
    const postId = await answer(ben, openingId, "A reply.");
    succeeded(
      await moderate(moderator, { verb: "hide", target: "post", id: postId, reason: "Spam" }),
    );
    const [entry] = (await readLog(SIGNED_OUT, { threadId: id })).entries;
    expect(entry).toMatchObject({
      ...{ kind: "hide", actor: moderator.username, reason: "Spam", at: expect.any(Date) },
      target: { what: "post", postId, thread: { id, title: expect.stringMatching(/^Thread/) } },
    });
  });

  test("names whom an action on a person concerns, and no moderator for an automatic rule", async () => {
    await record({ kind: "warn", on: { userId: ben.id }, note: "Between us." });
    const { id } = await thread(ada, place);
    await record({ kind: "hold", actorId: null, on: { threadId: id, postId: null } });
    const [held, warned] = (await readLog(SIGNED_OUT, {})).entries;
    expect(held).toMatchObject({ kind: "hold", actor: null });
    expect(warned).toMatchObject({ target: { what: "person", username: ben.username } });
    expect(JSON.stringify([held, warned])).not.toContain("Between us");
  });

  test("says which action took back which", async () => {
    const { id } = await thread(ada, place);
    const on = { threadId: id, postId: null };
    const lock = await record({ kind: "lock", on });
    const unlock = await record({ kind: "unlock", on, undoesId: lock });
    const { entries } = await readLog(SIGNED_OUT, { threadId: id });
    expect(entries).toMatchObject([
      { id: unlock, undoes: lock, undoneBy: null },
      { id: lock, undoes: null, undoneBy: unlock },
    ]);
  });

  test("shows a board and a thread what was done in them, and what took posts from or to them", async () => {
    const [from, to] = [await board(), await board()];
    const [moved, merged, taking] = [
      await thread(ada, to),
      await thread(ada, from),
      await thread(ada, to),
    ];
    const boards = { fromBoardId: from.id, toBoardId: to.id };
    const move = await record({
      kind: "move",
      on: { threadId: moved.id, postId: null },
      ...boards,
    });
    const merge = await record({
      ...{ kind: "merge", on: { threadId: merged.id, postId: null }, otherThreadId: taking.id },
    });
    await record({ kind: "ban", on: { userId: ben.id } });
    const ids = async (scope: LogScope) =>
      (await readLog(SIGNED_OUT, scope)).entries.map((entry) => entry.id);
    expect(await ids({ boardId: from.id })).toEqual([merge, move]);
    expect(await ids({ boardId: to.id })).toEqual([move]);
    expect(await ids({ threadId: taking.id })).toEqual([merge]);
    expect(await ids({ threadId: moved.id })).toEqual([move]);
    const [entry] = (await readLog(SIGNED_OUT, { threadId: moved.id })).entries;
    expect(entry).toMatchObject({ from: { slug: from.slug }, to: { slug: to.slug } });
  });

  test("is paged without a gap or a repetition, in a fixed number of queries however long it is", async () => {
    const quiet = await thread(ada, place);
    await record({ on: { threadId: quiet.id, postId: null } });
    const { id } = await thread(ada, place);
    const total = 2 * ENTRIES_PER_PAGE + 3;
    const made: number[] = [];
    for (let index = 0; index < total; index += 1) {
      made.unshift(await record({ on: { threadId: id, postId: null } }));
    }
    const seen: LogEntry[] = [];
    let before: number | undefined;
    for (let pages = 1; ; pages += 1) {
      const page = await readLog(SIGNED_OUT, { threadId: id }, before);
      seen.push(...page.entries);
      if (page.next === null) {
        expect(pages).toBe(3);
        break;
      }
      before = page.next;
    }
    expect(seen.map((entry) => entry.id)).toEqual(made);
    const short = await countStatements(() => readLog(SIGNED_OUT, { threadId: quiet.id }));
    const long = await countStatements(() => readLog(SIGNED_OUT, {}));
    expect(long).toBeLessThanOrEqual(short + 2);
  });
});

test("an action is never edited and never deleted, by whatever statement", async () => {
  const { id: threadId } = await thread(ada, place);
  const id = await record({ on: { threadId, postId: null } });
  const before = await db().moderationAction.findMany({ orderBy: { id: "asc" } });
  const refused = /never edited or deleted/;
  await expect(
    db().moderationAction.update({ where: { id }, data: { reason: "Else" } }),
  ).rejects.toThrow(refused);
  await expect(db().$executeRaw`UPDATE moderation_actions SET note = ''`).rejects.toThrow(refused);
  await expect(db().moderationAction.delete({ where: { id } })).rejects.toThrow();
  await expect(db().$executeRaw`DELETE FROM moderation_actions`).rejects.toThrow(refused);
  await expect(db().$executeRaw`TRUNCATE moderation_actions CASCADE`).rejects.toThrow(refused);
  // Nor by way of what it points at.
  await expect(db().user.delete({ where: { id: moderator.id } })).rejects.toThrow();
  await expect(db().$executeRaw`TRUNCATE threads CASCADE`).rejects.toThrow(refused);
  expect(await db().moderationAction.findMany({ orderBy: { id: "asc" } })).toEqual(before);
});
