import { beforeEach, expect, test } from "vitest";
import { checkSetupCode, issueSetupCode, setUp } from "@/lib/accounts/commands";
import { db } from "@/lib/db/client";

const ADDRESS = "192.0.2.1";
const account = (username: string, code: string) => ({
  username,
  email: "a@example.org",
  password: "a long passphrase",
  code,
});
const admins = () => db().user.count({ where: { role: "admin" } });

async function issue(): Promise<string> {
  const code = await issueSetupCode();
  if (code === null) throw new Error("No code.");
  return code;
}

beforeEach(async () => {
  await db().user.deleteMany();
  await db().setting.deleteMany();
  await db().rateLimit.deleteMany();
});

test("the code is stored as a hash alone", async () => {
  const code = await issue();
  expect(code.length).toBeGreaterThan(40);
  expect(JSON.stringify(await db().setting.findMany())).not.toContain(code);
});

test("the right code makes the first admin, once", async () => {
  const code = await issue();
  expect((await checkSetupCode(code, ADDRESS)).ok).toBe(true);
  expect((await setUp(account("ada", code), ADDRESS)).ok).toBe(true);
  expect(await admins()).toBe(1);
  expect(await setUp(account("eve", code), ADDRESS)).toMatchObject({ ok: false, kind: "denied" });
  expect(await issueSetupCode()).toBeNull();
  expect(await db().setting.count()).toBe(0);
});

test("a wrong, empty or replaced code makes nobody", async () => {
  const old = await issue();
  await issue();
  for (const code of [old, "", "x", `${old}x`]) {
    expect(await setUp(account("eve", code), ADDRESS)).toMatchObject({ ok: false, kind: "denied" });
  }
  expect(await db().user.count()).toBe(0);
});

test("ten set-ups at once make one admin", async () => {
  const code = await issue();
  const results = await Promise.all(
    Array.from({ length: 10 }, (_, index) => setUp(account(`person${index}x`, code), ADDRESS)),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(await db().user.count()).toBe(1);
});

test("a code asked for while the set-up runs opens nothing afterwards", async () => {
  const code = await issue();
  const [made, late] = await Promise.all([setUp(account("ada", code), ADDRESS), issueSetupCode()]);
  if (made.ok && late !== null) {
    expect((await checkSetupCode(late, ADDRESS)).ok).toBe(false);
  }
  expect(await admins()).toBe(made.ok ? 1 : 0);
});

test("a taken name leaves the code usable", async () => {
  const code = await issue();
  await db().user.create({ data: { username: "ada", usernameKey: "ada" } });
  expect(await setUp(account("ada", code), ADDRESS)).toMatchObject({ kind: "conflict" });
  expect((await setUp(account("grace", code), ADDRESS)).ok).toBe(true);
});

test("codes can't be tried without end", async () => {
  const code = await issue();
  let last = await checkSetupCode("wrong", ADDRESS);
  for (let tries = 0; tries < 40; tries++) last = await checkSetupCode("wrong", ADDRESS);
  expect(last).toMatchObject({ kind: "limited" });
  expect((await checkSetupCode(code, "192.0.2.2")).ok).toBe(true);
});
