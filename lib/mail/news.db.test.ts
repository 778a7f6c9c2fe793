import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { block, mute } from "@/lib/blocks/commands";
import { db } from "@/lib/db/client";
import { writeDigests } from "@/lib/mail/digests.commands";
import { setRhythm, unsubscribe } from "@/lib/mail/rhythm.commands";
import { unsubscribeKey } from "@/lib/mail/unsubscribe-key";
import { moderate } from "@/lib/moderation/commands";
import { DEFAULT_SETTINGS, type MailPace } from "@/lib/notices/settings";
import { changeNoticeSettings } from "@/lib/notices/settings.commands";
import type { Member } from "@/lib/policy/viewer";
import { editPost } from "@/lib/posts/commands";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";
import { doDueJobs, laterForJobs } from "@/scripts/test/jobs";
import { TestMailServer } from "@/scripts/test/smtp";

// Mail of what is new, from posts to the mail server.

const server = new TestMailServer();
let moderator: Member;
let place: { id: number; slug: string };
let ada: Member;
let ben: Member;
let openingId: number;

const WORDS = "Words that open this thread for everybody.";
const DAY = 24 * 60 * 60 * 1000;

beforeAll(async () => {
  process.env.SMTP_URL = await server.start();
  process.env.MAIL_FROM = "forum@example.org";
  process.env.REJOINDER_ORIGIN = "https://forum.example.org";
  place = await board();
  moderator = await person({ moderates: [place.id] });
});

afterAll(() => server.stop());

beforeEach(async () => {
  await db().notice.updateMany({ data: { readAt: new Date() } });
  [ada, ben] = [await reader(), await reader()];
  ({ openingId } = await thread(ada, place, WORDS));
  await allMail();
  server.clear();
});

/** Somebody with a confirmed address. */
async function reader(): Promise<Member> {
  const member = await person();
  const email = `${member.username}@example.org`;
  const data = { email, emailConfirmedAt: new Date() };
  await db().user.update({ where: { id: member.id }, data });
  return member;
}

const wants = (member: Member, pace: MailPace) => {
  const { mail } = DEFAULT_SETTINGS;
  const paces = { ...mail, reply: pace, quote: pace, mention: pace };
  return changeNoticeSettings(member, { ...DEFAULT_SETTINGS, mail: paces });
};

/** Everything is done that waits, also what waits for a while. */
async function allMail(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await doDueJobs();
    await laterForJobs();
  }
  await doDueJobs();
}

/** As it will be after so many days. */
async function digestsAfter(days: number): Promise<void> {
  await doDueJobs();
  await writeDigests(new Date(Date.now() + days * DAY));
  await allMail();
}

const sent = () => server.taken.map(({ subject, text }) => `${subject}\n${text}`).join("\n\n");

test("a reply is mailed at once to who wants that, once, with its quotes as lines behind `>`", async () => {
  await wants(ada, "at_once");
  await answer(ben, openingId, `> ${WORDS}\n\nNo, @${ada.username}, they don't.`);
  await allMail();
  await allMail();
  expect(server.taken).toHaveLength(1);
  const [mail] = server.taken;
  expect(mail?.subject).toMatch(`${ben.username} answered, quoted and mentioned you in “Thread`);
  expect(mail?.text).toContain(`\n> ${WORDS}\n\nNo, @${ada.username}`);
  expect(mail?.text).toContain("https://forum.example.org/p/");
  expect(mail?.html).toContain(`<blockquote><p>${WORDS}</p></blockquote>`);
});

test("mails of one thread belong together, and each can be stopped by one request", async () => {
  await wants(ada, "at_once");
  await answer(ben, openingId, "One.");
  await answer(ben, openingId, "Two.");
  await allMail();
  expect(server.taken).toHaveLength(2);
  const threads = new Set(server.taken.map(({ inReplyTo }) => inReplyTo));
  expect([...threads]).toEqual([expect.stringMatching(/^<thread-\d+@forum\.example\.org>$/)]);
  const key = unsubscribeKey(ada.id);
  for (const raw of server.raw.map((each) => each.replace(/\r\n\s+/g, " "))) {
    expect(raw).toContain(
      `List-Unsubscribe: <https://forum.example.org/unsubscribe/at-once?key=${key}>`,
    );
    expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  }
  succeeded(await unsubscribe(key));
  succeeded(await unsubscribe(key));
  await answer(ben, openingId, "Three.");
  await digestsAfter(30);
  expect(server.taken).toHaveLength(2);
});

test("a digest comes when it is time, with what is unread, and nothing comes twice", async () => {
  succeeded(await setRhythm(ada, "daily"));
  await answer(ben, openingId, "The first answer.");
  await answer(ben, openingId, "The second answer.");
  await digestsAfter(0);
  expect(server.taken).toEqual([]);
  await digestsAfter(1);
  await digestsAfter(1);
  expect(server.taken).toHaveLength(1);
  expect(server.taken[0]?.subject).toBe("2 things are new for you at Rejoinder");
  expect(sent()).toContain("The first answer.");
  await digestsAfter(3);
  expect(server.taken).toHaveLength(1);
  await answer(ben, openingId, "The third answer.");
  await digestsAfter(5);
  expect(server.taken).toHaveLength(2);
  expect(server.taken[1]?.text).not.toContain("The first answer.");
});

test("a digest is weekly for who said nothing, and what was read is not in it", async () => {
  await answer(ben, openingId, "Read at once.");
  await digestsAfter(2);
  await db().notice.updateMany({ where: { userId: ada.id }, data: { readAt: new Date() } });
  await digestsAfter(8);
  expect(server.taken).toEqual([]);
  await answer(ben, openingId, "Not read.");
  await digestsAfter(8);
  expect(server.taken).toHaveLength(1);
  expect(sent()).not.toContain("Read at once.");
});

test("who wants no mail, or has not confirmed an address, gets none", async () => {
  const eve = await reader();
  await db().user.update({ where: { id: eve.id }, data: { emailConfirmedAt: null } });
  await wants(eve, "at_once");
  succeeded(await setRhythm(ben, "never"));
  await wants(ben, "at_once");
  await answer(ada, openingId, `@${eve.username} and @${ben.username}, look.`);
  await digestsAfter(30);
  expect(server.taken).toEqual([]);
});

const SECRET = "Nobody else is to read this.";

const hides: Record<string, (postId: number) => Promise<unknown>> = {
  "was hidden": (id) => moderate(moderator, { verb: "hide", target: "post", id, reason: "Rule" }),
  "was in a thread that was hidden": async (id) => {
    const { threadId } = await db().post.findUniqueOrThrow({ where: { id } });
    return moderate(moderator, { verb: "hide", target: "thread", id: threadId, reason: "Rule" });
  },
  "was deleted": (id) => db().post.update({ where: { id }, data: { deletedAt: new Date() } }),
  "was by somebody whom the reader blocked": () => block(ada, ben.id),
  "was in a thread that the reader muted": async (id) => {
    const { threadId } = await db().post.findUniqueOrThrow({ where: { id } });
    return mute(ada, threadId);
  },
  "was edited": (id) => editPost(ben, { postId: id, markdown: "Other words." }),
};

for (const [what, hide] of Object.entries(hides)) {
  for (const pace of ["at_once", "digest"] as const) {
    test(`no word is mailed (${pace}) of what ${what} after the mail was written`, async () => {
      const third = await reader();
      ({ openingId } = await thread(third, place, WORDS));
      await wants(ada, pace);
      const id = await answer(ben, openingId, `@${ada.username}: ${SECRET}`);
      await doDueJobs();
      await doDueJobs();
      if (pace === "digest") await writeDigests(new Date(Date.now() + 30 * DAY));
      const waiting = await db().mail.count({ where: { userId: ada.id, sentAt: null } });
      expect(waiting).toBeGreaterThan(0);
      await hide(id);
      await allMail();
      const toAda = server.raw.filter((raw) => raw.includes(`${ada.username}@example.org`));
      expect(toAda.join("\n")).not.toContain(SECRET);
      if (what !== "was edited") expect(toAda).toEqual([]);
    });
  }
}

test("words of a hidden post are not mailed in a quote of it either", async () => {
  await wants(ada, "at_once");
  const said = await answer(ben, openingId, SECRET);
  await allMail();
  server.clear();
  await answer(moderator, said, `> ${SECRET}\n\nI say no, @${ada.username}.`);
  await doDueJobs();
  await doDueJobs();
  await moderate(moderator, { verb: "hide", target: "post", id: said, reason: "Rule" });
  await allMail();
  expect(sent()).toContain("I say no");
  expect(server.raw.join("\n")).not.toContain(SECRET);
});

test("a decision of a moderator is mailed at once, to who was banned too", async () => {
  const id = await answer(ben, openingId, "Not allowed here.");
  await allMail();
  server.clear();
  await moderate(moderator, { verb: "hide", target: "post", id, reason: "Rule" });
  await allMail();
  expect(server.taken.map(({ subject }) => subject)).toEqual([
    "A moderator’s decision concerns you",
  ]);
});
