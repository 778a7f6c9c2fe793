import { beforeAll, expect, test } from "vitest";
import { sessionByTokenHash } from "@/lib/accounts/session.queries";
import { hashToken } from "@/lib/accounts/token";
import { db } from "@/lib/db/client";
import { keepFolds, noteVisit, setKeys } from "@/lib/live/reading.commands";
import { memoryOf, unreadIn } from "@/lib/live/reading.queries";
import { visitNow } from "@/lib/live/visit";
import { moderate } from "@/lib/moderation/commands";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { listThreads } from "@/lib/threads/lists.queries";
import { answer, board, everything, person, succeeded, thread } from "@/scripts/test/debate";
import { sessionOf } from "@/scripts/test/http/sessions";

let place: Awaited<ReturnType<typeof board>>;

beforeAll(async () => {
  place = await board();
});

async function hide(target: "post" | "thread", id: number) {
  const mod = await person({ moderates: [place.id] });
  succeeded(await moderate(mod, { verb: "hide", target, id, reason: "R" }));
}

test("unread replies are those that were not shown yet and that everybody may read, of others", async () => {
  const [ada, ben] = [await person(), await person()];
  const [opened, never] = [await thread(ada, place), await thread(ada, place)];
  const first = await answer(ben, opened.openingId, "One.");
  await noteVisit(ada, opened.id, null, visitNow(null, first, new Date()));
  const ids = [opened.id, never.id];
  expect(await unreadIn(ada, ids)).toEqual(new Map());
  await answer(ada, first, "My own.");
  const two = await answer(ben, first, "Two.");
  await answer(ben, first, "Three.");
  await answer(ben, never.openingId, "Elsewhere.");
  expect(await unreadIn(ada, ids)).toEqual(new Map([[opened.id, 2]]));
  expect(await unreadIn({ ...ada, blocks: [ben.id] }, ids)).toEqual(new Map());
  expect(await unreadIn(ben, ids)).toEqual(new Map());
  expect(await unreadIn(SIGNED_OUT, ids)).toEqual(new Map());
  const { lines } = await listThreads(ada, { order: "new", boardId: place.id });
  expect(lines.map(({ id, unread }) => [id, unread])).toEqual(
    expect.arrayContaining([
      [opened.id, 2],
      [never.id, 0],
    ]),
  );
  await hide("post", two);
  expect(await unreadIn(ada, ids)).toEqual(new Map([[opened.id, 1]]));
  await hide("thread", opened.id);
  expect(await unreadIn(ada, ids)).toEqual(new Map());
});

test("a visit is kept for each person, and two at one moment take nothing back", async () => {
  const [ada, ben] = [await person(), await person()];
  const { id } = await thread(ada, place);
  const now = new Date();
  await Promise.all(
    [10, 30, 20].map((newest) => noteVisit(ada, id, null, visitNow(null, newest, now))),
  );
  expect((await memoryOf(ada, id)).visit).toMatchObject({ seen: 30, shown: 30 });
  expect((await memoryOf(ben, id)).visit).toBeNull();
  await noteVisit(SIGNED_OUT, id, null, visitNow(null, 10, now));
  expect(await db().threadVisit.count({ where: { threadId: id } })).toBe(1);
});

test("folds are remembered for who folded, for posts of the thread alone, and the last word counts", async () => {
  const [ada, ben] = [await person(), await person()];
  const [opened, other] = [await thread(ada, place), await thread(ada, place)];
  const [one, two] = [
    await answer(ben, opened.openingId, "1"),
    await answer(ben, opened.openingId, "2"),
  ];
  const folds: [number, boolean][] = [
    [one, true],
    [two, true],
    [two, false],
    [other.openingId, true],
    [999_999, true],
  ];
  succeeded(await keepFolds(ada, opened.id, folds));
  succeeded(await keepFolds(ada, opened.id, folds));
  const kept = new Map([
    [one, true],
    [two, false],
  ]);
  expect((await memoryOf(ada, opened.id)).folds).toEqual(kept);
  expect((await memoryOf(ben, opened.id)).folds).toEqual(new Map());
});

test("nothing is remembered for who is signed out, nor of a thread that may not be read", async () => {
  const [ada, ben] = [await person(), await person()];
  const { id, openingId } = await thread(ada, place);
  await hide("thread", id);
  const before = await everything();
  expect(await keepFolds(SIGNED_OUT, id, [[openingId, true]])).toMatchObject({
    kind: "signed-out",
  });
  expect(await keepFolds(ben, id, [[openingId, true]])).toMatchObject({ kind: "missing" });
  expect(await setKeys(SIGNED_OUT, false)).toMatchObject({ kind: "signed-out" });
  expect(await db().fold.count({ where: { threadId: id } })).toBe(0);
  expect(await everything()).toEqual(before);
});

test("keys are on until they are turned off, for the one who did", async () => {
  const [ada, ben] = [await person(), await person()];
  const keysOf = async (who: typeof ada) =>
    (await sessionByTokenHash(hashToken(await sessionOf(who)), new Date()))?.keys;
  expect(await keysOf(ada)).toBe(true);
  succeeded(await setKeys(ada, false));
  succeeded(await setKeys(ada, false));
  expect([await keysOf(ada), await keysOf(ben)]).toEqual([false, true]);
  succeeded(await setKeys(ada, true));
  expect(await keysOf(ada)).toBe(true);
});
