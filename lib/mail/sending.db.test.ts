import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { signUp } from "@/lib/accounts/commands";
import { db, inTransaction } from "@/lib/db/client";
import type { MailKind } from "@/lib/mail/kinds";
import { sendMail } from "@/lib/mail/send.commands";
import { handOver, Refused } from "@/lib/mail/smtp";
import { writeMail } from "@/lib/mail/write.commands";
import { succeeded } from "@/scripts/test/debate";
import { doDueJobs, laterForJobs, waitingJobs } from "@/scripts/test/jobs";
import { TestMailServer } from "@/scripts/test/smtp";

// Mail to a real mail server, in every mood that one can be in.

const server = new TestMailServer();

beforeAll(async () => {
  process.env.SMTP_URL = await server.start();
  process.env.MAIL_FROM = '"The forum" <forum@example.org>';
  process.env.REJOINDER_ORIGIN = "https://forum.example.org";
  process.env.REJOINDER_RATE_LIMIT = "off";
});

afterAll(() => server.stop());

let made = 0;

/** Somebody with a confirmed address. */
async function reader(): Promise<{ userId: number; email: string }> {
  made += 1;
  const username = `reader${made}`;
  const email = `${username}@example.org`;
  const account = { username, email, password: `the words of ${username}` };
  const { userId } = succeeded(await signUp(account, "here"));
  await db().user.update({ where: { id: userId }, data: { emailConfirmedAt: new Date() } });
  await doDueJobs();
  server.clear();
  return { userId, email };
}

beforeEach(() => server.clear());

afterEach(async () => {
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

async function mailTo(
  { userId, email }: { userId: number; email: string },
  key = `test:${Math.random()}`,
  kind: MailKind = "password-changed",
): Promise<number> {
  await inTransaction((tx) => writeMail(tx, { key, kind, userId, recipient: email, about: {} }));
  const { id } = await db().mail.findUniqueOrThrow({ where: { key } });
  return id;
}

const sent = async (id: number) =>
  (await db().mail.findUniqueOrThrow({ where: { id } })).sentAt !== null;

test("a mail is multipart, from the forum, to one person, and says that a program wrote it", async () => {
  const ada = await reader();
  const id = await mailTo(ada);
  await doDueJobs();
  expect(await sent(id)).toBe(true);
  const [mail] = server.taken;
  expect(mail?.from?.text).toBe('"The forum" <forum@example.org>');
  expect(mail?.to).toMatchObject({ value: [{ address: ada.email }] });
  expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
  expect(mail?.headers.get("content-type")).toMatchObject({ value: "multipart/alternative" });
  expect(mail?.text).toContain("has a new password");
  expect(mail?.html).toContain("has a new password");
  expect(mail?.messageId).toMatch(/^<mail-\d+\.[0-9a-f]{12}@forum\.example\.org>$/);
});

test("a cause that comes twice makes one mail, and one that is sent is not sent again", async () => {
  const ada = await reader();
  const id = await mailTo(ada, "cause");
  await mailTo(ada, "cause");
  await doDueJobs();
  await sendMail({ mail: id });
  await Promise.all([sendMail({ mail: id }), sendMail({ mail: id })]);
  expect(server.taken).toHaveLength(1);
});

test("a cause that did not happen makes no mail", async () => {
  const { userId, email } = await reader();
  const lost = inTransaction(async (tx) => {
    const mail = { kind: "password-changed" as const, userId, recipient: email, about: {} };
    await writeMail(tx, { key: "lost", ...mail });
    throw new Error("It did not happen.");
  });
  await expect(lost).rejects.toThrow();
  await doDueJobs();
  expect(server.taken).toEqual([]);
});

test("of many who send one mail at the same moment one does", async () => {
  const id = await mailTo(await reader());
  const all = await Promise.allSettled(Array.from({ length: 8 }, () => sendMail({ mail: id })));
  expect(all.some(({ status }) => status === "fulfilled")).toBe(true);
  expect(server.taken).toHaveLength(1);
});

for (const mood of ["busy", "defer", "refuse us", "cut in data"] as const) {
  test(`a mail server that takes nothing for a time (${mood}) gets each mail later, once`, async () => {
    const ada = await reader();
    const ids = [await mailTo(ada), await mailTo(ada), await mailTo(ada)];
    server.mood = mood;
    for (let time = 0; time < 3; time += 1) {
      await doDueJobs();
      expect(server.taken).toEqual([]);
      expect(await waitingJobs()).toHaveLength(3);
      await laterForJobs();
    }
    const { problem } = await db().mail.findUniqueOrThrow({ where: { id: ids[0] } });
    expect(problem).not.toBe(null);
    server.mood = "take";
    await doDueJobs();
    expect(server.taken).toHaveLength(3);
    expect(await Promise.all(ids.map(sent))).toEqual([true, true, true]);
    expect(await waitingJobs()).toEqual([]);
  });
}

test("a mail server that is gone altogether gets its mail when it is back", async () => {
  const id = await mailTo(await reader());
  await server.stop();
  await doDueJobs();
  expect(await sent(id)).toBe(false);
  await server.start();
  await laterForJobs();
  await doDueJobs();
  expect(await sent(id)).toBe(true);
  expect(server.taken).toHaveLength(1);
});

test("a mail server that never answers is waited for so long and no longer", async () => {
  server.mood = "silent";
  const mail = { from: "a@example.org", to: { name: "", address: "b@example.org" } };
  const rest = { subject: "s", text: "t", html: "h", messageId: "<1@example.org>", headers: {} };
  const short = { connectionTimeout: 300, greetingTimeout: 300, socketTimeout: 300 };
  for (const longest of [150, 5_000]) {
    const handed = handOver({ ...mail, ...rest }, { ...short, longest });
    await expect(handed).rejects.not.toBeInstanceOf(Refused);
  }
});

test("a mail that is refused for good is not tried again, and keeps why", async () => {
  const id = await mailTo(await reader());
  server.mood = "refuse";
  await doDueJobs();
  expect(await waitingJobs()).toEqual([]);
  const mail = await db().mail.findUniqueOrThrow({ where: { id } });
  expect(mail.droppedAt).not.toBe(null);
  expect(mail.problem).toContain("Nobody here has this name");
});

// The one way for a mail to go out twice: nobody can know whether the server took it.
test("a mail of which the mail server's yes was lost is sent again as the same message", async () => {
  const id = await mailTo(await reader());
  server.mood = "cut after data";
  await doDueJobs();
  expect(await sent(id)).toBe(false);
  server.mood = "take";
  await laterForJobs();
  await doDueJobs();
  expect(await sent(id)).toBe(true);
  const ids = new Set(server.taken.map(({ messageId }) => messageId));
  expect([server.taken.length, ids.size]).toEqual([2, 1]);
});

test("an address that nobody confirmed is asked that one question, and is sent nothing else", async () => {
  const account = { username: "eve", email: "eve@example.org", password: "the words of eve" };
  const { userId } = succeeded(await signUp(account, "here"));
  await mailTo({ userId, email: account.email });
  await doDueJobs();
  expect(server.taken.map(({ subject }) => subject)).toEqual([
    "Confirm your address for Rejoinder",
  ]);
});

test("a mail to an address that the account has no more is not sent", async () => {
  const { userId } = await reader();
  const id = await mailTo({ userId, email: "former@example.org" });
  await doDueJobs();
  expect(server.taken).toEqual([]);
  expect(await db().mail.findUniqueOrThrow({ where: { id } })).toMatchObject({
    problem: "The account has another address by now.",
  });
});

test("a mail that could not be sent in time is not sent late", async () => {
  const id = await mailTo(await reader());
  await db().mail.update({ where: { id }, data: { expires: new Date(Date.now() - 1) } });
  await doDueJobs();
  expect(server.taken).toEqual([]);
  expect(await waitingJobs()).toEqual([]);
});

test("of a mail that was sent nothing is kept but its subject", async () => {
  const id = await mailTo(await reader());
  await doDueJobs();
  const { subject, text, html } = await db().mail.findUniqueOrThrow({ where: { id } });
  expect([subject, text, html]).toEqual(["Your password at Rejoinder was changed", null, null]);
});
