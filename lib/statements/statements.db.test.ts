import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";
import { markRead } from "@/lib/statements/commands";
import {
  countUnreadStatements,
  listStatements,
  readStatement,
  redactedIn,
  statementOf,
} from "@/lib/statements/queries";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";

let ada: Member;
let ben: Member;
let eve: Member;
let moderator: Member;
let place: { id: number; slug: string };

beforeAll(async () => {
  place = await board();
  ada = await person();
  moderator = await person({ moderates: [place.id] });
});

const MARKER = "zanzibar";

/** A post of Ben's that Eve quotes and a moderator hides by a rule, with a word to its author. */
async function hidden() {
  ben = await person();
  eve = await person();
  const { openingId } = await thread(ada, place);
  const postId = await answer(ben, openingId, `The ${MARKER} of it all.`);
  const quoting = await answer(eve, postId, `> The ${MARKER} of it all.\n\nIndeed.`);
  const rule = await db().rule.findFirstOrThrow();
  const wish = { verb: "hide", target: "post", id: postId } as const;
  const note = "Please leave the insult out.";
  const { actionId } = succeeded(await moderate(moderator, { ...wish, ruleId: rule.id, note }));
  return { postId, quoting, rule, note, actionId: actionId ?? 0 };
}

test("the author is told what, why and by which rule, in the moment in which it takes effect", async () => {
  const { postId, rule, note } = await hidden();
  expect(await listStatements(ben)).toMatchObject([
    { role: "author", kind: "hide", reason: rule.title, note, basis: "own", postId, undone: false },
  ]);
});

test("who quoted it is told that the quote is redacted, and not a word of what was hidden", async () => {
  const { quoting, note, actionId } = await hidden();
  const told = await listStatements(eve);
  expect(told).toMatchObject([{ role: "quoter", thread: null, postId: null, note: "" }]);
  expect(JSON.stringify(told)).not.toContain(MARKER);
  expect(JSON.stringify(told)).not.toContain(note);
  expect(await redactedIn(eve, actionId)).toEqual([quoting]);
});

test("is read by nobody else, moderators included", async () => {
  await hidden();
  const [{ id } = { id: 0 }] = await listStatements(ben);
  expect(await readStatement(ben, id)).toMatchObject({ id });
  for (const who of [SIGNED_OUT, ada, eve, moderator]) {
    expect(await readStatement(who, id)).toBeNull();
    await markRead(who, id);
  }
  expect(await countUnreadStatements(ben)).toBe(1);
  await markRead(ben, id);
  expect(await countUnreadStatements(ben)).toBe(0);
});

test("what is taken back is told too, and the first statement says so", async () => {
  const { postId } = await hidden();
  succeeded(await moderate(moderator, { verb: "unhide", target: "post", id: postId }));
  expect(await listStatements(ben)).toMatchObject([
    { kind: "unhide" },
    { kind: "hide", undone: true },
  ]);
  expect(await listStatements(eve)).toHaveLength(2);
});

test("who acts is told nothing about their own action", async () => {
  const { id } = await thread(moderator, place);
  succeeded(await moderate(moderator, { verb: "lock", target: "thread", id, reason: "Done." }));
  expect(await listStatements(moderator)).toEqual([]);
});

test("tells no title of a thread that the person may not see, also when it was hidden later", async () => {
  const { postId } = await hidden();
  const { threadId: id } = await db().post.findUniqueOrThrow({ where: { id: postId } });
  await db().thread.update({ where: { id }, data: { title: `About ${MARKER}` } });
  expect(JSON.stringify(await listStatements(ben))).toContain(MARKER);
  succeeded(
    await moderate(moderator, { verb: "hide", target: "thread", id, reason: "Its title." }),
  );
  const told = [...(await listStatements(ben)), ...(await listStatements(eve))];
  expect(JSON.stringify(told)).not.toContain(MARKER);
  expect(told[0]).toMatchObject({ kind: "hide", thread: { id, title: null } });
  expect(JSON.stringify(await statementOf(told[0]?.id ?? 0))).not.toContain(MARKER);
  // Who opened it sees it still, and so what it is called.
  expect(await listStatements(ada)).toMatchObject([{ thread: { title: `About ${MARKER}` } }]);
});
