import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { deletePost } from "@/lib/posts/commands";
import { readCase } from "@/lib/reports/cases.queries";
import { fileReport } from "@/lib/reports/commands";
import { listOwnReports, openReportOf, readReceipt } from "@/lib/reports/queries";
import { listQueue } from "@/lib/reports/queue.queries";
import type { Complaint } from "@/lib/reports/report";
import { rulesInForce } from "@/lib/rules/queries";
import { answer, board, everything, person, succeeded, thread } from "@/scripts/test/debate";

let ada: Member;
let ben: Member;
let moderator: Member;
let elsewhere: Member;
let admin: Member;
let place: { id: number; slug: string };
let spam: number;

beforeAll(async () => {
  place = await board();
  ada = await person();
  ben = await person();
  moderator = await person({ moderates: [place.id] });
  elsewhere = await person({ moderates: [(await board()).id] });
  admin = await person({ admin: true });
  spam = (await rulesInForce()).find(({ title }) => title === "Spam")?.id ?? 0;
});

const ofSpam = (explanation = ""): Complaint => ({ kind: "rule", ruleId: spam, explanation });

const report = (actor: Viewer, postId: number, formKey: string = randomUUID(), said = ofSpam()) =>
  fileReport(actor, { postId, formKey, complaint: said });

const casesOf = (postId: number) =>
  db().reportCase.findMany({ where: { postId }, include: { reports: true } });

describe("a report", () => {
  test("many at the same moment meet in one case, each with a receipt of its own", async () => {
    const { openingId } = await thread(ada, place);
    const members = await Promise.all(Array.from({ length: 8 }, () => person()));
    const actors = [...members, ...members.map(() => SIGNED_OUT)];
    const receipts = await Promise.all(actors.map((actor) => report(actor, openingId)));
    const distinct = new Set(receipts.map((receipt) => succeeded(receipt).tokenOrId));
    expect(distinct.size).toBe(16);
    const cases = await casesOf(openingId);
    expect(cases.map(({ reports }) => reports.length)).toEqual([16]);
  });

  test("the same form twice, one after the other or at once, is one report and one receipt", async () => {
    const { openingId } = await thread(ada, place);
    for (const actor of [ben, SIGNED_OUT]) {
      const key = randomUUID();
      const all = await Promise.all([1, 2, 3].map(() => report(actor, openingId, key)));
      all.push(await report(actor, openingId, key));
      expect(new Set(all.map((each) => succeeded(each).tokenOrId)).size).toBe(1);
    }
    const [only] = await casesOf(openingId);
    expect(only?.reports).toHaveLength(2);
  });

  test("a member's second one while it waits leads to the first; after a decision it is a new case", async () => {
    const { openingId } = await thread(ada, place);
    const first = succeeded(await report(ben, openingId));
    expect(succeeded(await report(ben, openingId))).toEqual(first);
    expect(await openReportOf(ben, openingId)).toBe(first.tokenOrId);
    const [open] = await casesOf(openingId);
    await db().reportCase.update({
      where: { id: open?.id ?? 0 },
      data: { decidedAt: new Date(), outcome: "dismissed", decidedById: moderator.id },
    });
    expect(await openReportOf(ben, openingId)).toBeNull();
    expect(succeeded(await report(ben, openingId))).not.toEqual(first);
    expect(await casesOf(openingId)).toHaveLength(2);
  });

  test("of what the reporter may not read, of an own post, or by a rule that is gone, is refused and changes nothing", async () => {
    const opened = await thread(ada, place);
    const hidden = await answer(ben, opened.openingId, "Hidden words.");
    const deleted = await answer(ben, opened.openingId, "Deleted words.");
    succeeded(
      await moderate(moderator, { verb: "hide", target: "post", id: hidden, reason: "Rule" }),
    );
    succeeded(await deletePost(ben, deleted));
    const gone = await db().rule.create({ data: { title: "Gone", retiredAt: new Date() } });
    const before = [await everything(), await db().report.count(), await db().reportCase.count()];
    for (const [actor, postId] of [
      ...([SIGNED_OUT, ada, elsewhere] as Viewer[]).map((who) => [who, hidden] as const),
      ...([SIGNED_OUT, ada, moderator] as Viewer[]).map((who) => [who, deleted] as const),
      ...([[ada, opened.openingId]] as const),
      ...([[SIGNED_OUT, 999_999]] as const),
    ] as const) {
      expect(await report(actor, postId)).toMatchObject({ ok: false });
    }
    for (const ruleId of [gone.id, 999_999]) {
      const complaint: Complaint = { kind: "rule", ruleId, explanation: "" };
      expect(
        await fileReport(ben, { postId: opened.openingId, formKey: randomUUID(), complaint }),
      ).toMatchObject({ ok: false, fields: { about: expect.any(String) } });
    }
    expect([await everything(), await db().report.count(), await db().reportCase.count()]).toEqual(
      before,
    );
  });

  test("its token is stored as a hash alone", async () => {
    const { openingId } = await thread(ada, place);
    const { tokenOrId } = succeeded(await report(SIGNED_OUT, openingId));
    const rows = JSON.stringify(await casesOf(openingId));
    expect(rows).not.toContain(String(tokenOrId));
  });
});

describe("a receipt", () => {
  test("is read by its token or by the member who reported, and by nobody else", async () => {
    const { openingId } = await thread(ada, place);
    const now = new Date();
    const { tokenOrId: token } = succeeded(await report(SIGNED_OUT, openingId));
    const { tokenOrId: id } = succeeded(await report(ben, openingId));
    for (const who of [SIGNED_OUT, ada, ben]) {
      expect(await readReceipt(who, String(token), now)).toMatchObject({ stage: "waiting" });
    }
    expect(await readReceipt(ben, String(id), now)).toMatchObject({ stage: "waiting" });
    for (const who of [SIGNED_OUT, ada, moderator, admin]) {
      expect(await readReceipt(who, String(id), now)).toBeNull();
    }
    for (const guess of ["", "0", "x", `${String(token).slice(0, -1)}_`, "%00"]) {
      expect(await readReceipt(ben, guess, now)).toBeNull();
    }
    expect((await listOwnReports(ben)).lines[0]).toMatchObject({ id, stage: "waiting" });
    expect((await listOwnReports(ada)).lines).toEqual([]);
  });

  test("tells no title of a thread that was hidden since", async () => {
    const opened = await thread(ada, place);
    const { tokenOrId: token } = succeeded(await report(SIGNED_OUT, opened.openingId));
    succeeded(await report(ben, opened.openingId));
    succeeded(
      await moderate(moderator, { verb: "hide", target: "thread", id: opened.id, reason: "Rule" }),
    );
    expect(await readReceipt(SIGNED_OUT, String(token), new Date())).toMatchObject({ title: null });
    expect((await listOwnReports(ben)).lines[0]).toMatchObject({ title: null });
  });
});

describe("the queue", () => {
  test("holds what waits on one's boards, but nothing about one's own posts", async () => {
    const here = await board();
    const mara = await person({ moderates: [here.id] });
    const opened = await thread(ada, here);
    const own = await answer(mara, opened.openingId, "A moderator's own words.");
    succeeded(await report(ben, opened.openingId));
    succeeded(await report(ben, own));
    const queued = async (who: Viewer) =>
      (await listQueue(who, { order: "oldest" })).lines
        .map(({ postId }) => postId)
        .filter((id) => id === own || id === opened.openingId);
    expect(await queued(mara)).toEqual([opened.openingId]);
    expect(await queued(admin)).toEqual([opened.openingId, own]);
    for (const who of [SIGNED_OUT, ada, ben, moderator, elsewhere]) {
      expect(await queued(who)).toEqual([]);
    }
    const [ofOwn] = await casesOf(own);
    for (const who of [SIGNED_OUT, ada, ben, moderator, elsewhere, mara]) {
      expect(await readCase(who, ofOwn?.id ?? 0)).toBeNull();
    }
    expect(await readCase(admin, ofOwn?.id ?? 0)).toMatchObject({
      parent: { postId: opened.openingId, author: ada.username },
      reports: [{ rule: "Spam", reporter: ben.username }],
      record: { username: mara.username, acted: 0, dismissed: 0, actions: [] },
    });
  });

  test("is paged without losing or repeating a case, and can begin with the most reported", async () => {
    const here = await board();
    const mara = await person({ moderates: [here.id] });
    const opened = await thread(ada, here);
    const posts: number[] = [];
    for (let index = 0; index < 32; index += 1) {
      posts.push(await answer(ada, opened.openingId, `Reply ${index}.`));
    }
    await db().reportCase.createMany({
      data: posts.map((postId) => ({ postId, openedAt: new Date(1_700_000_000_000) })),
    });
    succeeded(await report(ben, posts[20] ?? 0));
    const first = await listQueue(mara, { order: "oldest" });
    const second = await listQueue(mara, { order: "oldest", after: first.next ?? "" });
    expect([...first.lines, ...second.lines].map(({ postId }) => postId)).toEqual(posts);
    expect(second.next).toBeNull();
    const most = await listQueue(mara, { order: "reported" });
    expect(most.lines[0]).toMatchObject({ postId: posts[20], reports: 1 });
  });
});
