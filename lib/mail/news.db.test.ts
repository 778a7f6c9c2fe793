import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { block, mute } from "@/lib/blocks/commands";
import { db } from "@/lib/db/client";
import { writeDigests } from "@/lib/mail/digests.commands";
import { mailNotices } from "@/lib/mail/notices.commands";
import { setRhythm, unsubscribe } from "@/lib/mail/rhythm.commands";
import { unsubscribeKey } from "@/lib/mail/unsubscribe-key";
import { moderate } from "@/lib/moderation/commands";
import { MOST_MAILED } from "@/lib/notices/mail.queries";
import { DEFAULT_SETTINGS, MAIL_PACES, type MailPace, noticesAt } from "@/lib/notices/settings";
import { changeNoticeSettings } from "@/lib/notices/settings.commands";
import type { Member } from "@/lib/policy/viewer";
import { editPost } from "@/lib/posts/commands";
import { actOnPerson } from "@/lib/sanctions/commands";
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

test("more unread posts than a mail can hold keep nothing out of a digest that is to be in it", async () => {
  const many = Array.from({ length: MOST_MAILED + 20 }, (_, index) => ({
    ...{ userId: ada.id, kind: "post" as const, subjectId: -index - 1, postId: openingId },
    reasons: ["watch" as const],
  }));
  await db().notice.createMany({ data: many });
  await answer(ben, openingId, "Said to her alone.");
  await digestsAfter(8);
  expect(server.taken).toHaveLength(1);
  expect(server.taken[0]?.subject).toBe("1 thing is new for you at Rejoinder");
  expect(sent()).toContain("Said to her alone.");
  // Of more than it can hold it says so.
  const paces = { ...DEFAULT_SETTINGS.mail, watch: "digest" } as const;
  succeeded(await changeNoticeSettings(ada, { ...DEFAULT_SETTINGS, mail: paces }));
  const others = many.map((each) => ({ ...each, subjectId: each.subjectId - many.length }));
  await db().notice.createMany({ data: others });
  await digestsAfter(16);
  expect(server.taken[1]?.subject).toBe(`${MOST_MAILED}+ things are new for you at Rejoinder`);
  expect(server.taken[1]?.text).toContain("https://forum.example.org/notices");
});

test("digests are written for everybody for whom it is time, once each, however many they are", async () => {
  const name = `many${openingId}x`;
  await db().$executeRaw`
    INSERT INTO users (username, username_key, email, email_confirmed_at)
    SELECT ${name} || n, ${name} || n, ${name} || n || '@example.org', now()
      FROM generate_series(1, 250) AS n`;
  await db().$executeRaw`
    INSERT INTO notices (user_id, kind, subject_id, post_id, reasons)
    SELECT id, 'post', ${openingId}, ${openingId}, '{reply}' FROM users
     WHERE username LIKE ${`${name}%`}`;
  const later = new Date(Date.now() + 8 * DAY);
  await writeDigests(later);
  await writeDigests(later);
  const where = { kind: "digest", user: { username: { startsWith: name } } };
  expect(await db().mail.count({ where })).toBe(250);
  await db().user.deleteMany({ where: { username: { startsWith: name } } });
});

test("how soon a notice is mailed goes by the most urgent of its reasons, or by its kind", async () => {
  const reasons = ["reply", "quote", "mention", "watch"] as const;
  const subsets = Array.from({ length: 16 }, (_, bits) =>
    reasons.filter((_, at) => bits & (1 << at)),
  );
  const rows = [
    ...subsets.map((each) => ({ kind: "post" as const, reasons: each })),
    ...(["changed", "statement", "report", "appeal"] as const).map((kind) => ({ kind })),
  ];
  const { mail: byDefault } = DEFAULT_SETTINGS;
  const mixed = { reply: "never", quote: "digest", mention: "at_once", watch: "digest" } as const;
  for (const mail of [byDefault, { ...byDefault, ...mixed, changed: "at_once" as const }]) {
    const settings = { ...DEFAULT_SETTINGS, mail };
    const who = await reader();
    succeeded(await changeNoticeSettings(who, settings));
    const data = rows.map((row, index) => ({ userId: who.id, subjectId: index + 1, ...row }));
    await db().notice.createMany({ data });
    const all = await db().notice.findMany({ where: { userId: who.id }, orderBy: { id: "asc" } });
    const expected = (pace: MailPace) =>
      all.flatMap((notice) => {
        const about = notice.kind === "changed" ? mail.changed : mail.decision;
        const paces = notice.kind === "post" ? notice.reasons.map((each) => mail[each]) : [about];
        return MAIL_PACES.find((each) => paces.includes(each)) === pace ? [notice.id] : [];
      });
    for (const pace of ["at_once", "digest"] as const) {
      const found = await db().notice.findMany({
        where: { AND: [{ userId: who.id }, noticesAt(settings, pace)] },
        orderBy: { id: "asc" },
      });
      expect(found.map(({ id }) => id)).toEqual(expected(pace));
    }
    await mailNotices({ notices: all.map(({ id }) => id) });
    const mails = await db().mail.findMany({ where: { userId: who.id }, orderBy: { id: "asc" } });
    expect(mails.map(({ key }) => key)).toEqual(expected("at_once").map((id) => `notice:${id}`));
  }
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

test("a decision of a moderator is mailed at once, to who was banned too, who is mailed nothing else", async () => {
  await wants(ben, "at_once");
  const id = await answer(ben, openingId, "Not allowed here.");
  await allMail();
  server.clear();
  await moderate(moderator, { verb: "hide", target: "post", id, reason: "Rule" });
  const admin = await person({ admin: true });
  const { id: ruleId } = await db().rule.findFirstOrThrow();
  const ban = { verb: "ban", personId: ben.id, ruleId, note: "So." } as const;
  succeeded(await actOnPerson(admin, ban));
  await answer(ada, openingId, `@${ben.username}, are you there?`);
  await digestsAfter(30);
  const toBen = server.taken.filter(({ text }) => text?.includes("statements/"));
  expect(server.taken).toEqual(toBen);
  expect(toBen.map(({ subject }) => subject)).toEqual([
    "A moderator’s decision concerns you",
    "A moderator’s decision concerns you",
  ]);
});
