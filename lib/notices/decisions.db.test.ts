import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fileAppeal } from "@/lib/appeals/commands";
import { decideAppeal } from "@/lib/appeals/decide.commands";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { placeOfNotice } from "@/lib/notices/arrival.queries";
import { countUnreadNotices, noticesForMail } from "@/lib/notices/queries";
import { setThreadLevel } from "@/lib/notices/watching.commands";
import type { Member } from "@/lib/policy/viewer";
import { fileReport } from "@/lib/reports/commands";
import { decideCase } from "@/lib/reports/decide.commands";
import { rulesInForce } from "@/lib/rules/queries";
import { markRead } from "@/lib/statements/commands";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";
import { noticesOf, told } from "@/scripts/test/notices";

// What moderators decide: told in the moment in which it takes effect, by triggers of the database.

let ada: Member;
let ben: Member;
let eve: Member;
let moderator: Member;
let admin: Member;
let place: { id: number; slug: string };
let ruleId: number;

beforeAll(async () => {
  place = await board();
  moderator = await person({ moderates: [place.id] });
  admin = await person({ admin: true });
  ruleId = (await rulesInForce())[0]?.id ?? 0;
});

beforeEach(async () => {
  [ada, ben, eve] = [await person(), await person(), await person()];
});

const WORDS = "Words that are to be hidden soon.";

/** A post of Ben's, and one of Eve's that quotes it. */
async function post() {
  const { openingId, id } = await thread(ada, place);
  const postId = await answer(ben, openingId, WORDS);
  await answer(eve, postId, `> ${WORDS}\n\nIndeed.`);
  return { postId, threadId: id };
}

const hide = async (id: number) =>
  succeeded(await moderate(moderator, { verb: "hide", target: "post", id, ruleId, note: "So." }));

const report = async (who: Member, postId: number) => {
  const complaint = { kind: "rule", ruleId, explanation: "Look." } as const;
  succeeded(await fileReport(who, { postId, formKey: randomUUID(), complaint }));
  return (await db().reportCase.findFirstOrThrow({ where: { postId, decidedAt: null } })).id;
};

describe("a statement", () => {
  test("is a notice to whom it is made, also where they muted the thread, until it is read", async () => {
    const { postId, threadId } = await post();
    succeeded(await setThreadLevel(ben, threadId, "mute"));
    await hide(postId);
    const [notice] = await noticesOf(ben);
    expect(notice).toMatchObject({
      kind: "statement",
      unread: true,
      statement: { role: "author" },
    });
    expect(await countUnreadNotices(ben)).toBe(1);
    // Eve is told that her quote is redacted, and not a word of what it was.
    expect((await told(eve))[0]).toBe("statement");
    expect(JSON.stringify([await noticesOf(eve), await noticesForMail(eve.id)])).not.toContain(
      WORDS,
    );
    expect(await told(moderator)).toEqual([]);
    const { id } = await db().statement.findFirstOrThrow({ where: { userId: ben.id } });
    expect(await placeOfNotice(ben, notice?.id ?? 0)).toBe(`/statements/${id}`);
    await markRead(ben, id);
    expect(await countUnreadNotices(ben)).toBe(0);
  });
});

describe("an answer to a report", () => {
  test("is told to all who reported, once, and to nobody who judged it", async () => {
    const { postId } = await post();
    const [one, two] = [await person(), await person()];
    await report(one, postId);
    const caseId = await report(two, postId);
    expect(await told(one)).toEqual([]);
    const wish = { outcome: "dismissed", case: caseId, answer: "" } as const;
    succeeded(await decideCase(moderator, wish));
    await decideCase(admin, wish);
    for (const who of [one, two]) {
      expect(await told(who)).toEqual(["report"]);
      const [notice] = await noticesOf(who);
      expect(notice).toMatchObject({ outcome: "dismissed" });
      const mine = await db().report.findFirstOrThrow({ where: { reporterId: who.id } });
      expect(await placeOfNotice(who, notice?.id ?? 0)).toBe(`/reports/${mine.id}`);
    }
    expect(await told(moderator)).toEqual([]);
  });

  test("is one notice, also to a reporter whose quote the decision redacts", async () => {
    const { postId } = await post();
    const caseId = await report(eve, postId);
    const before = await told(eve);
    const wish = { outcome: "hide", case: caseId, rule: ruleId, note: "", answer: "" } as const;
    succeeded(await decideCase(moderator, wish));
    expect(await told(eve)).toEqual(["report", ...before]);
    expect((await told(ben))[0]).toBe("statement");
  });

  test("that is given anew after an appeal is told anew", async () => {
    const { postId } = await post();
    const reporter = await person();
    const caseId = await report(reporter, postId);
    const wish = { outcome: "dismissed", case: caseId, answer: "" } as const;
    succeeded(await decideCase(moderator, wish));
    await db().notice.updateMany({ where: { userId: reporter.id }, data: { readAt: new Date() } });
    const { appealId } = succeeded(
      await fileAppeal(reporter, {
        against: { case: caseId },
        text: "Please look again.",
        now: new Date(),
      }),
    );
    expect(await told(reporter)).toEqual(["report"]);
    const upheld = { appealId, upheld: true, answer: "You are right." };
    succeeded(await decideAppeal(admin, upheld));
    expect(await told(reporter)).toEqual(["appeal", "report"]);
    succeeded(await decideCase(moderator, wish));
    expect(await told(reporter)).toEqual(["report", "appeal"]);
    expect(await countUnreadNotices(reporter)).toBe(2);
  });
});

test("an answer to an appeal is told, and what it takes back not a second time", async () => {
  const { postId } = await post();
  const { actionId } = await hide(postId);
  const { appealId } = succeeded(
    await fileAppeal(ben, {
      against: { action: actionId ?? 0 },
      text: "It was no insult.",
      now: new Date(),
    }),
  );
  await noticesOf(ben);
  await db().notice.updateMany({ data: { readAt: new Date() } });
  succeeded(await decideAppeal(admin, { appealId, upheld: true, answer: "You are right." }));
  const [notice, ...before] = await noticesOf(ben);
  expect(notice).toMatchObject({ kind: "appeal", upheld: true, unread: true });
  expect(before.filter(({ unread }) => unread)).toEqual([]);
  expect(await placeOfNotice(ben, notice?.id ?? 0)).toBe(`/appeals/${appealId}`);
  // Whom it concerns beside him is told by a statement.
  expect((await told(eve))[0]).toBe("statement");
  expect(await placeOfNotice(eve, notice?.id ?? 0)).toBeNull();
});
