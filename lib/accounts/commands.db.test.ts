import { beforeEach, describe, expect, test } from "vitest";
import { authenticate, changePassword, signUp } from "@/lib/accounts/commands";
import { findPerson } from "@/lib/accounts/people.queries";
import { sessionByTokenHash, sessionsOf } from "@/lib/accounts/queries";
import { SESSION_LIFETIME, SESSION_RENEWAL } from "@/lib/accounts/session";
import {
  closeSession,
  endOtherSessions,
  openSession,
  renewSession,
} from "@/lib/accounts/sessions.commands";
import { hashToken } from "@/lib/accounts/token";
import { collidingUsernameKey, usernameKey } from "@/lib/accounts/username";
import { db } from "@/lib/db/client";
import { SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";

const PASSWORD = "a long passphrase";
let made = 0;
/** A name that no other test uses, and an address, since limits count by address. */
const fresh = () => ({ username: `person${++made}x`, address: `198.51.100.${made}` });
const form = (username: string) => ({ username, email: `${made}@example.org`, password: PASSWORD });

async function account() {
  const { username, address } = fresh();
  const created = await signUp(form(username), address);
  if (!created.ok) throw new Error(created.message);
  const viewer: Viewer = {
    signedIn: true,
    id: created.value.userId,
    username,
    admin: false,
    moderates: [],
  };
  return { id: created.value.userId, username, address, viewer };
}

async function signIn(username: string, password: string, address: string) {
  const person = await authenticate({ username, password }, address);
  if (!person.ok) throw new Error(person.message);
  const token = await openSession(person.value, "Mozilla/5.0 (X11; Linux) Firefox/128.0");
  if (token === null) throw new Error("No session.");
  const session = await sessionByTokenHash(hashToken(token), new Date());
  if (session === null) throw new Error("The session is not there.");
  return { token, id: session.id, member: session.member };
}

describe("signing up", () => {
  test("makes a member whose password is stored as Argon2id alone", async () => {
    const { id } = await account();
    const row = await db().user.findUniqueOrThrow({ where: { id } });
    expect(row.role).toBe("member");
    expect(row.passwordHash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(row)).not.toContain(PASSWORD);
  });

  test("twenty at once with names that look alike make one account", async () => {
    const { address } = fresh();
    const names = ["modemo", "rnoderno", "MODEMO", "modern0", "mоdemo"];
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        signUp({ ...form(names[index % 5] ?? ""), email: `${index}@example.org` }, address),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await db().user.count({ where: { usernameKey: usernameKey("modemo") } })).toBe(1);
    const refused = results.find((result) => !result.ok);
    expect(refused).toMatchObject({ kind: "conflict", fields: { username: expect.any(String) } });
  });

  test("the same form sent twice, one after the other or at once, makes one account", async () => {
    const { username, address } = fresh();
    const [one, two] = await Promise.all([
      signUp(form(username), address),
      signUp(form(username), address),
    ]);
    const three = await signUp(form(username), address);
    expect(one).toMatchObject({ ok: true });
    expect(two).toEqual(one);
    expect(three).toEqual(one);
  });

  test("with a taken name tells nothing else: a known e-mail address is no obstacle", async () => {
    const first = await account();
    const { address } = fresh();
    const taken = await signUp({ ...form(first.username), password: "another one 22" }, address);
    expect(taken).toMatchObject({ ok: false, kind: "conflict" });
    const email = (await db().user.findUniqueOrThrow({ where: { id: first.id } })).email ?? "";
    const other = fresh();
    expect((await signUp({ ...form(other.username), email }, other.address)).ok).toBe(true);
  });

  test("can't take a name that came with an import, nor sign in by it", async () => {
    const { username, address } = fresh();
    await db().user.create({ data: { username, usernameKey: usernameKey(username) } });
    expect(await signUp(form(username), address)).toMatchObject({ ok: false, kind: "conflict" });
    expect((await authenticate({ username, password: PASSWORD }, address)).ok).toBe(false);
    const row = await db().user.findUniqueOrThrow({
      where: { usernameKey: usernameKey(username) },
    });
    expect(row.passwordHash).toBeNull();
  });

  test("with a common password saves nothing", async () => {
    const { username, address } = fresh();
    const refused = await signUp({ ...form(username), password: "Password123" }, address);
    expect(refused).toMatchObject({ kind: "invalid", fields: { password: expect.any(String) } });
    expect(await findPerson(username)).toBeNull();
  });
});

describe("imported names that look alike", () => {
  test("are found each by its own spelling, and any other by the first", async () => {
    const keys = [usernameKey("allx"), collidingUsernameKey("alix")];
    for (const [index, username] of ["allx", "alix"].entries()) {
      await db().user.create({ data: { username, usernameKey: keys[index] ?? "" } });
    }
    expect((await findPerson("allx"))?.username).toBe("allx");
    expect((await findPerson("alix"))?.username).toBe("alix");
    expect((await findPerson("ALLX"))?.username).toBe("allx");
    expect(await findPerson("%00")).toBeNull();
  });
});

describe("checking a name and a password", () => {
  test("wrong name, wrong password and imported name get the same answer", async () => {
    const { username, address } = await account();
    const imported = fresh().username;
    await db().user.create({ data: { username: imported, usernameKey: usernameKey(imported) } });
    const answers = await Promise.all([
      authenticate({ username, password: "wrong" }, address),
      authenticate({ username: "nobody-at-all", password: PASSWORD }, address),
      authenticate({ username: imported, password: "" }, address),
      authenticate({ username: `${username}\0`, password: "wrong" }, address),
      authenticate({ username: "\0", password: PASSWORD }, address),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: false, kind: "denied", fields: {} });
  });

  test("takes the name in any case", async () => {
    const { id, username, address } = await account();
    const right = { username: username.toUpperCase(), password: PASSWORD };
    expect(await authenticate(right, address)).toMatchObject({ ok: true, value: { userId: id } });
  });
});

describe("sessions", () => {
  test("are stored by the hash of their token alone", async () => {
    const { username, address } = await account();
    const { token, id } = await signIn(username, PASSWORD, address);
    const row = await db().session.findUniqueOrThrow({ where: { id } });
    expect(row.tokenHash).toBe(hashToken(token));
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await sessionByTokenHash(token, new Date())).toBeNull();
  });

  test("say what their member moderates, and end after thirty days without use", async () => {
    const { id, username, address } = await account();
    const board = await db().board.create({ data: { slug: `board-${id}`, name: "Board" } });
    await db().boardModerator.create({ data: { boardId: board.id, userId: id } });
    const { token } = await signIn(username, PASSWORD, address);
    const at = (milliseconds: number) =>
      sessionByTokenHash(hashToken(token), new Date(Date.now() + milliseconds));
    expect((await at(0))?.member).toEqual({
      signedIn: true,
      id,
      username,
      admin: false,
      moderates: [board.id],
      blocks: [],
      restricted: null,
    });
    expect(await at(SESSION_LIFETIME - 60_000)).not.toBeNull();
    expect(await at(SESSION_LIFETIME + 1)).toBeNull();
  });

  test("live on by being used, written at most once a day", async () => {
    const { username, address } = await account();
    const { token } = await signIn(username, PASSWORD, address);
    const session = await sessionByTokenHash(hashToken(token), new Date());
    if (session === null) throw new Error("No session.");
    const ends = async () =>
      (await db().session.findUniqueOrThrow({ where: { id: session.id } })).expires.getTime();
    await renewSession(session, new Date());
    expect(await ends()).toBe(session.expires.getTime());
    const tomorrow = new Date(Date.now() + SESSION_RENEWAL + 60_000);
    await renewSession(session, tomorrow);
    expect(await ends()).toBe(tomorrow.getTime() + SESSION_LIFETIME);
  });

  test("end by signing out, and everywhere else at once", async () => {
    const { viewer, username, address } = await account();
    const here = await signIn(username, PASSWORD, address);
    await signIn(username, PASSWORD, address);
    const third = await signIn(username, PASSWORD, address);
    await closeSession(third.token);
    expect(await sessionByTokenHash(hashToken(third.token), new Date())).toBeNull();
    const listed = await sessionsOf(viewer, here.id);
    expect(listed.map(({ browser, isThis }) => [browser, isThis])).toEqual([
      ["Firefox on Linux", true],
      ["Firefox on Linux", false],
    ]);
    expect(await endOtherSessions(viewer, here.id)).toMatchObject({ value: { ended: 1 } });
    expect(await sessionsOf(viewer, here.id)).toHaveLength(1);
    expect(await endOtherSessions(SIGNED_OUT, here.id)).toMatchObject({ kind: "signed-out" });
  });
});

describe("changing the password", () => {
  const NEW = "quite another passphrase";
  let person: Awaited<ReturnType<typeof account>>;
  beforeEach(async () => {
    person = await account();
  });

  test("ends all other sessions and keeps this one", async () => {
    const { viewer, username, address } = person;
    const here = await signIn(username, PASSWORD, address);
    const there = await signIn(username, PASSWORD, address);
    const input = { currentPassword: PASSWORD, newPassword: NEW };
    expect(await changePassword(viewer, here.id, input)).toMatchObject({ value: { ended: 1 } });
    expect(await sessionByTokenHash(hashToken(here.token), new Date())).not.toBeNull();
    expect(await sessionByTokenHash(hashToken(there.token), new Date())).toBeNull();
    expect((await authenticate({ username, password: PASSWORD }, address)).ok).toBe(false);
    expect((await authenticate({ username, password: NEW }, address)).ok).toBe(true);
  });

  test("shuts out whoever had their old password checked just before", async () => {
    const { viewer, username, address } = person;
    const here = await signIn(username, PASSWORD, address);
    const checked = await authenticate({ username, password: PASSWORD }, address);
    if (!checked.ok) throw new Error(checked.message);
    await changePassword(viewer, here.id, { currentPassword: PASSWORD, newPassword: NEW });
    expect(await openSession(checked.value, null)).toBeNull();
  });

  test("with a wrong current one, a weak new one or signed out changes nothing", async () => {
    const { viewer, id, username, address } = person;
    const here = await signIn(username, PASSWORD, address);
    const there = await signIn(username, PASSWORD, address);
    const before = await db().user.findUniqueOrThrow({ where: { id } });
    const tries = await Promise.all([
      changePassword(viewer, here.id, { currentPassword: "wrong", newPassword: NEW }),
      changePassword(viewer, here.id, { currentPassword: PASSWORD, newPassword: "password1" }),
      changePassword(viewer, here.id, { currentPassword: PASSWORD, newPassword: username }),
      changePassword(SIGNED_OUT, here.id, { currentPassword: PASSWORD, newPassword: NEW }),
    ]);
    expect(tries.map((result) => (result.ok ? "done" : result.kind))).toEqual([
      "denied",
      "invalid",
      "invalid",
      "signed-out",
    ]);
    expect(await db().user.findUniqueOrThrow({ where: { id } })).toEqual(before);
    expect(await sessionByTokenHash(hashToken(there.token), new Date())).not.toBeNull();
  });

  test("twice at once is done once", async () => {
    const { viewer, username, address } = person;
    const here = await signIn(username, PASSWORD, address);
    const results = await Promise.all(
      ["first new phrase", "second new phrase"].map((newPassword) =>
        changePassword(viewer, here.id, { currentPassword: PASSWORD, newPassword }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });
});
