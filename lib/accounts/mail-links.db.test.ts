import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { askAgain, changeAddress, confirmAddress } from "@/lib/accounts/address.commands";
import { authenticate, changePassword, signUp } from "@/lib/accounts/commands";
import { askForLink, findAddressee } from "@/lib/accounts/forgotten.commands";
import { type LinkPurpose, linkToken } from "@/lib/accounts/mail-link";
import { openedLink } from "@/lib/accounts/mail-links.queries";
import { resetPassword } from "@/lib/accounts/reset.commands";
import { openSession } from "@/lib/accounts/sessions.commands";
import { authenticateByLink } from "@/lib/accounts/sign-in-link.commands";
import { hashToken } from "@/lib/accounts/token";
import { db } from "@/lib/db/client";
import type { Member } from "@/lib/policy/viewer";
import { succeeded } from "@/scripts/test/debate";
import { doDueJobs } from "@/scripts/test/jobs";

beforeAll(() => {
  process.env.REJOINDER_RATE_LIMIT = "off";
  process.env.REJOINDER_ORIGIN = "https://forum.example.org";
});

let made = 0;
let ada: Member;
let email: string;
let password: string;

const HERE = "127.0.0.1";
const ask = (wish: "reset" | "sign-in", address = email, formKey: string = randomUUID()) =>
  askForLink({ address, wish, formKey }, HERE);

/** The secret of the newest link of a kind, as it would stand in the mail. */
async function newest(purpose: LinkPurpose, userId = ada.id): Promise<string> {
  const { id } = await db().mailLink.findFirstOrThrow({
    where: { userId, purpose },
    orderBy: { createdAt: "desc" },
  });
  return linkToken(id, purpose);
}

async function linkTo(purpose: "reset" | "sign_in"): Promise<string> {
  succeeded(await ask(purpose === "reset" ? "reset" : "sign-in"));
  await doDueJobs();
  return newest(purpose);
}

const account = () => db().user.findUniqueOrThrow({ where: { id: ada.id } });

beforeEach(async () => {
  made += 1;
  const username = `holder${made}`;
  email = `${username}@example.org`;
  password = `the words of ${username}`;
  const { userId } = succeeded(await signUp({ username, email, password }, HERE));
  ada = { signedIn: true, id: userId, username, admin: false, moderates: [] };
  succeeded(await confirmAddress(await newest("confirm"), HERE));
  await doDueJobs();
});

test("of a link's secret nothing is stored but its hash", async () => {
  const token = await linkTo("reset");
  const rows = await db().$queryRaw<{ row: string }[]>`
    SELECT to_jsonb(l)::text AS row FROM mail_links l UNION ALL
    SELECT to_jsonb(j)::text FROM graphile_worker._private_jobs j`;
  const stored = rows.map(({ row }) => row).join("\n");
  expect(stored).not.toContain(token);
  expect(stored).toContain(hashToken(token));
});

test("a link works for what it was made for and for nothing else, and not when it is too old", async () => {
  const token = await linkTo("reset");
  expect(await openedLink("reset", token)).toEqual({ username: ada.username, email });
  expect(await openedLink("sign_in", token)).toBe(null);
  expect((await authenticateByLink(token, HERE)).ok).toBe(false);
  expect((await confirmAddress(token, HERE)).ok).toBe(false);
  await db().mailLink.updateMany({
    where: { userId: ada.id },
    data: { expires: new Date(Date.now() - 1) },
  });
  expect(await openedLink("reset", token)).toBe(null);
  const before = await account();
  expect(await resetPassword({ token, newPassword: "another sentence" }, HERE)).toMatchObject({
    kind: "denied",
  });
  expect(await account()).toEqual(before);
});

test("of many who use a link that signs in at the same moment, one is let in", async () => {
  const token = await linkTo("sign_in");
  const tries = await Promise.all(Array.from({ length: 8 }, () => authenticateByLink(token, HERE)));
  expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
});

test("of many who set a password by one link at the same moment, one does, and all sessions end", async () => {
  const token = await linkTo("reset");
  const { passwordHash } = await account();
  await openSession({ userId: ada.id, passwordHash: passwordHash ?? "" }, null);
  const words = Array.from({ length: 4 }, (_, each) => `quite another sentence ${each}`);
  const tries = await Promise.all(
    words.map((newPassword) => resetPassword({ token, newPassword }, HERE)),
  );
  expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db().session.count({ where: { userId: ada.id } })).toBe(0);
  const won = words[tries.findIndex(({ ok }) => ok)] ?? "";
  succeeded(await authenticate({ username: ada.username, password: won }, HERE));
  // The same form once more, as a double click sends it.
  succeeded(await resetPassword({ token, newPassword: won }, HERE));
});

test("a password that is refused leaves the link to be used again", async () => {
  const token = await linkTo("reset");
  for (const newPassword of [ada.username, "password123"]) {
    expect(await resetPassword({ token, newPassword }, HERE)).toMatchObject({ kind: "invalid" });
  }
  succeeded(await resetPassword({ token, newPassword: "quite another sentence" }, HERE));
});

test("whoever asks learns nothing, and an address that nobody has, or confirmed, is sent nothing", async () => {
  const other = { username: `unsure${made}`, email: `unsure${made}@example.org`, password };
  succeeded(await signUp(other, HERE));
  await doDueJobs();
  const count = () => db().mail.count();
  const before = await count();
  const answers = [
    await ask("reset", `nobody${made}@example.org`),
    await ask("reset", other.email),
    await ask("sign-in", other.email),
  ];
  await doDueJobs();
  expect(await count()).toBe(before);
  answers.push(await ask("reset", email.toUpperCase()));
  await doDueJobs();
  expect(await count()).toBe(before + 1);
  for (const answer of answers) expect(answer).toEqual({ ok: true, value: undefined });
  const mail = await db().mail.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(mail.recipient).toBe(email);
});

test("a form sent twice, and its job done twice, make one mail", async () => {
  const before = await db().mail.count();
  const formKey = randomUUID();
  await Promise.all([ask("reset", email, formKey), ask("reset", email, formKey)]);
  await doDueJobs();
  await findAddressee({ address: email, wish: "reset", key: formKey });
  await doDueJobs();
  expect(await db().mail.count()).toBe(before + 1);
});

test("another address counts once it is confirmed, links to the former one end, and it is told", async () => {
  const former = await linkTo("sign_in");
  const change = (next: string) =>
    changeAddress(ada, { email: next, currentPassword: password, formKey: randomUUID() });
  succeeded(await change(`first${made}@example.org`));
  const first = await newest("confirm");
  succeeded(await change(`second${made}@example.org`));
  // Only the one that was asked for last.
  expect((await confirmAddress(first, HERE)).ok).toBe(false);
  expect((await account()).email).toBe(email);
  const second = await newest("confirm");
  succeeded(await confirmAddress(second, HERE));
  succeeded(await confirmAddress(second, HERE));
  expect((await account()).email).toBe(`second${made}@example.org`);
  expect((await authenticateByLink(former, HERE)).ok).toBe(false);
  const told = await db().mail.findMany({ where: { userId: ada.id, kind: "address-changed" } });
  expect(told.map(({ recipient }) => recipient)).toEqual([email]);
});

test("nobody asks for another address without the password, or for a mail to a stranger's", async () => {
  const before = [await account(), await db().mailLink.count()];
  const formKey = randomUUID();
  const stranger = "stranger@example.org";
  const wrong = { email: stranger, currentPassword: "not the password", formKey };
  expect(await changeAddress(ada, wrong)).toMatchObject({ kind: "denied" });
  expect(await askAgain(ada, { email: stranger, formKey })).toMatchObject({ kind: "conflict" });
  const signedOut = { signedIn: false } as const;
  expect(await changeAddress(signedOut, wrong)).toMatchObject({ kind: "signed-out" });
  expect(await askAgain(signedOut, { email, formKey })).toMatchObject({ kind: "signed-out" });
  expect([await account(), await db().mailLink.count()]).toEqual(before);
});

test("a changed password ends the links to a new one, and is told to the address", async () => {
  const token = await linkTo("reset");
  const input = { currentPassword: password, newPassword: "quite another sentence" };
  succeeded(await changePassword(ada, 0, input));
  expect(await openedLink("reset", token)).toBe(null);
  const where = { userId: ada.id, kind: "password-changed" };
  expect(await db().mail.count({ where })).toBe(1);
});
