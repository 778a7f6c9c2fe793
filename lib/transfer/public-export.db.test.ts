import { beforeEach, expect, test } from "vitest";
import { usernameKey } from "@/lib/accounts/username";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import type { Member } from "@/lib/policy/viewer";
import { deletePost, editPost, reply } from "@/lib/posts/commands";
import { openThread } from "@/lib/threads/commands";
import { exportThread, exportThreads } from "@/lib/transfer/export.queries";
import { forgetEverything } from "@/lib/transfer/testing/forget.commands";

async function person(username: string, moderates: number[] = []): Promise<Member> {
  const { id } = await db().user.create({
    data: {
      ...{ username, usernameKey: usernameKey(username), passwordHash: "hash-of-a-password" },
      moderates: { create: moderates.map((boardId) => ({ boardId })) },
    },
  });
  return { signedIn: true, id, username, admin: false, moderates };
}

let ada: Member;
let bob: Member;
let judge: Member;

beforeEach(async () => {
  await forgetEverything();
  const board = await db().board.create({ data: { slug: "b", name: "B" } });
  ada = await person("ada");
  bob = await person("bobthesilent");
  judge = await person("judge", [board.id]);
});

const formKey = () => crypto.randomUUID();

async function open(title: string, text: string): Promise<{ threadId: number; postId: number }> {
  const input = { kind: "text" as const, board: "b", title, text, formKey: formKey() };
  const opened = await openThread(ada, input);
  if (!opened.ok) throw new Error(opened.message);
  const { threadId } = opened.value;
  const { id } = await db().post.findFirstOrThrow({ where: { threadId } });
  return { threadId, postId: id };
}

async function answer(author: Member, parentId: number, markdown: string): Promise<number> {
  const replied = await reply(author, { parentId, markdown, formKey: formKey() });
  if (!replied.ok) throw new Error(replied.message);
  return replied.value.postId;
}

const hide = (target: "thread" | "post", id: number) =>
  moderate(judge, { verb: "hide", target, id, reason: "Rude, I fear." });

const PUBLIC = { audience: "public" as const, forum: "f" };

async function publicText(): Promise<string> {
  const lines: string[] = [];
  for await (const thread of exportThreads(PUBLIC)) lines.push(JSON.stringify(thread));
  return lines.join("\n");
}

test("a hidden thread is absent, and --thread does not find it", async () => {
  const { threadId } = await open("The zebra title", "The zebra words of the opening.");
  await open("Another", "What everybody may read.");
  await hide("thread", threadId);
  expect(await publicText()).not.toMatch(/zebra|Rude/);
  expect(await publicText()).toMatch(/everybody/);
  expect(await exportThread(PUBLIC, threadId)).toBeNull();
});

test("a hidden post is gone with its author, from quotes and quotes of quotes as well", async () => {
  const { postId } = await open("Title", "The opening, which is harmless.");
  const secret = await answer(bob, postId, "The zebra went over the hill.\n\nAnd came back.");
  const quoter = await answer(ada, secret, "> The zebra went over the hill.\n\nDid it now?");
  const chain = "> > The zebra went over the hill.\n>\n> Did it now?\n\nI never saw it.";
  const third = await answer(judge, quoter, chain);
  await editPost(judge, { postId: third, markdown: `${chain}\n\nNor did you.` });
  await hide("post", secret);
  const text = await publicText();
  expect(text).not.toMatch(/zebra|hill|bobthesilent|came back/);
  expect(text).toMatch(/Did it now/);
  expect(text).toMatch(/Nor did you/);
  const { posts } = JSON.parse(text);
  expect(posts[1]).toMatchObject({
    author: null,
    body: null,
    state: "hidden",
    score: 0,
    quotes: [],
  });
  expect(posts[2].quotes).toEqual([{ exact: "", status: "redacted", source: null }]);
  expect(posts[3].quotes).toContainEqual({ exact: "", status: "redacted", source: null });
});

test("a deleted post is gone with its author; one that nobody answered leaves no trace", async () => {
  const { postId } = await open("Title", "The opening, which is harmless.");
  const answered = await answer(bob, postId, "The zebra is mine.");
  await answer(ada, answered, "Is it?");
  const alone = await answer(bob, postId, "Another zebra.");
  await deletePost(bob, answered);
  await deletePost(bob, alone);
  const text = await publicText();
  expect(text).not.toMatch(/zebra|bobthesilent/);
  const { posts } = JSON.parse(text);
  expect(posts.map(({ state }: { state: string }) => state)).toEqual(["open", "deleted", "open"]);
});

test("nothing of earlier revisions, votes, accounts or where hidden posts came from", async () => {
  const { postId } = await open("Title", "The zebra, as I first wrote.");
  await editPost(ada, { postId, markdown: "The horse, as I meant." });
  const secret = await answer(bob, postId, "Something rude.");
  await answer(ada, secret, "Now, now.");
  await db().post.update({ where: { id: secret }, data: { sourceId: "elsewhere-77" } });
  await hide("post", secret);
  const text = await publicText();
  expect(text).toMatch(/horse/);
  expect(text).not.toMatch(
    /zebra|elsewhere|hash-of|revisions|votes|moderation|deletedAt|judge|Rude/,
  );
});

test("the operator's export has every word, but no password", async () => {
  const { threadId, postId } = await open("Title", "The zebra, as I first wrote.");
  await editPost(ada, { postId, markdown: "The horse, as I meant." });
  await deletePost(bob, await answer(bob, postId, "A donkey."));
  await hide("thread", threadId);
  const text = JSON.stringify(await exportThread({ audience: "operator", forum: "f" }, threadId));
  expect(text).toMatch(/zebra.*donkey.*Rude, I fear/);
  expect(text).not.toMatch(/hash-of/);
});
