import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { noteOnCase, takeCase } from "@/lib/reports/cases.commands";
import { readCase } from "@/lib/reports/cases.queries";
import { fileReport } from "@/lib/reports/commands";
import { decideCase } from "@/lib/reports/decide.commands";
import { readReceipt } from "@/lib/reports/queries";
import { rulesInForce } from "@/lib/rules/queries";
import { answer, board, everything, person, succeeded, thread } from "@/scripts/test/debate";
import { brokenInvariants } from "@/scripts/test/invariants";

let ada: Member;
let ben: Member;
let moderator: Member;
let second: Member;
let elsewhere: Member;
let admin: Member;
let place: { id: number; slug: string };
let rule: { id: number; title: string };

beforeAll(async () => {
  place = await board();
  ada = await person();
  ben = await person();
  moderator = await person({ moderates: [place.id] });
  second = await person({ moderates: [place.id] });
  elsewhere = await person({ moderates: [(await board()).id] });
  admin = await person({ admin: true });
  rule = (await rulesInForce())[0] ?? { id: 0, title: "" };
});

/** A reported reply, its case, and the address of its receipt. */
async function reported(author: Member = ada) {
  const opened = await thread(author, place);
  const postId = await answer(author, opened.openingId, "Words to be reported.");
  const complaint = { kind: "rule", ruleId: rule.id, explanation: "Look at it." } as const;
  const { tokenOrId } = succeeded(
    await fileReport(SIGNED_OUT, { postId, formKey: randomUUID(), complaint }),
  );
  const { id } = await db().reportCase.findFirstOrThrow({ where: { postId } });
  return { ...opened, postId, caseId: id, token: String(tokenOrId) };
}

const hiding = (caseId: number, answered = "") =>
  ({ outcome: "hide", case: caseId, rule: rule.id, note: "For you.", answer: answered }) as const;
const dismissing = (caseId: number, answered = "") =>
  ({ outcome: "dismissed", case: caseId, answer: answered }) as const;

const stateOf = async (postId: number) => {
  const post = await db().post.findUniqueOrThrow({
    where: { id: postId },
    select: { hideActionId: true, cases: true, moderation: true },
  });
  return { ...post, hidden: post.hideActionId !== null, decided: post.cases[0] };
};

describe("a case", () => {
  test("decided by two moderators at once is decided once, and nothing happens twice", async () => {
    for (let round = 0; round < 12; round += 1) {
      const { postId, caseId } = await reported();
      const results = await Promise.all([
        decideCase(moderator, round % 2 ? hiding(caseId) : dismissing(caseId)),
        decideCase(second, round % 3 ? dismissing(caseId) : hiding(caseId)),
        decideCase(admin, hiding(caseId)),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      for (const result of results) {
        if (!result.ok) expect(result).toMatchObject({ kind: "conflict", href: /late/ });
      }
      const { hidden, decided, moderation, hideActionId } = await stateOf(postId);
      expect(hidden).toBe(decided?.outcome === "acted");
      expect(moderation).toHaveLength(hidden ? 1 : 0);
      expect(decided?.actionId).toBe(hideActionId);
    }
    expect(await brokenInvariants()).toEqual([]);
  });

  test("acted on hides the post by the rule, and tells the reporter with the moderator's answer", async () => {
    const { postId, caseId, token } = await reported();
    succeeded(await decideCase(moderator, hiding(caseId, "Thank you.")));
    const { hidden, moderation } = await stateOf(postId);
    expect(hidden).toBe(true);
    expect(moderation[0]).toMatchObject({ kind: "hide", reason: rule.title });
    expect(await readReceipt(SIGNED_OUT, token, new Date())).toMatchObject({
      stage: "acted",
      answer: "Thank you.",
    });
    expect(await readCase(second, caseId)).toMatchObject({
      decision: { outcome: "acted", by: moderator.username, action: { kind: "hide" } },
    });
  });

  test("of an opening post acts on the thread", async () => {
    const { id, openingId } = await thread(ada, place);
    const complaint = { kind: "rule", ruleId: rule.id, explanation: "" } as const;
    succeeded(await fileReport(ben, { postId: openingId, formKey: randomUUID(), complaint }));
    const { id: caseId } = await db().reportCase.findFirstOrThrow({
      where: { postId: openingId },
    });
    succeeded(await decideCase(moderator, hiding(caseId)));
    const { hideActionId } = await db().thread.findUniqueOrThrow({ where: { id } });
    expect(hideActionId).not.toBeNull();
    const decided = await db().reportCase.findUniqueOrThrow({ where: { id: caseId } });
    expect(decided.actionId).toBe(hideActionId);
  });

  test("whose post is hidden already, as after a crash between the two, is closed with that action", async () => {
    const { postId, caseId } = await reported();
    succeeded(
      await moderate(second, { verb: "hide", target: "post", id: postId, reason: "Before" }),
    );
    succeeded(await decideCase(moderator, hiding(caseId)));
    const { moderation, decided, hideActionId } = await stateOf(postId);
    expect(moderation).toHaveLength(1);
    expect(decided?.actionId).toBe(hideActionId);
  });

  test("is closed with an action that was taken already, if it is about what was reported", async () => {
    const { id, caseId } = await reported();
    const other = await thread(ada, place);
    for (const target of [id, other.id]) {
      succeeded(
        await moderate(moderator, { verb: "lock", target: "thread", id: target, reason: "Heat" }),
      );
    }
    const actionOn = (threadId: number) =>
      db().moderationAction.findFirstOrThrow({ where: { threadId, kind: "lock" } });
    const close = async (threadId: number) => {
      const { id: action } = await actionOn(threadId);
      return decideCase(moderator, { outcome: "acted", case: caseId, action, answer: "" });
    };
    expect(await close(other.id)).toMatchObject({ ok: false, fields: { action: /./ } });
    succeeded(await close(id));
    expect(await readCase(second, caseId)).toMatchObject({
      decision: { outcome: "acted", action: { kind: "lock" } },
    });
  });

  test("is neither taken, noted on nor decided by who may not, and nothing changes", async () => {
    const { caseId } = await reported();
    const { caseId: ofModerator } = await reported(moderator);
    const dump = async () => [
      await everything(),
      await db().reportCase.findMany({ orderBy: { id: "asc" } }),
      await db().caseNote.count(),
    ];
    const before = await dump();
    const tries: [Viewer, number][] = [
      ...([SIGNED_OUT, ada, ben, elsewhere] as Viewer[]).map(
        (who) => [who, caseId] as [Viewer, number],
      ),
      [moderator, ofModerator],
      [admin, 999_999],
    ];
    for (const [who, id] of tries) {
      for (const result of [
        await decideCase(who, hiding(id)),
        await decideCase(who, dismissing(id)),
        await takeCase(who, { caseId: id, from: 0, want: "take" }),
        await noteOnCase(who, { caseId: id, text: "Mine." }),
      ]) {
        expect(result).toMatchObject({ ok: false, message: expect.stringMatching(/\.$/) });
      }
    }
    expect(await dump()).toEqual(before);
  });

  test("taken by two at once is one's, and the other is told so", async () => {
    const { caseId } = await reported();
    const taken = await Promise.all(
      [moderator, second].map((who) => takeCase(who, { caseId, from: 0, want: "take" })),
    );
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
    const holder = taken[0]?.ok ? moderator : second;
    const other = taken[0]?.ok ? second : moderator;
    expect(await readCase(admin, caseId)).toMatchObject({ takenBy: { id: holder.id } });
    // Nobody lets go of what another has, but can take it over once they see who has it.
    expect(await takeCase(other, { caseId, from: holder.id, want: "release" })).toMatchObject({
      ok: false,
    });
    succeeded(await takeCase(other, { caseId, from: holder.id, want: "take" }));
    succeeded(await takeCase(other, { caseId, from: other.id, want: "release" }));
    expect(await readCase(admin, caseId)).toMatchObject({ takenBy: null });
  });

  test("has notes, the same form sent twice being one", async () => {
    const { caseId } = await reported();
    for (let time = 0; time < 2; time += 1) {
      succeeded(await noteOnCase(moderator, { caseId, text: "Look at the thread." }));
    }
    succeeded(await noteOnCase(second, { caseId, text: "I did." }));
    const found = await readCase(admin, caseId);
    expect(found?.notes.map(({ text }) => text)).toEqual(["Look at the thread.", "I did."]);
  });
});

test("a report that comes while its post is decided on is in the case before, or opens the next", async () => {
  for (let round = 0; round < 10; round += 1) {
    const { postId, caseId } = await reported();
    const complaint = { kind: "rule", ruleId: rule.id, explanation: "" } as const;
    const [decided, filed] = await Promise.all([
      decideCase(moderator, dismissing(caseId)),
      fileReport(ben, { postId, formKey: randomUUID(), complaint }),
    ]);
    succeeded(decided);
    const report = await db().report.findUniqueOrThrow({
      where: { id: Number(succeeded(filed).tokenOrId) },
      include: { case: true },
    });
    const { decidedAt } = report.case;
    expect(decidedAt === null || decidedAt >= report.createdAt).toBe(true);
    expect(await db().reportCase.count({ where: { postId, decidedAt: null } })).toBeLessThan(2);
  }
});
