import { beforeAll, beforeEach, expect, test } from "vitest";
import { mute, unmute } from "@/lib/blocks/commands";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { mergeThread } from "@/lib/moderation/moving.commands";
import { MOST_WATCHES } from "@/lib/notices/limits";
import { DEFAULT_SETTINGS } from "@/lib/notices/settings";
import { changeNoticeSettings } from "@/lib/notices/settings.commands";
import { noticeSettingsOf } from "@/lib/notices/settings.queries";
import { setThreadLevel } from "@/lib/notices/watching.commands";
import { threadToWatch, watchedThreads } from "@/lib/notices/watching.queries";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";
import { boardNamed } from "@/lib/transfer/boards.commands";
import { importThread } from "@/lib/transfer/import.commands";
import { parseThread } from "@/lib/transfer/thread.schema";
import { board, person, succeeded, thread } from "@/scripts/test/debate";
import { doDueJobs } from "@/scripts/test/jobs";

let ada: Member;
let carol: Member;
let moderator: Member;
let place: { id: number; slug: string };

beforeAll(async () => {
  place = await board();
  ada = await person();
  moderator = await person({ moderates: [place.id] });
});

beforeEach(async () => {
  carol = await person();
});

const watches = (userId: number) => db().threadWatch.findMany({ where: { userId } });

test("a thread is at one level for each person, and the same twice or at once is once", async () => {
  const { id } = await thread(ada, place);
  const level = async () => (await threadToWatch(carol, id))?.level;
  expect(await level()).toBe("follow");
  await Promise.all([1, 2, 3].map(() => setThreadLevel(carol, id, "watch")));
  expect(await level()).toBe("watch");
  const [first] = await watches(carol.id);
  succeeded(await setThreadLevel(carol, id, "watch"));
  expect(await watches(carol.id)).toEqual([first]);
  succeeded(await setThreadLevel(carol, id, "mute"));
  expect(await level()).toBe("mute");
  succeeded(await setThreadLevel(carol, id, "follow"));
  expect(await level()).toBe("follow");
  expect(await db().threadMute.count({ where: { userId: carol.id } })).toBe(0);
  succeeded(await mute(carol, id));
  expect(await level()).toBe("mute");
  expect(await watchedThreads(carol)).toEqual([]);
});

test("a thread that is muted is not among those that are watched, and is again once it is not", async () => {
  const { id } = await thread(ada, place);
  succeeded(await setThreadLevel(carol, id, "watch"));
  succeeded(await setThreadLevel(carol, id, "mute"));
  expect(await watchedThreads(carol)).toEqual([]);
  succeeded(await unmute(carol, id));
  expect((await watchedThreads(carol)).map((each) => each.id)).toEqual([id]);
});

test("nobody watches what they may not read, or for anybody else, and hidden threads are not listed", async () => {
  const [open, hidden] = [await thread(ada, place), await thread(ada, place)];
  for (const { id } of [open, hidden]) succeeded(await setThreadLevel(carol, id, "watch"));
  expect((await watchedThreads(carol)).map(({ id }) => id)).toEqual([hidden.id, open.id]);
  const wish = { verb: "hide", target: "thread", id: hidden.id, reason: "R" } as const;
  succeeded(await moderate(moderator, wish));
  expect((await watchedThreads(carol)).map(({ id }) => id)).toEqual([open.id]);
  expect(await threadToWatch(carol, hidden.id)).toBeNull();
  const before = await db().threadWatch.findMany();
  const dan = await person();
  for (const id of [hidden.id, 999_999]) {
    for (const level of ["watch", "follow", "mute"] as const) {
      expect(await setThreadLevel(dan, id, level)).toMatchObject({ kind: "missing" });
    }
  }
  expect(await setThreadLevel(SIGNED_OUT, open.id, "watch")).toMatchObject({ kind: "signed-out" });
  expect(await changeNoticeSettings(SIGNED_OUT, DEFAULT_SETTINGS)).toMatchObject({ ok: false });
  expect(await db().threadWatch.findMany()).toEqual(before);
});

test("who watches a thread watches the one that it is merged into, unless they chose otherwise", async () => {
  const [from, into] = [await thread(ada, place), await thread(ada, place)];
  const dan = await person();
  for (const who of [carol, dan]) succeeded(await setThreadLevel(who, from.id, "watch"));
  succeeded(await setThreadLevel(dan, into.id, "follow"));
  succeeded(await mergeThread(moderator, { id: from.id, into: into.id }));
  expect((await watchedThreads(carol)).map(({ id }) => id)).toEqual([into.id]);
  expect(await watchedThreads(dan)).toEqual([]);
  expect(await threadToWatch(carol, from.id)).toBeNull();
  const before = await watches(carol.id);
  expect(await setThreadLevel(carol, from.id, "follow")).toMatchObject({ kind: "missing" });
  expect(await watches(carol.id)).toEqual(before);
});

test("watching has an end, also for many forms at once", async () => {
  const threads = await Promise.all([1, 2, 3].map(() => thread(ada, place)));
  await db().$executeRaw`
    INSERT INTO threads (board_id, author_id, kind, title)
    SELECT ${place.id}, ${ada.id}, 'text', 'Many watched'
      FROM generate_series(1, ${MOST_WATCHES - 1})`;
  await db().$executeRaw`
    INSERT INTO thread_watches (user_id, thread_id, level)
    SELECT ${carol.id}, id, 'watch' FROM threads WHERE title = 'Many watched'`;
  const results = await Promise.all(threads.map(({ id }) => setThreadLevel(carol, id, "watch")));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ kind: "conflict" });
});

test("what somebody wants to be told is as the defaults say until they say something else", async () => {
  expect(await noticeSettingsOf(carol.id)).toEqual(DEFAULT_SETTINGS);
  await db().noticeSettings.create({ data: { userId: carol.id } });
  // The table's own defaults are the same.
  expect(await noticeSettingsOf(carol.id)).toEqual(DEFAULT_SETTINGS);
  const mail = { ...DEFAULT_SETTINGS.mail, reply: "never" } as const;
  const wishes = { watchOpened: true, watchAnswered: true, mail };
  succeeded(await changeNoticeSettings(carol, wishes));
  succeeded(await changeNoticeSettings(carol, wishes));
  expect(await noticeSettingsOf(carol.id)).toEqual(wishes);
});

test("an import tells nobody", async () => {
  const before = await db().notice.count();
  const post = (id: string, parent: string | null, author: string, body: string) => ({
    ...{ id, parent, author, body, createdAt: "2024-03-01T10:00:00Z" },
  });
  const parsed = parseThread({
    id: "told-nobody",
    title: "A title",
    posts: [
      post("told-a", null, ada.username, "The words of the post that opens it."),
      post("told-b", "told-a", "bob", `> The words of the post\n\nIndeed, @${carol.username}.`),
    ],
  });
  if (!parsed.ok) throw new Error(parsed.message);
  succeeded(await importThread(parsed.value, null, () => boardNamed("Imported")));
  await doDueJobs();
  expect(await db().notice.count()).toBe(before);
});
