import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { readNumbers } from "@/lib/modlog/numbers.queries";
import type { Member } from "@/lib/policy/viewer";
import { answer, board, person, thread } from "@/scripts/test/debate";
import { countStatements } from "@/scripts/test/statements";

const NOW = new Date("2026-11-24T12:00:00Z");
const at = (text: string) => new Date(`${text}Z`);

let reporter: Member;

beforeAll(async () => {
  const place = await board();
  const [ada, mara] = [await person(), await person({ moderates: [place.id] })];
  reporter = await person();
  const { id: threadId, openingId } = await thread(ada, place);
  const spam = await db().rule.findFirstOrThrow({ where: { title: "Spam" } });
  const action = (kind: "hide" | "lock", createdAt: Date) =>
    db().moderationAction.create({
      data: { kind, actorId: mara.id, threadId, reason: "Spam", createdAt },
    });
  await action("hide", at("2026-11-01T00:00:00"));
  await action("hide", at("2026-10-31T23:59:59"));
  await action("lock", at("2026-10-01T00:00:00"));
  await action("lock", at("2025-11-30T23:59:59"));
  const waits = [10, 60, 50];
  for (const [index, minutes] of waits.entries()) {
    const openedAt = at("2026-10-10T10:00:00");
    const decidedAt = new Date(openedAt.getTime() + minutes * 60_000);
    await db().reportCase.create({
      data: {
        postId: await answer(ada, openingId, `Reply ${index}.`),
        ...{ openedAt, decidedAt, decidedById: mara.id, outcome: "dismissed" },
        reports: {
          create: {
            ...{ kind: index === 0 ? "illegal" : "rule", ruleId: spam.id, createdAt: openedAt },
            ...{ explanation: "Secret words.", reporterId: reporter.id, receiptHash: `${index}` },
          },
        },
      },
    });
  }
  const appeal = (userId: number, upheld: boolean | null) => ({
    ...{ actionId: 1, userId, text: "Why?", upheld },
    decidedAt: upheld === null ? null : at("2026-11-03T10:00:00"),
  });
  const people = [appeal(ada.id, true), appeal(mara.id, false), appeal(reporter.id, null)];
  await db().appeal.createMany({ data: people });
});

test("each month counts what happened in it, by universal time", async () => {
  const months = await readNumbers(NOW);
  expect(months.map(({ month }) => month)).toEqual([
    ...["2025-12", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07"],
    ...["2026-08", "2026-09", "2026-10", "2026-11"],
  ]);
  expect(months.at(-1)).toEqual({
    ...{ month: "2026-11", reports: new Map(), actions: new Map([["hide", 1]]) },
    ...{ decided: 0, medianMinutes: null, appeals: 2, upheld: 1 },
  });
  expect(months.at(-2)).toEqual({
    month: "2026-10",
    reports: new Map([
      ["Notice of illegal content", 1],
      ["Spam", 2],
    ]),
    actions: new Map([
      ["hide", 1],
      ["lock", 1],
    ]),
    ...{ decided: 3, medianMinutes: 50, appeals: 0, upheld: 0 },
  });
  const quiet = months.slice(0, -2);
  expect(quiet.every(({ actions, reports }) => actions.size + reports.size === 0)).toBe(true);
});

test("no number says who reported or what they wrote, and four queries are all it takes", async () => {
  const shown = await readNumbers(NOW);
  const flat = JSON.stringify(shown, (_, value) => (value instanceof Map ? [...value] : value));
  expect(flat).not.toContain(reporter.username);
  expect(flat).not.toContain("Secret");
  expect(await countStatements(() => readNumbers(NOW))).toBe(4);
});
