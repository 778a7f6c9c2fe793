import { randomUUID } from "node:crypto";
import { usernameKey } from "@/lib/accounts/username";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import type { Member } from "@/lib/policy/viewer";
import { deletePost, editPost, reply } from "@/lib/posts/commands";
import { openThread } from "@/lib/threads/commands";
import { castVote } from "@/lib/votes/commands";

/** A random generator that a seed makes repeatable (mulberry32). @returns numbers from 0 to below 1 */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const NAMES = ["ada", "bob", "Čapek", "дора"];

/** People with accounts, and a board that the last of them moderates. */
export async function settle(): Promise<{ people: Member[]; moderator: Member; slug: string }> {
  const board = await db().board.create({
    data: { slug: "storm", name: "The storm", description: "Wind and rain.", position: 3 },
  });
  const people: Member[] = [];
  for (const username of NAMES) {
    const data = { username, usernameKey: usernameKey(username), passwordHash: "x" };
    const { id } = await db().user.create({ data });
    people.push({ signedIn: true, id, username, admin: false, moderates: [] });
  }
  const moderator: Member = { ...(people.at(-1) as Member), moderates: [board.id] };
  return { people: [...people.slice(0, -1), moderator], moderator, slug: board.slug };
}

/** So many random things that people and a moderator do, one after the other. */
export async function storm(steps: number, random: () => number): Promise<void> {
  const { people, moderator, slug } = await settle();
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const words = () =>
    Array.from({ length: 8 }, () => `word${Math.floor(random() * 4000)}`).join(" ");
  const text = () => `${words()}.\n\n${words()}.\n- ${words()}\n`;
  const open = async (kind: "text" | "article" | "link") => {
    const url = `https://example.org/${randomUUID()}`;
    const input = { kind, board: slug, title: words(), text: text(), url, formKey: randomUUID() };
    await openThread(pick(people), input);
  };
  await open("article");
  await open("link");
  await open("text");
  for (let step = 0; step < steps; step += 1) {
    const posts = await db().post.findMany({
      orderBy: { id: "asc" },
      include: { currentRevision: true },
    });
    const post = pick(posts);
    const other = pick(posts.filter(({ threadId }) => threadId === post.threadId));
    const author = people.find(({ id }) => id === post.authorId) ?? moderator;
    const own = other.currentRevision?.markdownParts.join("\n\n") ?? "";
    const passage = pick(own.split(/\n+/).filter((each) => each.length > 20)) ?? "nothing of that";
    const quoted = passage
      .split(" ")
      .slice(0, 2 + Math.floor(random() * 6))
      .join(" ");
    const body = `${text()}\n> ${quoted}\n\n${text()}`;
    // Half of the edits keep the words that others quote.
    const edited = random() < 0.5 ? body : `${text()}\n${own}\n\n${body}`;
    const chance = random();
    const input = { parentId: post.id, markdown: body, formKey: randomUUID() };
    if (chance < 0.45) await reply(pick(people), input);
    else if (chance < 0.65) await editPost(author, { postId: post.id, markdown: edited });
    else if (chance < 0.85) await castVote(pick(people), post.id, pick([1, -1, 0]));
    else if (chance < 0.88) await deletePost(author, post.id);
    else {
      const verb = pick(["hide", "unhide", "lock", "unlock", "unhide", "unlock"] as const);
      const target = post.parentId === null || verb.endsWith("lock") ? "thread" : "post";
      const id = target === "post" ? post.id : post.threadId;
      await moderate(moderator, { verb, target, id, reason: words() });
    }
  }
}
