import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { dismissAdmin } from "@/lib/accounts/roles.commands";
import { fileAppeal } from "@/lib/appeals/commands";
import { decideAppeal } from "@/lib/appeals/decide.commands";
import { changeScreening, createBoard } from "@/lib/boards/commands";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { mergeThread, moveThread } from "@/lib/moderation/moving.commands";
import { splitBranch, undoMoving } from "@/lib/moderation/splitting.commands";
import type { StateVerb } from "@/lib/moderation/verbs";
import type { Member, Restriction } from "@/lib/policy/viewer";
import { deletePost, editPost, reply } from "@/lib/posts/commands";
import { leaveQuote, requote } from "@/lib/posts/requote.commands";
import { noteOnCase, takeCase } from "@/lib/reports/cases.commands";
import { fileReport } from "@/lib/reports/commands";
import { decideCase } from "@/lib/reports/decide.commands";
import { decideHeld } from "@/lib/reports/held.commands";
import type { Result } from "@/lib/result";
import { addRule, arrangeRule } from "@/lib/rules/commands";
import { actOnPerson } from "@/lib/sanctions/commands";
import { hideAll } from "@/lib/sanctions/hide-all.commands";
import { openThread } from "@/lib/threads/commands";
import { castVote } from "@/lib/votes/commands";
import { answer, board, everything, person, succeeded, thread } from "@/scripts/test/debate";

let admin: Member;
let place: { id: number; slug: string };
let ruleId: number;

beforeAll(async () => {
  place = await board();
  admin = await person({ admin: true });
  ({ id: ruleId } = await db().rule.findFirstOrThrow());
});

function suspend({ id }: Member, by = admin) {
  const until = new Date(Date.now() + 3_600_000);
  return actOnPerson(by, { verb: "suspend", personId: id, ruleId, note: "A test.", until });
}

const opening = () => ({
  ...{ kind: "text" as const, board: place.slug, title: "A thread", text: "Words." },
  formKey: randomUUID(),
});

/** A person with something to do for every command, and all of them as functions. */
async function busy() {
  const [who, ann] = [await person({ moderates: [place.id] }), await person()];
  const other = await thread(ann, place, "Some words that can be quoted by others.");
  const own = await answer(
    who,
    other.openingId,
    "> Some words that can be quoted by others.\n\nYes.",
  );
  await editPost(ann, { postId: other.openingId, markdown: "Some words that can not be quoted." });
  const quote = await db().quote.findFirstOrThrow({ where: { postId: own } });
  const victim = await person();
  await thread(victim, place);
  const { openingId: parentId } = other;
  const moderation = await moderatedBy(victim);
  const commands: Record<string, (actor: Member) => Promise<Result<unknown>>> = {
    reply: (actor) => reply(actor, { parentId, markdown: "Another.", formKey: randomUUID() }),
    edit: (actor) => editPost(actor, { postId: own, markdown: "Changed." }),
    delete: (actor) => deletePost(actor, own),
    requote: (actor) => requote(actor, quote.identity),
    leaveQuote: (actor) => leaveQuote(actor, quote.identity),
    vote: (actor) => castVote(actor, parentId, 1),
    openThread: (actor) => openThread(actor, opening()),
    ...moderation,
    warn: (actor) =>
      actOnPerson(actor, { verb: "warn", personId: victim.id, ruleId, note: "A test." }),
    ban: (actor) =>
      actOnPerson(actor, { verb: "ban", personId: victim.id, ruleId, note: "A test." }),
    hideAll: (actor) => hideAll(actor, { personId: victim.id, ruleId, note: "A test." }),
    createBoard: (actor) =>
      createBoard(actor, { slug: randomUUID(), name: "B", description: "", position: 0 }),
    dismissAdmin: (actor) => dismissAdmin(actor, { userId: admin.id }),
  };
  return { who, commands };
}

/** What moderators decide on, beside what is in a debate. */
const cases = async () => [
  await db().reportCase.findMany({ orderBy: { id: "asc" }, include: { notes: true } }),
  await db().appeal.findMany({ orderBy: { id: "asc" } }),
  await db().rule.findMany({ orderBy: { id: "asc" } }),
];

/** Those that only an admin may do are refused to a moderator anyway. */
const OF_ADMINS = [
  ...["ban", "hideAll", "createBoard", "dismissAdmin", "addRule", "arrangeRule", "screen"],
];

/** A report, something held, an appeal, a thread and a split, for the moderator of the board. */
async function moderatedBy(
  author: Member,
): Promise<Record<string, (actor: Member) => Promise<Result<unknown>>>> {
  const { id, openingId } = await thread(author, place);
  const target = await thread(author, place);
  const top = await answer(author, openingId, "The top of a branch.");
  const split = succeeded(
    await splitBranch(admin, { id: await answer(author, top, "Under it."), title: "Apart" }),
  );
  const complaint = { kind: "rule", ruleId, explanation: "" } as const;
  const report = { postId: openingId, formKey: randomUUID(), complaint };
  succeeded(await fileReport(admin, report));
  const { id: caseId } = await db().reportCase.findFirstOrThrow({ where: { postId: openingId } });
  const held = await answer(author, openingId, "What is held.");
  const { id: hold } = await db().moderationAction.create({
    data: { kind: "hold", threadId: id, postId: held, reason: "Words", basis: "automatic" },
  });
  await db().post.update({ where: { id: held }, data: { hideActionId: hold } });
  const lock = { verb: "lock", target: "thread", id: target.id, ruleId } as const;
  const action = succeeded(await moderate(admin, lock)).actionId ?? 0;
  const against = { against: { action }, text: "Look again.", now: new Date() };
  const { appealId } = succeeded(await fileAppeal(author, against));
  const state = (verb: StateVerb, kind: "thread" | "post", of: number) => (actor: Member) =>
    moderate(actor, { verb, target: kind, id: of, reason: "A test.", minutes: 5 });
  const settings = { heldWords: ["x"], refusedWords: [], heldDomains: [], refusedDomains: [] };
  return {
    hide: state("hide", "thread", id),
    hidePost: state("hide", "post", top),
    lock: state("lock", "thread", id),
    pin: state("pin", "thread", id),
    slow: state("slow", "thread", id),
    offTopic: state("off-topic", "post", top),
    unlock: state("unlock", "thread", target.id),
    unhide: state("unhide", "post", held),
    move: (actor) => moveThread(actor, { id, board: place.slug }),
    merge: (actor) => mergeThread(actor, { id, into: target.id }),
    split: (actor) => splitBranch(actor, { id: top, title: "Of its own" }),
    undo: (actor) => undoMoving(actor, { action: split.actionId ?? 0 }),
    take: (actor) => takeCase(actor, { caseId, from: 0, want: "take" }),
    note: (actor) => noteOnCase(actor, { caseId, text: "A note." }),
    dismiss: (actor) => decideCase(actor, { outcome: "dismissed", case: caseId, answer: "" }),
    act: (actor) =>
      decideCase(actor, { outcome: "hide", case: caseId, rule: ruleId, note: "", answer: "" }),
    approve: (actor) => decideHeld(actor, { outcome: "approve", post: held }),
    keep: (actor) => decideHeld(actor, { outcome: "keep", post: held, rule: ruleId, note: "" }),
    uphold: (actor) => decideAppeal(actor, { appealId, upheld: true, answer: "Yes." }),
    refuse: (actor) => decideAppeal(actor, { appealId, upheld: false, answer: "No." }),
    addRule: (actor) => addRule(actor, { title: "A new rule", text: "" }),
    arrangeRule: (actor) => arrangeRule(actor, { verb: "retire", ruleId, neighbourId: ruleId }),
    screen: (actor) => changeScreening(actor, place.id, { holdFirst: 1, ...settings }),
  };
}

test("every command is refused to somebody suspended since their session was read", async () => {
  const { who, commands } = await busy();
  succeeded(await suspend(who));
  const [before, undecided] = [await everything(), await cases()];
  for (const [name, command] of Object.entries(commands)) {
    const result = await command(who);
    expect(result, name).toMatchObject({ ok: false, kind: "denied" });
    if (OF_ADMINS.includes(name)) continue;
    expect(result.ok || result.message, name).toMatch(/suspended until .* UTC: you can read/);
  }
  expect(await everything()).toEqual(before);
  expect(await cases()).toEqual(undecided);
});

test("and to somebody whose session says so, moderating included", async () => {
  const { who, commands } = await busy();
  succeeded(await suspend(who));
  const restricted: Restriction = {
    ...{ kind: "suspend", reason: "Spam", actionId: 1, statementId: null },
    until: new Date(Date.now() + 3_600_000),
  };
  const before = await everything();
  for (const [name, command] of Object.entries(commands)) {
    for (const actor of [
      { ...who, restricted },
      { ...who, admin: true, restricted },
    ]) {
      expect((await command(actor)).ok, name).toBe(false);
    }
  }
  expect(await everything()).toEqual(before);
});

test("each of them works again once it is lifted, or over", async () => {
  const { who, commands } = await busy();
  succeeded(await suspend(who));
  succeeded(await actOnPerson(admin, { verb: "lift", personId: who.id, note: "" }));
  for (const name of [
    "reply",
    "vote",
    "leaveQuote",
    "requote",
    "edit",
    "openThread",
    "warn",
    "delete",
  ]) {
    expect(await commands[name]?.(who), name).toMatchObject({ ok: true });
  }
});

test("of writes and a suspension at the same moment none comes after it", async () => {
  for (let round = 0; round < 12; round += 1) {
    const [who, ann] = [await person(), await person()];
    const { openingId: parentId } = await thread(ann, place);
    const written = () => db().post.count({ where: { authorId: who.id } });
    const writes = Array.from({ length: 6 }, () => [
      reply(who, { parentId, markdown: "Quickly.", formKey: randomUUID() }),
      openThread(who, opening()),
    ]).flat();
    await new Promise((resolve) => setTimeout(resolve, round * 4));
    succeeded(await suspend(who));
    // Whatever is answered later than the suspension has changed nothing any more.
    const then = await written();
    const results = await Promise.all(writes);
    expect(await written()).toBe(then);
    expect(results.filter(({ ok }) => ok)).toHaveLength(then);
  }
});
