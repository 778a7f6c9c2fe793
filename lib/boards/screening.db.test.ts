import { expect, test } from "vitest";
import { administeredBoard } from "@/lib/boards/administration.queries";
import { changeScreening } from "@/lib/boards/commands";
import { screeningSchema } from "@/lib/boards/screening.schema";
import { db } from "@/lib/db/client";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { SCREENING_SETTINGS, screen } from "@/lib/screening/screening";
import { board, everything, person, succeeded } from "@/scripts/test/debate";

const typed = (boardId: number) => ({
  ...{ boardId: String(boardId), holdFirst: " 2 " },
  heldWords: "Casino\r\n\r\n  buy now \nCasino\n",
  refusedWords: "",
  heldDomains: "https://www.spam.example/page\n*.Bücher.example\n",
  refusedDomains: "spam.example",
});

test("what an admin writes is what posts are screened by", async () => {
  const admin = await person({ admin: true });
  const { id } = await board();
  const { boardId, ...settings } = screeningSchema.parse(typed(id));
  for (let times = 0; times < 2; times += 1) {
    succeeded(await changeScreening(admin, boardId, settings));
  }
  expect((await administeredBoard(admin, id))?.screening).toEqual({
    ...{ holdFirst: 2, heldWords: ["Casino", "buy now"], refusedWords: [] },
    ...{ heldDomains: ["spam.example", "xn--bcher-kva.example"], refusedDomains: ["spam.example"] },
  });
  const stored = await db().board.findUniqueOrThrow({ where: { id }, select: SCREENING_SETTINGS });
  const verdict = (html: string) => screen({ htmlParts: [html] }, 9, stored);
  expect(verdict("<p>A casíno.</p>")).toEqual({ verdict: "hold", why: "words" });
  expect(verdict("<p>At a.bücher.example.</p>")).toEqual({ verdict: "hold", why: "domains" });
  expect(await changeScreening(admin, 999_999, settings)).toMatchObject({ kind: "missing" });
});

test("nobody but an admin changes it", async () => {
  const { id } = await board();
  const others = [SIGNED_OUT, await person(), await person({ moderates: [id] })];
  const { boardId, ...settings } = screeningSchema.parse(typed(id));
  const before = await everything();
  for (const actor of others) {
    const refused = { ok: false, kind: actor.signedIn ? "denied" : "signed-out" };
    expect(await changeScreening(actor, boardId, settings)).toMatchObject(refused);
  }
  expect(await everything()).toEqual(before);
});

test.each([
  ["holdFirst", "-1"],
  ["holdFirst", "1.5"],
  ["holdFirst", "many"],
  ["heldWords", "fine\n!!!"],
  ["heldWords", "x".repeat(101)],
  ["heldWords", "a\0b"],
  ["refusedWords", Array.from({ length: 501 }, (_, index) => `word${index}`).join("\n")],
  ["heldDomains", "spam"],
  ["heldDomains", "spam example.org"],
  ["heldDomains", "me@spam.example"],
  ["refusedDomains", "javascript:alert(1)"],
  ["refusedDomains", "https://"],
])("%s does not take %j, and says why in a sentence", (field, value) => {
  const parsed = screeningSchema.safeParse({ ...typed(1), [field]: value });
  expect(parsed.error?.issues).toMatchObject([
    { path: [field], message: expect.stringMatching(/[.]$/) },
  ]);
});
