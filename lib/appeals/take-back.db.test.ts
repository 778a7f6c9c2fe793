import { beforeAll, expect, test, vi } from "vitest";
import { fileAppeal } from "@/lib/appeals/commands";
import { decideAppeal } from "@/lib/appeals/decide.commands";
import { readAppeal } from "@/lib/appeals/queries";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { mergeThread, moveThread } from "@/lib/moderation/moving.commands";
import { splitBranch } from "@/lib/moderation/splitting.commands";
import type { Member } from "@/lib/policy/viewer";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import type { Result } from "@/lib/result";
import { rulesInForce } from "@/lib/rules/queries";
import { actOnPerson } from "@/lib/sanctions/commands";
import { hideAll } from "@/lib/sanctions/hide-all.commands";
import { goOnWithEverything } from "@/lib/sanctions/hide-all-threads.commands";
import { listStatements } from "@/lib/statements/queries";
import { readThread } from "@/lib/threads/queries";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";
import { brokenInvariants } from "@/scripts/test/invariants";

let moderator: Member;
let admin: Member;
let second: Member;
let place: { id: number; slug: string };
let other: { id: number; slug: string };

beforeAll(async () => {
  place = await board();
  other = await board();
  moderator = await person({ moderates: [place.id, other.id] });
  admin = await person({ admin: true });
  second = await person({ admin: true });
});

interface Scene {
  author: Member;
  threadId: number;
  postId: number;
}

type Acts = Record<string, (scene: Scene) => Promise<Result<{ actionId: number | null }>>>;

const reason = "Rule";

const ACTS: Acts = {
  "hiding a post": ({ postId }) =>
    moderate(moderator, { verb: "hide", target: "post", id: postId, reason }),
  "hiding a thread": ({ threadId }) =>
    moderate(moderator, { verb: "hide", target: "thread", id: threadId, reason }),
  "locking a thread": ({ threadId }) =>
    moderate(moderator, { verb: "lock", target: "thread", id: threadId, reason }),
  "marking as off topic": ({ postId }) =>
    moderate(moderator, { verb: "off-topic", target: "post", id: postId, reason }),
  "moving a thread": ({ threadId }) => moveThread(moderator, { id: threadId, board: other.slug }),
  "merging a thread": async ({ threadId }) =>
    mergeThread(moderator, { id: threadId, into: (await thread(moderator, place)).id }),
  "splitting a branch off": ({ postId }) =>
    splitBranch(moderator, { id: postId, title: "Of its own" }),
  "suspending somebody": async ({ author }) =>
    actOnPerson(admin, {
      ...{ verb: "suspend", personId: author.id, note: "A pause." },
      ruleId: (await rulesInForce())[0]?.id,
      until: new Date(Date.now() + 86_400_000),
    }),
};

/** What an action could have changed. */
async function state({ author, threadId, postId }: Scene) {
  return {
    thread: await db().thread.findUniqueOrThrow({
      where: { id: threadId },
      select: { boardId: true, hideActionId: true, lockActionId: true, mergedIntoId: true },
    }),
    post: await db().post.findUniqueOrThrow({
      where: { id: postId },
      select: { threadId: true, parentId: true, hideActionId: true, offTopicActionId: true },
    }),
    author: await db().user.findUniqueOrThrow({
      where: { id: author.id },
      select: { restrictActionId: true },
    }),
  };
}

test.each(Object.entries(ACTS))("%s is taken back when an appeal is upheld", async (name, act) => {
  const author = await person();
  const { id: threadId, openingId } = await thread(author, place);
  const scene = { author, threadId, postId: await answer(author, openingId, "My words.") };
  const before = await state(scene);
  const { actionId } = succeeded(await act(scene));
  expect(await state(scene)).not.toEqual(before);
  const against = { action: actionId ?? 0 };
  const now = new Date();
  const { appealId } = succeeded(await fileAppeal(author, { against, text: "Look again.", now }));
  const upheld = { appealId, upheld: true, answer: "You are right." };
  // Neither by who acted, nor by the author.
  for (const who of [moderator, author]) {
    expect(await decideAppeal(who, upheld)).toMatchObject({ ok: false });
  }
  const decider = name === "suspending somebody" ? second : admin;
  succeeded(await decideAppeal(decider, upheld));
  expect(await state(scene)).toEqual(before);
  expect(await readAppeal(decider, appealId)).toMatchObject({ stillInForce: false });
  expect(await brokenInvariants()).toEqual([]);
});

test("what hiding all that somebody wrote hid is shown again once it goes on", async () => {
  const author = await person();
  const { id: threadId } = await thread(author, place);
  const ruleId = (await rulesInForce())[0]?.id ?? 0;
  const hiding = { personId: author.id, ruleId, note: "All of it." };
  const { actionId } = succeeded(await hideAll(admin, hiding));
  const action = actionId ?? 0;
  succeeded(await goOnWithEverything(admin, action, 60_000));
  const text = "Look again.";
  const appeal = { against: { action }, text, now: new Date() };
  const { appealId } = succeeded(await fileAppeal(author, appeal));
  succeeded(await decideAppeal(second, { appealId, upheld: true, answer: "You are right." }));
  expect(await readAppeal(second, appealId)).toMatchObject({
    ...{ stillInForce: true, person: author.username },
  });
  succeeded(await goOnWithEverything(second, action, 60_000));
  expect(await readAppeal(second, appealId)).toMatchObject({ stillInForce: false });
  expect((await readThread(SIGNED_OUT, threadId)).found).toBe("thread");
});

test("an appeal against a suspension that is upheld leaves the ban that came after it", async () => {
  const author = await person();
  const ruleId = (await rulesInForce())[0]?.id;
  const done = { personId: author.id, note: "So.", ruleId };
  const until = new Date(Date.now() + 86_400_000);
  const pause = succeeded(await actOnPerson(admin, { ...done, verb: "suspend", until }));
  const against = { action: pause.actionId ?? 0 };
  const now = new Date();
  const { appealId } = succeeded(await fileAppeal(author, { against, text: "Look again.", now }));
  const ban = succeeded(await actOnPerson(admin, { ...done, verb: "ban" }));
  succeeded(await decideAppeal(second, { appealId, upheld: true, answer: "You are right." }));
  expect(await db().user.findUniqueOrThrow({ where: { id: author.id } })).toMatchObject({
    restrictActionId: ban.actionId,
  });
  expect(await db().moderationAction.count({ where: { undoesId: ban.actionId } })).toBe(0);
  expect(await readAppeal(second, appealId)).toMatchObject({ stillInForce: false });
});

test("an appeal that is upheld after its suspension was over leaves nothing to do by hand", async () => {
  const author = await person();
  const ruleId = (await rulesInForce())[0]?.id;
  const until = new Date(Date.now() + 100);
  const pause = { verb: "suspend", personId: author.id, note: "So.", ruleId, until } as const;
  const { actionId } = succeeded(await actOnPerson(admin, pause));
  const appeal = { against: { action: actionId ?? 0 }, text: "Look again.", now: new Date() };
  const { appealId } = succeeded(await fileAppeal(author, appeal));
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(until.getTime()));
  succeeded(await decideAppeal(second, { appealId, upheld: true, answer: "You are right." }));
  expect(await readAppeal(second, appealId)).toMatchObject({ stillInForce: false });
});

test("many appeals are decided at the same moment, each with one connection", async () => {
  const ruleId = (await rulesInForce())[0]?.id;
  const until = new Date(Date.now() + 86_400_000);
  const decisions: { appealId: number; upheld: true; answer: string }[] = [];
  for (let each = 0; each < 25; each += 1) {
    const author = await person();
    const pause = {
      verb: "suspend",
      personId: author.id,
      note: "A pause.",
      ruleId,
      until,
    } as const;
    const action = succeeded(await actOnPerson(admin, pause)).actionId ?? 0;
    const appeal = { against: { action }, text: "Look again.", now: new Date() };
    const { appealId } = succeeded(await fileAppeal(author, appeal));
    decisions.push({ appealId, upheld: true, answer: "You are right." });
  }
  const decided = await Promise.all(decisions.map((each) => decideAppeal(second, each)));
  expect(decided.filter(({ ok }) => ok)).toHaveLength(decisions.length);
});

test("a warning is withdrawn when an appeal is upheld, once, and its statement says so", async () => {
  const author = await person();
  const { openingId } = await thread(author, place);
  await answer(author, openingId, "My words.");
  const ruleId = (await rulesInForce())[0]?.id;
  const warned = {
    verb: "warn",
    personId: author.id,
    note: "Please mind the tone.",
    ruleId,
  } as const;
  const { actionId } = succeeded(await actOnPerson(admin, warned));
  const against = { action: actionId ?? 0 };
  const now = new Date();
  const { appealId } = succeeded(await fileAppeal(author, { against, text: "Look again.", now }));
  const upheld = { appealId, upheld: true, answer: "You are right." };
  await Promise.all([decideAppeal(second, upheld), decideAppeal(second, upheld)]);
  expect(await db().moderationAction.count({ where: { undoesId: actionId } })).toBe(1);
  expect(await listStatements(author)).toMatchObject([
    { kind: "lift" },
    { kind: "warn", undone: true },
  ]);
});
