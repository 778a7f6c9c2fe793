import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { dismissAdmin } from "@/lib/accounts/roles.commands";
import { createBoard } from "@/lib/boards/commands";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import type { Member, Restriction } from "@/lib/policy/viewer";
import { deletePost, editPost, reply } from "@/lib/posts/commands";
import { leaveQuote, requote } from "@/lib/posts/requote.commands";
import type { Result } from "@/lib/result";
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
  const commands: Record<string, (actor: Member) => Promise<Result<unknown>>> = {
    reply: (actor) => reply(actor, { parentId, markdown: "Another.", formKey: randomUUID() }),
    edit: (actor) => editPost(actor, { postId: own, markdown: "Changed." }),
    delete: (actor) => deletePost(actor, own),
    requote: (actor) => requote(actor, quote.identity),
    leaveQuote: (actor) => leaveQuote(actor, quote.identity),
    vote: (actor) => castVote(actor, parentId, 1),
    openThread: (actor) => openThread(actor, opening()),
    warn: (actor) =>
      actOnPerson(actor, { verb: "warn", personId: victim.id, ruleId, note: "A test." }),
    ban: (actor) =>
      actOnPerson(actor, { verb: "ban", personId: victim.id, ruleId, note: "A test." }),
    hideAll: (actor) => hideAll(actor, { personId: victim.id, ruleId, note: "A test." }),
    createBoard: (actor) =>
      createBoard(actor, { slug: randomUUID(), name: "B", description: "", position: 0 }),
    dismissAdmin: (actor) => dismissAdmin(actor, { userId: admin.id }),
  };
  return { who, commands, threadId: other.id };
}

/** Those that only an admin may do are refused to a moderator anyway. */
const OF_ADMINS = ["ban", "hideAll", "createBoard", "dismissAdmin"];

test("every command is refused to somebody suspended since their session was read", async () => {
  const { who, commands } = await busy();
  succeeded(await suspend(who));
  const before = await everything();
  for (const [name, command] of Object.entries(commands)) {
    const result = await command(who);
    expect(result, name).toMatchObject({ ok: false, kind: "denied" });
    if (OF_ADMINS.includes(name)) continue;
    expect(result.ok || result.message, name).toMatch(/suspended until .* UTC: you can read/);
  }
  expect(await everything()).toEqual(before);
});

test("and to somebody whose session says so, moderating included", async () => {
  const { who, commands, threadId } = await busy();
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
  const hide = { verb: "hide", target: "thread", id: threadId, reason: "A test." } as const;
  expect(await moderate({ ...who, restricted }, hide)).toMatchObject({ kind: "denied" });
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
