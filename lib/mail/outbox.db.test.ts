import { beforeAll, expect, test } from "vitest";
import { signUp } from "@/lib/accounts/commands";
import { db } from "@/lib/db/client";
import { MAILS_PER_PAGE, readMail, readOutbox } from "@/lib/mail/queries";
import { MAIL_KEPT, sweepMail } from "@/lib/mail/sweep.commands";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { board, person, succeeded } from "@/scripts/test/debate";
import { doDueJobs } from "@/scripts/test/jobs";

// Where there is no mail server.

beforeAll(() => {
  process.env.REJOINDER_RATE_LIMIT = "off";
  process.env.REJOINDER_ORIGIN = "http://localhost:3000";
});

test("without a mail server each mail stays with its words, for admins and nobody else", async () => {
  const account = { username: "nia", email: "nia@example.org", password: "the words of nia" };
  const { userId } = succeeded(await signUp(account, "here"));
  await doDueJobs();
  const admin = await person({ admin: true });
  const moderator = await person({ moderates: [(await board()).id] });
  const { id } = await db().mail.findFirstOrThrow({ where: { userId } });
  const mail = await readMail(admin, id);
  expect(mail).toMatchObject({ state: "sent", recipient: account.email, username: "nia" });
  expect(mail?.text).toContain("http://localhost:3000/confirm-address?token=");
  const itself = { signedIn: true as const, id: userId, username: "nia", admin: false };
  for (const viewer of [SIGNED_OUT, moderator, { ...itself, moderates: [] }]) {
    expect(await readMail(viewer, id)).toBe(null);
    expect(await readOutbox(viewer)).toBe(null);
  }
});

test("the outbox is paged, and each mail stands on one page", async () => {
  const admin = await person({ admin: true });
  await db().mail.createMany({
    data: Array.from({ length: 2 * MAILS_PER_PAGE }, (_, each) => ({
      ...{ key: `page:${each}`, kind: "digest", userId: admin.id, recipient: "x@example.org" },
    })),
  });
  const seen: number[] = [];
  for (let before: number | undefined; ; ) {
    const page = await readOutbox(admin, before);
    seen.push(...(page?.mails.map(({ id }) => id) ?? []));
    if (page?.next == null) break;
    before = page.next;
  }
  const all = await db().mail.findMany({ select: { id: true }, orderBy: { id: "desc" } });
  expect(seen).toEqual(all.map(({ id }) => id));
});

test("what is done with is forgotten after a month, and what waits is not", async () => {
  await db().mail.deleteMany();
  const { id: userId } = await person();
  const old = new Date(Date.now() - MAIL_KEPT - 1000);
  const mail = (key: string, createdAt: Date, sentAt: Date | null) => ({
    ...{ key, createdAt, sentAt, kind: "digest", userId, recipient: "x@example.org" },
  });
  await db().mail.createMany({
    data: [mail("old", old, old), mail("new", new Date(), new Date()), mail("waits", old, null)],
  });
  await sweepMail();
  const left = await db().mail.findMany({ select: { key: true }, orderBy: { key: "asc" } });
  expect(left.map(({ key }) => key)).toEqual(["new", "waits"]);
});
