import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { fileAppeal, fileAppealByKey } from "@/lib/appeals/commands";
import { decideAppeal } from "@/lib/appeals/decide.commands";
import { newAppealOf, statementByKey } from "@/lib/appeals/entitled.queries";
import {
  listOwnAppeals,
  listWaitingAppeals,
  readAppeal,
  readOwnAppeal,
} from "@/lib/appeals/queries";
import { db, inTransaction } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { readCase } from "@/lib/reports/cases.queries";
import { fileReport } from "@/lib/reports/commands";
import { decideCase } from "@/lib/reports/decide.commands";
import { readReceipt } from "@/lib/reports/queries";
import { rulesInForce } from "@/lib/rules/queries";
import { statementKey } from "@/lib/statements/key";
import { tell } from "@/lib/statements/tell.commands";
import { answer, board, everything, person, succeeded, thread } from "@/scripts/test/debate";
import { brokenInvariants } from "@/scripts/test/invariants";

let ada: Member;
let ben: Member;
let moderator: Member;
let second: Member;
let elsewhere: Member;
let admin: Member;
let place: { id: number; slug: string };
const now = new Date();

beforeAll(async () => {
  place = await board();
  ada = await person();
  ben = await person();
  moderator = await person({ moderates: [place.id] });
  second = await person({ moderates: [place.id] });
  elsewhere = await person({ moderates: [(await board()).id] });
  admin = await person({ admin: true });
});

/** A reply of Ada's that the moderator hid, of which she was told. */
async function hidden() {
  const { openingId } = await thread(ben, place);
  const postId = await answer(ada, openingId, "Words that were hidden.");
  succeeded(
    await moderate(moderator, { verb: "hide", target: "post", id: postId, reason: "Rule" }),
  );
  const { hideActionId } = await db().post.findUniqueOrThrow({ where: { id: postId } });
  const action = hideActionId ?? 0;
  const by = { actionId: action, actorId: moderator.id };
  await inTransaction((tx) => tell(tx, by, [{ userId: ada.id, role: "author" }]));
  return { postId, action };
}

/** A report of Ben's that the moderator dismissed. */
async function dismissed() {
  const { openingId } = await thread(ada, place);
  const ruleId = (await rulesInForce())[0]?.id ?? 0;
  const complaint = { kind: "rule", ruleId, explanation: "" } as const;
  const report = { postId: openingId, formKey: randomUUID(), complaint };
  const { tokenOrId } = succeeded(await fileReport(ben, report));
  const { id } = await db().reportCase.findFirstOrThrow({ where: { postId: openingId } });
  succeeded(await decideCase(moderator, { outcome: "dismissed", case: id, answer: "It is fine." }));
  return { postId: openingId, case: id, receipt: String(tokenOrId) };
}

const appealTo = (actor: Viewer, against: { action: number } | { case: number }, at = now) =>
  fileAppeal(actor, { against, text: "Please look again.", now: at });

describe("an appeal", () => {
  test("is made once, however often it is sent, by whom a statement was made to", async () => {
    const { action } = await hidden();
    const sent = await Promise.all([1, 2, 3].map(() => appealTo(ada, { action })));
    sent.push(await appealTo(ada, { action }));
    expect(new Set(sent.map((each) => succeeded(each).appealId)).size).toBe(1);
    expect(await db().appeal.count({ where: { actionId: action } })).toBe(1);
  });

  test("is made by nobody else, nor after six months, nor against what was taken back", async () => {
    const { action, postId } = await hidden();
    const { case: caseId } = await dismissed();
    const before = [await everything(), await db().appeal.count()];
    for (const who of [SIGNED_OUT, ben, moderator, second, elsewhere, admin]) {
      expect(await appealTo(who, { action })).toMatchObject({ ok: false });
    }
    for (const who of [SIGNED_OUT, ada, moderator, second, admin]) {
      expect(await appealTo(who, { case: caseId })).toMatchObject({ ok: false });
    }
    const late = new Date(now.getTime() + 200 * 24 * 3600 * 1000);
    expect(await appealTo(ada, { action }, late)).toMatchObject({ kind: "denied" });
    expect(await appealTo(ben, { case: caseId }, late)).toMatchObject({ kind: "denied" });
    expect([await everything(), await db().appeal.count()]).toEqual(before);
    succeeded(
      await moderate(second, { verb: "unhide", target: "post", id: postId, reason: "Mistake" }),
    );
    expect(await appealTo(ada, { action })).toMatchObject({ kind: "denied" });
    expect(await db().appeal.count({ where: { actionId: action } })).toBe(0);
  });

  test("is made by a banned person with the key of their statement, and by nobody with another", async () => {
    const { action } = await hidden();
    const { id: statement } = await db().statement.findFirstOrThrow({
      where: { actionId: action, userId: ada.id },
    });
    const { id: other } = await db().statement.findFirstOrThrow({
      where: { id: { not: statement } },
    });
    const text = "I can't sign in.";
    for (const key of ["", "x", statementKey(other)]) {
      expect(await fileAppealByKey({ statement, key, text, now })).toMatchObject({ ok: false });
      expect(await statementByKey({ statement, key })).toBeNull();
    }
    expect(await db().appeal.count({ where: { actionId: action } })).toBe(0);
    const keyed = { statement, key: statementKey(statement), text, now };
    const { appealId } = succeeded(await fileAppealByKey(keyed));
    expect(succeeded(await fileAppealByKey(keyed))).toEqual({ appealId });
    expect(await readOwnAppeal(ada.id, appealId)).toMatchObject({ own: true, text });
    expect(await readOwnAppeal(second.id, appealId)).toBeNull();
  });

  test("is read by the appellant and by who may decide it, and by nobody else", async () => {
    const { action } = await hidden();
    const { appealId } = succeeded(await appealTo(ada, { action }));
    for (const who of [SIGNED_OUT, ben, elsewhere, moderator]) {
      expect(await readAppeal(who, appealId)).toBeNull();
    }
    expect(await readAppeal(ada, appealId)).toMatchObject({
      ...{ own: true, mayDecide: false, actedBy: null },
    });
    for (const who of [second, admin]) {
      expect(await readAppeal(who, appealId)).toMatchObject({
        ...{ own: false, mayDecide: true, actedBy: moderator.username },
      });
      const { lines } = await listWaitingAppeals(who);
      expect(lines.map(({ id }) => id)).toContain(appealId);
    }
    for (const who of [ada, ben, elsewhere, moderator]) {
      const { lines } = await listWaitingAppeals(who);
      expect(lines.map(({ id }) => id)).not.toContain(appealId);
    }
    expect((await listWaitingAppeals(moderator)).against).toBeGreaterThan(0);
    expect((await listOwnAppeals(ada)).map(({ id }) => id)).toContain(appealId);
    expect(await listOwnAppeals(second)).toEqual([]);
  });

  test("is decided by nobody who acted, appealed or has no say here, and nothing changes", async () => {
    const { action } = await hidden();
    const { appealId } = succeeded(await appealTo(ada, { action }));
    const dump = async () => [
      await everything(),
      await db().appeal.findMany({ orderBy: { id: "asc" } }),
    ];
    const before = await dump();
    for (const who of [SIGNED_OUT, ada, ben, elsewhere, moderator]) {
      for (const upheld of [true, false]) {
        const result = await decideAppeal(who, { appealId, upheld, answer: "Mine." });
        expect(result).toMatchObject({ ok: false, message: expect.stringMatching(/\.$/) });
      }
    }
    expect(await dump()).toEqual(before);
  });

  test("upheld takes the action back, once, and refused leaves it, whoever of two comes first", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { action, postId } = await hidden();
      const { appealId } = succeeded(await appealTo(ada, { action }));
      const results = await Promise.all([
        decideAppeal(second, { appealId, upheld: true, answer: "You are right." }),
        decideAppeal(admin, { appealId, upheld: round % 2 === 0, answer: "Looked at." }),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const post = await db().post.findUniqueOrThrow({
        where: { id: postId },
        include: { moderation: true },
      });
      const appeal = await readAppeal(ada, appealId);
      const upheld = appeal?.decision?.upheld ?? false;
      expect(post.hideActionId === null).toBe(upheld);
      expect(post.moderation).toHaveLength(upheld ? 2 : 1);
      expect(appeal?.stillInForce).toBe(false);
    }
    expect(await brokenInvariants()).toEqual([]);
  });

  test("upheld against a dismissed report opens the case again, with a note of who dismissed it", async () => {
    const { case: caseId, receipt } = await dismissed();
    expect(await readReceipt(ben, receipt, now)).toMatchObject({
      ...{ stage: "dismissed", appealUntil: expect.any(Date), appealId: null },
    });
    const { appealId } = succeeded(await appealTo(ben, { case: caseId }));
    succeeded(await decideAppeal(second, { appealId, upheld: true, answer: "It is not fine." }));
    expect(await readCase(moderator, caseId)).toMatchObject({
      decision: null,
      notes: [{ author: second.username, text: expect.stringContaining(moderator.username) }],
    });
    expect(await readReceipt(ben, receipt, now)).toMatchObject({
      ...{ stage: "waiting", appealUntil: null, appealId },
    });
    // Dismissed again: that was the appeal.
    succeeded(await decideCase(second, { outcome: "dismissed", case: caseId, answer: "" }));
    expect(await newAppealOf(ben, { case: caseId }, now)).toEqual({ found: "appealed", appealId });
  });

  test("upheld while the same post is reported anew leaves the one open case", async () => {
    const { case: caseId, postId } = await dismissed();
    const { appealId } = succeeded(await appealTo(ben, { case: caseId }));
    const ruleId = (await rulesInForce())[0]?.id ?? 0;
    const complaint = { kind: "rule", ruleId, explanation: "" } as const;
    succeeded(await fileReport(SIGNED_OUT, { postId, formKey: randomUUID(), complaint }));
    succeeded(await decideAppeal(second, { appealId, upheld: true, answer: "Yes." }));
    expect(await db().reportCase.count({ where: { postId, decidedAt: null } })).toBe(1);
  });
});
