import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { Member } from "@/lib/policy/viewer";
import { pushNotices } from "@/lib/push/notices.commands";
import { pushSettings } from "@/lib/push/operator";
import { PUSH_LIFE } from "@/lib/push/retry";
import { sendPushes } from "@/lib/push/send.commands";
import { handOver } from "@/lib/push/service";
import { answer, board, person, thread } from "@/scripts/test/debate";
import { doDueJobs, waitingJobs } from "@/scripts/test/jobs";
import { forumKeys, laterForPushes, pushAll, pushTo, withDevice } from "@/scripts/test/push";
import { type PushMood, type TestBrowser, TestPushService } from "@/scripts/test/push-service";

// Pushes to a real push service, in every mood that one can be in.

const service = new TestPushService();
let ada: Member;
let ben: Member;
let browser: TestBrowser;
let openingId: number;
let place: { slug: string };

beforeAll(async () => {
  pushTo(await service.start());
  place = await board();
});
afterAll(() => service.stop());

beforeEach(async () => {
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  [ada, ben] = [await person(), await person()];
  ({ openingId } = await thread(ada, place));
  browser = service.browser();
  await withDevice(ada, browser);
  await pushAll();
  service.clear();
});

/** A reply to ada, of which a push waits to be sent. @returns the push's id */
async function waitingPush(words = "No, it is not."): Promise<number> {
  await answer(ben, openingId, words);
  await doDueJobs();
  await laterForPushes();
  const notice = await db().notice.findFirstOrThrow({
    where: { userId: ada.id },
    orderBy: { id: "desc" },
  });
  await pushNotices({ notices: [notice.id] });
  await db().$executeRaw`
    DELETE FROM graphile_worker._private_jobs WHERE task_id =
      (SELECT id FROM graphile_worker._private_tasks WHERE identifier = 'push-notices')`;
  return (await db().push.findFirstOrThrow({ where: { noticeId: notice.id } })).id;
}

const stateOf = (id: number) => db().push.findUniqueOrThrow({ where: { id } });

test("a reply is pushed once: encrypted for the browser, signed by the forum, saying what the list of notices says", async () => {
  const id = await answer(ben, openingId, "> The opening words\n\nNo, they *are* not.");
  await pushAll();
  await pushAll();
  expect(service.wrong).toEqual([]);
  expect(service.taken).toHaveLength(1);
  const { threadId, thread: place } = await db().post.findUniqueOrThrow({
    where: { id },
    select: { threadId: true, thread: { select: { title: true } } },
  });
  const notice = await db().notice.findFirstOrThrow({ where: { userId: ada.id, postId: id } });
  expect(service.taken[0]).toEqual({
    browser: browser.name,
    payload: {
      notice: notice.id,
      thread: threadId,
      title: `${ben.username} answered and quoted you in “${place.title}”`,
      text: "No, they are not.",
    },
    sender: { forumKey: forumKeys.publicKey, contact: "https://forum.example.org" },
    topic: `notice-${notice.id}`,
    urgency: "normal",
    life: expect.any(Number),
  });
  const { life } = service.taken[0] ?? { life: 0 };
  expect(life).toBeGreaterThan(PUSH_LIFE / 1_000 - 120);
  expect(life).toBeLessThanOrEqual(PUSH_LIFE / 1_000);
  expect(await waitingJobs()).toEqual([]);
});

test("the longest title and text fit into a message", async () => {
  const title = "🧵".repeat(150);
  await db().thread.updateMany({ where: { authorId: ada.id }, data: { title } });
  await answer(ben, openingId, "🙂".repeat(3_000));
  await pushAll();
  expect(service.wrong).toEqual([]);
  expect(service.taken).toHaveLength(1);
});

test("each of somebody's devices is told, and nobody else's", async () => {
  const second = service.browser();
  await withDevice(ada, second);
  await withDevice(ben, service.browser());
  await withDevice(await person(), service.browser());
  await answer(ben, openingId, "No.");
  await pushAll();
  expect(service.taken.map((each) => each.browser).sort()).toEqual(
    [browser.name, second.name].sort(),
  );
});

test("of many who send one push at the same moment one does", async () => {
  const id = await waitingPush();
  await Promise.allSettled(Array.from({ length: 8 }, () => sendPushes({ pushes: [id] })));
  await sendPushes({ pushes: [id] });
  expect(service.taken).toHaveLength(1);
});

test("a push whose sender died is sent when its claim has run out, and not before", async () => {
  const id = await waitingPush();
  const claimedUntil = new Date(Date.now() + 60_000);
  await db().push.update({ where: { id }, data: { claimedUntil } });
  await expect(sendPushes({ pushes: [id] })).rejects.toThrow("Somebody else");
  expect(service.tries).toBe(0);
  await laterForPushes();
  await sendPushes({ pushes: [id] });
  expect(service.taken).toHaveLength(1);
});

for (const mood of ["busy", "broken", "cut"] as const) {
  test(`a push service that is away for a time (${mood}) gets the push later, once`, async () => {
    const id = await waitingPush();
    service.mood = mood;
    const waits: number[] = [];
    for (let time = 1; time <= 4; time += 1) {
      await doDueJobs();
      const { attempts, retryAt, doneAt, problem } = await stateOf(id);
      expect([attempts, doneAt, problem === null]).toEqual([time, null, false]);
      // To ten seconds: what has passed since it was written is not asked here.
      waits.push(Math.round(((retryAt?.getTime() ?? 0) - Date.now()) / 10_000) * 10);
      // Not before it is time, by whatever job.
      await doDueJobs();
      await sendPushes({ pushes: [id] });
      expect(service.tries).toBe(time);
      const [job] = await waitingJobs();
      expect(job?.runAt.getTime()).toBe(retryAt?.getTime());
      await laterForPushes();
    }
    // A service that says when to come again is not asked sooner.
    expect(waits).toEqual([mood === "busy" ? 120 : 30, 120, 480, 1_920]);
    service.mood = "take";
    await pushAll();
    await pushAll();
    expect(service.taken).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ problem: null, doneAt: expect.any(Date) });
    expect(await waitingJobs()).toEqual([]);
  });
}

test("a push service that is gone altogether gets the push when it is back", async () => {
  const id = await waitingPush();
  await service.stop();
  await doDueJobs();
  expect((await stateOf(id)).problem).toContain("ECONNREFUSED");
  await service.start();
  await pushAll();
  expect(service.taken).toHaveLength(1);
});

test("a push that a service would take too late is given up", async () => {
  const id = await waitingPush();
  service.mood = "busy";
  service.retryAfter = String(PUSH_LIFE / 1_000);
  await doDueJobs();
  service.retryAfter = "120";
  expect(await stateOf(id)).toMatchObject({ doneAt: expect.any(Date) });
  expect(await waitingJobs()).toEqual([]);
  const old = await waitingPush("Another one.");
  const createdAt = new Date(Date.now() - PUSH_LIFE - 1_000);
  await db().push.update({ where: { id: old }, data: { createdAt } });
  service.mood = "take";
  await pushAll();
  expect(service.taken).toEqual([]);
  expect((await stateOf(old)).problem).toContain("in time");
});

test("a browser that is no more is forgotten, with what waits for it", async () => {
  await waitingPush();
  service.mood = "gone";
  await pushAll();
  expect(service.tries).toBe(1);
  expect(await db().pushDevice.count({ where: { userId: ada.id } })).toBe(0);
  expect(await db().push.count({ where: { device: { userId: ada.id } } })).toBe(0);
  await answer(ben, openingId, "Once more.");
  await pushAll();
  expect(service.tries).toBe(1);
});

const finals: [PushMood, string][] = [
  ["refuse", "The push service answered 400. No such thing."],
  ["elsewhere", "The push service answered 307."],
  ["endless", "The push service answered 400. xxx"],
];
for (const [mood, problem] of finals) {
  test(`an answer that is final (${mood}) is kept, and is neither followed nor tried again`, async () => {
    const id = await waitingPush();
    service.mood = mood;
    await pushAll();
    expect(service.tries).toBe(1);
    const state = await stateOf(id);
    expect(state.problem?.startsWith(problem), String(state.problem)).toBe(true);
    expect(state.problem?.length).toBeLessThan(600);
    expect(await waitingJobs()).toEqual([]);
  });
}

test("a push service that never answers is waited for so long and no longer", async () => {
  service.mood = "silent";
  const set = pushSettings();
  if (set === null) throw new Error("This forum pushes nothing.");
  const message = { text: "{}", topic: "t", urgency: "low", life: 1_000 } as const;
  expect(await handOver(set, browser, message, 200)).toEqual({
    ...{ is: "later", asked: null },
    problem: "The push service took too long.",
  });
});

// The one way for a push to go out twice: nobody can know whether the service took it.
test("a push of which the service's yes was lost is sent again under the same topic", async () => {
  await waitingPush();
  service.mood = "cut after";
  await doDueJobs();
  service.mood = "take";
  await pushAll();
  expect(service.taken).toHaveLength(2);
  expect(new Set(service.taken.map(({ topic }) => topic)).size).toBe(1);
});

test("a device that was given another key of the forum is not told", async () => {
  const id = await waitingPush();
  await db().pushDevice.updateMany({ where: { userId: ada.id }, data: { forumKey: "another" } });
  await pushAll();
  expect(service.tries).toBe(0);
  expect((await stateOf(id)).problem).toContain("another key");
});

test("a thread with hundreds of watchers: the reply asks for one job, and each is told once, few at a time", async () => {
  const watchers = 230;
  await db().$executeRaw`
    WITH made AS (
      INSERT INTO users (username, username_key)
      SELECT 'watcher' || n, 'watcher' || n FROM generate_series(1, ${watchers}) n RETURNING id),
    sessions AS (
      INSERT INTO sessions (token_hash, user_id, expires)
      SELECT 'watcher' || id, id, now() + interval '1 day' FROM made RETURNING id, user_id),
    devices AS (
      INSERT INTO push_devices (user_id, session_id, endpoint, public_key, secret, forum_key)
      SELECT user_id, id, ${browser.endpoint} || '?' || id, ${browser.publicKey}, ${browser.secret},
             ${forumKeys.publicKey} FROM sessions),
    wishes AS (INSERT INTO push_wishes (user_id, watch) SELECT id, true FROM made)
    INSERT INTO thread_watches (user_id, thread_id, level, created_at)
    SELECT id, (SELECT thread_id FROM posts WHERE id = ${openingId}), 'watch', now() - interval '1 hour'
      FROM made`;
  const before = (await waitingJobs()).length;
  await answer(ben, openingId, "For everybody who watches.");
  expect((await waitingJobs()).length - before).toBe(1);
  service.delay = 5;
  await pushAll();
  service.delay = 0;
  expect(service.wrong).toEqual([]);
  const told = service.taken.map(({ payload }) => payload.notice);
  expect([told.length, new Set(told).size]).toEqual([watchers + 1, watchers + 1]);
  expect(service.most).toBeLessThanOrEqual(10);
  expect(service.taken.filter(({ urgency }) => urgency === "low")).toHaveLength(watchers);
});
