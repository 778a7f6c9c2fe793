import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeSession } from "@/lib/accounts/sessions.commands";
import { block, mute } from "@/lib/blocks/commands";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { readNoticesOf } from "@/lib/notices/read.commands";
import { setThreadLevel } from "@/lib/notices/watching.commands";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";
import { editPost } from "@/lib/posts/commands";
import { removeDevice } from "@/lib/push/devices.commands";
import { standingNotices } from "@/lib/push/queries";
import { DEFAULT_WISHES } from "@/lib/push/wishes";
import { setPushWishes } from "@/lib/push/wishes.commands";
import { actOnPerson } from "@/lib/sanctions/commands";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";
import { doDueJobs, waitingJobs } from "@/scripts/test/jobs";
import { pushAll, pushTo, withDevice } from "@/scripts/test/push";
import { TestPushService } from "@/scripts/test/push-service";

// Who is told by push, and who never is.

const service = new TestPushService();
const SECRET = "Nobody else is to read this.";

let moderator: Member;
let admin: Member;
let ada: Member;
let ben: Member;
let place: { id: number; slug: string };
let opened: { id: number; openingId: number };
let session: { sessionId: number; token: string };

beforeAll(async () => {
  pushTo(await service.start());
  place = await board();
  moderator = await person({ moderates: [place.id] });
  admin = await person({ admin: true });
});
afterAll(() => service.stop());

beforeEach(async () => {
  [ada, ben] = [await person(), await person()];
  opened = await thread(await person(), place);
  session = await withDevice(ada, service.browser());
  await pushAll();
  service.clear();
});

/** Everything that the service was told, as text. */
const told = () => JSON.stringify(service.taken);

const call = (words = SECRET) => answer(ben, opened.openingId, `@${ada.username}: ${words}`);

const noticeId = async (postId: number) =>
  (await db().notice.findFirstOrThrow({ where: { userId: ada.id, postId } })).id;

const ruleId = async () => (await db().rule.findFirstOrThrow({ where: { retiredAt: null } })).id;

async function sanction(verb: "suspend" | "ban"): Promise<unknown> {
  const until = new Date(Date.now() + 3_600_000);
  const act = { verb, personId: ada.id, ruleId: await ruleId(), note: "A test.", until };
  return succeeded(await actOnPerson(admin, act));
}

/** What can happen between the making of a notice and its sending. */
const meanwhile: Record<string, (postId: number) => Promise<unknown>> = {
  "a post that was hidden": (id) =>
    moderate(moderator, { verb: "hide", target: "post", id, reason: "Rule" }),
  "a post in a thread that was hidden": () =>
    moderate(moderator, { verb: "hide", target: "thread", id: opened.id, reason: "Rule" }),
  "a post that was deleted": (id) =>
    db().post.update({ where: { id }, data: { deletedAt: new Date() } }),
  "a post by somebody whom the reader blocked": () => block(ada, ben.id),
  "a post in a thread that the reader muted": () => mute(ada, opened.id),
  "a post that was read": (id) => readNoticesOf(ada, [id]),
  "a post whose words were edited away": (id) =>
    editPost(ben, { postId: id, markdown: "Other words." }),
  "a post of a kind that the reader wants no more": () =>
    setPushWishes(ada, { ...DEFAULT_WISHES, mention: false }),
  "anything, to who signed out": () => closeSession(session.token),
  "anything, to who was banned": () => sanction("ban"),
  "anything, to who removed the device": async () => {
    const { id } = await db().pushDevice.findFirstOrThrow({ where: { userId: ada.id } });
    return removeDevice(ada, id);
  },
  "anything, to whose session ran out": () =>
    db().session.update({
      where: { id: session.sessionId },
      data: { expires: new Date(Date.now() - 1_000) },
    }),
};

for (const [what, happens] of Object.entries(meanwhile)) {
  for (const when of ["before it was looked at", "while it waited to be sent again"] as const) {
    test(`no word is pushed of ${what}, ${when}`, async () => {
      const id = await call();
      if (when === "while it waited to be sent again") {
        service.mood = "broken";
        await pushAll();
        expect(await db().push.count({ where: { device: { userId: ada.id }, doneAt: null } })).toBe(
          1,
        );
        service.clear();
      } else {
        await doDueJobs();
      }
      await happens(id);
      await pushAll();
      expect(told()).not.toContain(SECRET);
      if (!what.includes("edited")) {
        const ofPost = service.taken.filter(({ payload }) => payload.thread === opened.id);
        expect(ofPost).toEqual([]);
      }
    });
  }
}

test("who is suspended reads, and is told", async () => {
  await sanction("suspend");
  await pushAll();
  service.clear();
  await call("You may read this.");
  await pushAll();
  expect(told()).toContain("You may read this.");
});

test("a thread that somebody muted tells them nothing", async () => {
  await mute(ada, opened.id);
  await call();
  await pushAll();
  expect(service.taken).toEqual([]);
});

test("words of others that a post quotes are not in what is pushed", async () => {
  const said = await answer(ben, opened.openingId, SECRET);
  await answer(moderator, said, `> ${SECRET}\n\nI say no, @${ada.username}.`);
  await pushAll();
  expect(told()).toContain("I say no");
  expect(told()).not.toContain(SECRET);
});

test("a decision of a moderator is told in one line, without a word of what it is about", async () => {
  const id = await answer(ada, opened.openingId, SECRET);
  await moderate(moderator, { verb: "hide", target: "post", id, reason: "Rule" });
  await pushAll();
  const decisions = service.taken.map(({ payload }) => payload);
  expect(decisions).toEqual([
    {
      ...{ notice: expect.any(Number), thread: null, text: "" },
      title: "A moderator’s decision concerns you",
    },
  ]);
});

test("every post of a watched thread is told to who asks for it, and one that calls them to anybody", async () => {
  succeeded(await setThreadLevel(ada, opened.id, "watch"));
  const quiet = await answer(ben, opened.openingId, "For whoever watches.");
  await pushAll();
  expect(service.taken).toEqual([]);
  // It calls her since it was edited: a notice that was not pushed gets a reason that she wants.
  const markdown = `For whoever watches, and @${ada.username}.`;
  succeeded(await editPost(ben, { postId: quiet, markdown }));
  await pushAll();
  expect(service.taken).toHaveLength(1);
  succeeded(await setPushWishes(ada, { ...DEFAULT_WISHES, watch: true }));
  const loud = await answer(ben, opened.openingId, "For whoever wants all of it.");
  await pushAll();
  expect(service.taken).toHaveLength(2);
  // Pushed once, it is not pushed again for another reason.
  const called = { postId: loud, markdown: `For all, and @${ada.username}.` };
  succeeded(await editPost(ben, called));
  await pushAll();
  expect(service.taken).toHaveLength(2);
});

test("where nobody has a device no job is asked for", async () => {
  await closeSession(session.token);
  await call();
  await doDueJobs();
  const kinds = (await waitingJobs()).map(({ kind }) => kind);
  expect(kinds.filter((kind) => /push/.test(kind))).toEqual([]);
});

test("a device is told which of its notices still stand: neither those read or hidden, nor anybody else's", async () => {
  const posts = [await call("One."), await call("Two."), await call("Three."), await call("Four.")];
  await pushAll();
  const [read = 0, hidden = 0, left = 0, deleted = 0] = posts;
  const ids = await Promise.all(posts.map(noticeId));
  expect(await standingNotices(ada, ids)).toEqual(ids);
  expect(await standingNotices(ben, ids)).toEqual([]);
  expect(await standingNotices(SIGNED_OUT, ids)).toEqual([]);
  await readNoticesOf(ada, [read]);
  await moderate(moderator, { verb: "hide", target: "post", id: hidden, reason: "Rule" });
  await db().post.update({ where: { id: deleted }, data: { deletedAt: new Date() } });
  expect(await standingNotices(ada, ids)).toEqual([await noticeId(left)]);
});
