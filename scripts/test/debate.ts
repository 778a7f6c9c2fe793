// People, boards, threads and posts for tests on a real database, made by the forum's own commands.
import { randomUUID } from "node:crypto";
import { usernameKey } from "@/lib/accounts/username";
import { db } from "@/lib/db/client";
import type { Member } from "@/lib/policy/viewer";
import { reply } from "@/lib/posts/commands";
import type { Result } from "@/lib/result";
import { openThread } from "@/lib/threads/commands";

let made = 0;

/** A new person, as lib/auth would say who is looking. */
export async function person(
  role: { admin?: boolean; moderates?: readonly number[] } = {},
): Promise<Member> {
  made += 1;
  const username = `person${made}`;
  const admin = role.admin ?? false;
  const moderates = role.moderates ?? [];
  const { id } = await db().user.create({
    data: {
      username,
      usernameKey: usernameKey(username),
      passwordHash: "x",
      role: admin ? "admin" : "member",
      moderates: { create: moderates.map((boardId) => ({ boardId })) },
    },
  });
  return { signedIn: true, id, username, admin, moderates };
}

export async function board(): Promise<{ id: number; slug: string }> {
  made += 1;
  const slug = `board-${made}`;
  const { id } = await db().board.create({ data: { slug, name: `Board ${made}` } });
  return { id, slug };
}

/** What a command returned, where anything but success would be a mistake of the test. */
export function succeeded<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.kind}: ${result.message}`);
  return result.value;
}

/** A new thread of an author; `openingId` is its opening post. */
export async function thread(
  author: Member,
  place: { slug: string },
  text = "The opening words of this thread.",
): Promise<{ id: number; openingId: number }> {
  made += 1;
  const opened = await openThread(author, {
    kind: "text",
    board: place.slug,
    title: `Thread ${made}`,
    text,
    formKey: randomUUID(),
  });
  const { threadId } = succeeded(opened);
  const opening = await db().post.findFirstOrThrow({ where: { threadId, parentId: null } });
  return { id: threadId, openingId: opening.id };
}

/** Answers a post. @returns the id of the reply */
export async function answer(author: Member, parentId: number, markdown: string): Promise<number> {
  return succeeded(await reply(author, { parentId, markdown, formKey: randomUUID() })).postId;
}

/**
 * Puts many plain replies under a post at once, past the commands: for tests that need a long
 * thread, and are not about how it came about.
 */
export async function manyReplies(author: Member, parentId: number, count: number): Promise<void> {
  const { threadId } = await db().post.findUniqueOrThrow({ where: { id: parentId } });
  await db().$executeRaw`
    WITH written AS (
      INSERT INTO posts (thread_id, parent_id, author_id)
      SELECT ${threadId}, ${parentId}, ${author.id} FROM generate_series(1, ${count})
      RETURNING id)
    INSERT INTO revisions (post_id, number, markdown_parts, html_parts, own_text, renderer_version)
    SELECT id, 1, ARRAY['Reply ' || id], ARRAY['<p>Reply ' || id || '</p>'], 'Reply ' || id, 1
      FROM written`;
  await db().$executeRaw`
    UPDATE posts p SET current_revision_id = r.id FROM revisions r
     WHERE r.post_id = p.id AND p.current_revision_id IS NULL`;
  await db().$executeRaw`
    UPDATE threads SET reply_count = reply_count + ${count} WHERE id = ${threadId}`;
}

const TABLES = [
  ...["users", "boards", "board_moderators", "threads", "posts", "revisions", "quotes", "votes"],
  "moderation_actions",
];

/** Every row of what a debate is stored in, for "nothing has changed". */
export async function everything(): Promise<Record<string, unknown[]>> {
  const dumped: Record<string, unknown[]> = {};
  for (const table of TABLES) {
    const rows = await db().$queryRawUnsafe<{ row: unknown }[]>(
      `SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY to_jsonb(t)::text`,
    );
    dumped[table] = rows.map(({ row }) => row);
  }
  return dumped;
}
