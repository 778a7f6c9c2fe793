import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { authenticate, changePassword, signUp } from "@/lib/accounts/commands";
import { sessionByTokenHash } from "@/lib/accounts/queries";
import { appointAdmin } from "@/lib/accounts/roles.commands";
import { openSession } from "@/lib/accounts/sessions.commands";
import { hashToken } from "@/lib/accounts/token";
import { db } from "@/lib/db/client";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { actOnPerson, type PersonInput } from "@/lib/sanctions/commands";
import { rightsOver } from "@/lib/sanctions/reach.queries";
import { recordOf } from "@/lib/sanctions/record.queries";
import { withdrawWarning } from "@/lib/sanctions/warnings.commands";
import { isStatementKey } from "@/lib/statements/key";
import { answer, board, everything, person, succeeded, thread } from "@/scripts/test/debate";

let ada: Member;
let moderator: Member;
let elsewhere: Member;
let admin: Member;
let place: { id: number; slug: string };
let ruleId: number;

const DAY = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);

beforeAll(async () => {
  place = await board();
  moderator = await person({ moderates: [place.id] });
  elsewhere = await person({ moderates: [(await board()).id] });
  admin = await person({ admin: true });
  ada = await person();
  ({ id: ruleId } = await db().rule.findFirstOrThrow({ where: { title: "Spam" } }));
});

/** Somebody who wrote in the board of `moderator`. */
async function writer(): Promise<Member> {
  const who = await person();
  await thread(who, place);
  return who;
}

function act(
  verb: PersonInput["verb"],
  whom: Member,
  { by = admin, ...more }: Partial<PersonInput> & { by?: Viewer } = {},
) {
  const until = verb === "suspend" ? { until: inDays(3) } : {};
  const rule = verb === "lift" ? {} : { ruleId };
  const input = { verb, personId: whom.id, note: "Two advertisements.", ...rule, ...until };
  return actOnPerson(by, { ...input, ...more });
}

async function state() {
  const [sessions, statements] = [
    await db().session.findMany({ orderBy: { id: "asc" } }),
    await db().statement.findMany({ orderBy: { id: "asc" } }),
  ];
  return { ...(await everything()), sessions, statements };
}

const standing = async ({ id }: Member) =>
  (await db().user.findUniqueOrThrow({ where: { id } })).restrictActionId;

const actionsOn = ({ id }: Member) =>
  db().moderationAction.findMany({ where: { userId: id }, orderBy: { id: "asc" } });

describe("acting on a person", () => {
  test("is recorded with rule, note and end, and the person is told in the same moment", async () => {
    const ben = await writer();
    const until = inDays(3);
    await act("warn", ben, { by: moderator });
    const { actionId } = succeeded(await act("suspend", ben, { until }));
    const actions = await actionsOn(ben);
    expect(actions).toMatchObject([
      { kind: "warn", actorId: moderator.id, reason: "Spam", ruleId, note: "Two advertisements." },
      { kind: "suspend", actorId: admin.id, id: actionId, until, threadId: null },
    ]);
    expect(await standing(ben)).toBe(actionId);
    const told = await db().statement.findMany({ where: { userId: ben.id } });
    expect(told.map((each) => each.actionId)).toEqual(actions.map(({ id }) => id));
    expect(told.every(({ role }) => role === "person")).toBe(true);
  });

  test("twice, sent twice or twice at the same moment is once", async () => {
    const ben = await writer();
    const until = inDays(3);
    for (const verb of ["warn", "suspend", "ban", "lift"] as const) {
      const seen = (await actionsOn(ben)).at(-1)?.id ?? 0;
      const before = await db().moderationAction.count();
      const more = verb === "suspend" ? { seen, until } : { seen };
      const both = [act(verb, ben, more), act(verb, ben, more)];
      (await Promise.all(both)).map(succeeded);
      succeeded(await act(verb, ben, more));
      expect(await db().moderationAction.count(), verb).toBe(before + 1);
    }
    // Without that, a second warning with the same words is a second warning.
    const before = await db().moderationAction.count();
    succeeded(await act("warn", ben, { seen: (await actionsOn(ben)).at(-1)?.id ?? 0 }));
    expect(await db().moderationAction.count()).toBe(before + 1);
  });

  test("who may not changes nothing: everybody, on everybody whom they may not touch", async () => {
    const ben = await writer();
    const [peer, boss] = [await person({ moderates: [place.id] }), await person({ admin: true })];
    await thread(peer, place);
    const suspended = succeeded(await act("suspend", ben)).actionId;
    expect(suspended).not.toBeNull();
    const before = await state();
    const tries: [Viewer, Member, readonly PersonInput["verb"][]][] = [
      ...[SIGNED_OUT, ada, ben, elsewhere].map(
        (by) => [by, ben, ["warn", "suspend", "ban", "lift"]] as [Viewer, Member, never],
      ),
      [moderator, ben, ["suspend", "ban", "lift"]],
      [moderator, ada, ["warn"]],
      [moderator, peer, ["warn", "suspend", "ban"]],
      [moderator, admin, ["warn", "suspend", "ban"]],
      [moderator, moderator, ["warn", "suspend", "ban"]],
      [admin, boss, ["warn", "suspend", "ban"]],
      [admin, admin, ["warn", "suspend", "ban"]],
    ];
    for (const [by, whom, verbs] of tries) {
      for (const verb of verbs) {
        const result = await act(verb, whom, { by });
        expect(result.ok, `${verb} by ${JSON.stringify(by)}`).toBe(false);
      }
    }
    expect(await state()).toEqual(before);
    expect(Object.values((await rightsOver(elsewhere, ben.id)) ?? {})).not.toContain(true);
    expect(await rightsOver(ada, ben.id)).toBeNull();
  });

  test("who lost the role, or was suspended, since the page was opened is refused", async () => {
    const ben = await writer();
    const dismissed = await person({ moderates: [place.id] });
    await db().boardModerator.deleteMany({ where: { userId: dismissed.id } });
    const former = await person({ admin: true });
    await db().user.update({ where: { id: former.id }, data: { role: "member" } });
    const held = await person({ moderates: [place.id] });
    succeeded(await act("suspend", held));
    const before = await state();
    for (const by of [dismissed, former, held]) {
      expect(await act("warn", ben, { by })).toMatchObject({ ok: false, kind: "denied" });
    }
    expect(await act("ban", ben, { by: former })).toMatchObject({ ok: false, kind: "denied" });
    expect(await state()).toEqual(before);
  });

  test("by a rule that is gone, or to nobody, changes nothing", async () => {
    const ben = await writer();
    const before = await state();
    expect(await act("ban", ben, { ruleId: 999_999 })).toMatchObject({ kind: "invalid" });
    expect(await act("ban", { ...ben, id: 999_999 })).toMatchObject({ kind: "missing" });
    expect(await state()).toEqual(before);
  });

  test("opposite actions at the same moment end in one state, which the record tells", async () => {
    for (let round = 0; round < 10; round += 1) {
      const ben = await writer();
      succeeded(await act("suspend", ben));
      await Promise.all([act("ban", ben), act("lift", ben), act("suspend", ben)]);
      const [last, now] = [(await actionsOn(ben)).at(-1), await standing(ben)];
      expect(now).toBe(last?.kind === "lift" ? null : last?.id);
    }
  });

  test("two who act on each other don't wait for one another in a circle", async () => {
    const [one, two] = [await person({ moderates: [place.id] }), await writer()];
    const acts = Array.from({ length: 8 }, (_, round) =>
      round % 2 === 0 ? act("warn", two, { by: one }) : act("warn", one, { by: two }),
    );
    await expect(Promise.all(acts)).resolves.toHaveLength(8);
  });
});

describe("a suspension", () => {
  test("comes with the session from the very next request on, and ends by itself", async () => {
    const ben = await writer();
    const token = await openSession({ userId: ben.id, passwordHash: "x" }, null);
    const member = async (now = new Date()) =>
      (await sessionByTokenHash(hashToken(token ?? ""), now))?.member;
    expect((await member())?.restricted).toBeNull();
    const until = inDays(3);
    const { actionId } = succeeded(await act("suspend", ben, { until }));
    const statement = await db().statement.findFirstOrThrow({ where: { userId: ben.id } });
    expect((await member())?.restricted).toEqual({
      ...{ kind: "suspend", until, reason: "Spam", actionId, statementId: statement.id },
    });
    expect((await member(inDays(4)))?.restricted).toBeNull();
    succeeded(await act("lift", ben));
    expect((await member())?.restricted).toBeNull();
  });

  test("that ran out can't be lifted, and a new one can be set", async () => {
    const ben = await writer();
    succeeded(await act("suspend", ben, { until: new Date(Date.now() - 1000) }));
    expect(succeeded(await act("lift", ben)).actionId).toBeNull();
    expect(succeeded(await act("suspend", ben)).actionId).not.toBeNull();
  });
});

describe("a ban", () => {
  async function account() {
    const [username, password] = [`ban${randomUUID().slice(0, 8)}`, "a long passphrase"];
    const input = { username, email: "x@example.org", password };
    const { userId } = succeeded(await signUp(input, username));
    const viewer: Member = { ...ada, id: userId, username };
    return { viewer, signIn: () => authenticate({ username, password }, username), password };
  }

  test("ends all sessions and refuses to sign in, with the reason and a private link", async () => {
    const { viewer, signIn } = await account();
    const checked = succeeded(await signIn());
    const token = (await openSession(checked, null)) ?? "";
    succeeded(await act("ban", viewer));
    expect(await db().session.count({ where: { userId: viewer.id } })).toBe(0);
    expect(await sessionByTokenHash(hashToken(token), new Date())).toBeNull();
    const refusal = await signIn();
    expect(refusal).toMatchObject({ ok: false, message: expect.stringContaining("Spam") });
    const href = refusal.ok ? "" : (refusal.href ?? "");
    const statement = await db().statement.findFirstOrThrow({ where: { userId: viewer.id } });
    const url = new URL(href, "http://localhost");
    expect(url.pathname).toBe(`/statements/${statement.id}`);
    const key = url.searchParams.get("key") ?? "";
    expect(isStatementKey(statement.id, key)).toBe(true);
    expect(isStatementKey(statement.id + 1, key)).toBe(false);
    expect(isStatementKey(statement.id, undefined)).toBe(false);
    succeeded(await act("lift", viewer));
    expect((await signIn()).ok).toBe(true);
  });

  test("is told to nobody who does not know the password", async () => {
    const { viewer } = await account();
    const guess = () => authenticate({ username: viewer.username, password: "wrong" }, "1.2.3.4");
    const before = await guess();
    succeeded(await act("ban", viewer));
    expect(await guess()).toEqual(before);
  });

  test("at the moment of signing in leaves no session, whoever comes first", async () => {
    for (let round = 0; round < 20; round += 1) {
      const ben = await person();
      await Promise.all([
        openSession({ userId: ben.id, passwordHash: "x" }, null),
        act("ban", ben),
      ]);
      expect(await db().session.count({ where: { userId: ben.id } })).toBe(0);
    }
  });

  test("keeps somebody from roles, and nobody can change their password for them", async () => {
    const { viewer, password } = await account();
    succeeded(await act("ban", viewer));
    const before = await state();
    expect((await appointAdmin(admin, { username: viewer.username })).ok).toBe(false);
    expect(
      (await changePassword(SIGNED_OUT, 1, { currentPassword: password, newPassword: "y" })).ok,
    ).toBe(false);
    expect(await state()).toEqual(before);
  });
});

test("a record holds what was done to the person, their posts and threads, without a word of them", async () => {
  const ben = await writer();
  const { id, openingId } = await thread(ben, place);
  const postId = await answer(ben, openingId, "Words of the reply.");
  for (const on of [
    { threadId: id, postId },
    { threadId: id, postId: null },
  ]) {
    await db().moderationAction.create({
      data: { kind: "lock", actorId: moderator.id, reason: "R", ...on },
    });
  }
  succeeded(await act("warn", ben));
  const record = await recordOf(moderator, ben.id);
  expect(record?.lines.map(({ kind, on }) => [kind, on])).toEqual([
    ["warn", null],
    ["lock", { threadId: id, postId: null }],
    ["lock", { threadId: id, postId }],
  ]);
  expect(JSON.stringify(record)).not.toContain("Words");
  expect((await recordOf(ben, ben.id))?.lines).toEqual(record?.lines);
  const page = await recordOf(ben, ben.id, { take: 2 });
  const rest = await recordOf(ben, ben.id, { before: page?.next ?? 0 });
  expect([...(page?.lines ?? []), ...(rest?.lines ?? [])]).toEqual(record?.lines);
  for (const who of [SIGNED_OUT, ada]) expect(await recordOf(who, ben.id)).toBeNull();
});

test("a warning is withdrawn once, by who gave it or an admin, and nobody else changes anything", async () => {
  const [mara, other] = [
    await person({ moderates: [place.id] }),
    await person({ moderates: [place.id] }),
  ];
  const who = await person();
  await thread(who, place);
  const warn = { verb: "warn", personId: who.id, ruleId, note: "Please mind the tone." } as const;
  const actionId = succeeded(await actOnPerson(mara, warn)).actionId ?? 0;
  const before = await everything();
  for (const actor of [SIGNED_OUT, who, other]) {
    expect(await withdrawWarning(actor, { actionId, note: "" })).toMatchObject({ ok: false });
    const record = actor.signedIn ? await recordOf(actor, who.id) : null;
    expect(record?.lines[0]?.withdrawable ?? false).toBe(false);
  }
  expect(await everything()).toEqual(before);
  expect((await recordOf(mara, who.id))?.lines).toMatchObject([{ withdrawable: true }]);
  const twice = [1, 2].map(() => withdrawWarning(mara, { actionId, note: "A mistake." }));
  for (const each of await Promise.all(twice)) succeeded(each);
  expect(await db().moderationAction.count({ where: { undoesId: actionId } })).toBe(1);
  expect((await recordOf(admin, who.id))?.lines).toMatchObject([
    { kind: "lift", note: "A mistake." },
    { kind: "warn", undone: true, withdrawable: false },
  ]);
});
