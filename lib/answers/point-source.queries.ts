import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { PostFacts } from "@/lib/policy/visibility";

/** A post whose answered passages are asked for; what of it may be seen is for its reader to ask. */
export interface SourceRow {
  id: number;
  thread_id: number;
  parent_id: number | null;
  author_id: number;
  username: string;
  created_at: Date;
  deleted: boolean;
  hidden_at: Date | null;
  hide_reason: string | null;
  revision_id: number;
  html_parts: string[];
  own_text: string;
  title: string;
  thread_author_id: number;
  board_id: number;
  thread_hidden_at: Date | null;
  thread_hide_reason: string | null;
}

/** Which post is asked about: the one that opened a thread, or one by its id. */
export type WhichSource = { threadId: number } | { postId: number };

/** The post, or the opening post of the thread, as it is stored; null where there is none. */
export async function readSource(which: WhichSource): Promise<SourceRow | null> {
  const condition =
    "threadId" in which
      ? Prisma.sql`p.thread_id = ${which.threadId} AND p.parent_id IS NULL`
      : Prisma.sql`p.id = ${which.postId}`;
  const [row] = await db().$queryRaw<SourceRow[]>`
    SELECT p.id, p.thread_id, p.parent_id, p.author_id, u.username, p.created_at,
           p.deleted_at IS NOT NULL AS deleted, ph.created_at AS hidden_at,
           ph.reason AS hide_reason, r.id AS revision_id, r.html_parts, r.own_text, t.title,
           t.author_id AS thread_author_id, t.board_id, th.created_at AS thread_hidden_at,
           th.reason AS thread_hide_reason
      FROM posts p
      JOIN users u ON u.id = p.author_id
      JOIN revisions r ON r.id = p.current_revision_id
      JOIN threads t ON t.id = p.thread_id
      LEFT JOIN moderation_actions ph ON ph.id = p.hide_action_id
      LEFT JOIN moderation_actions th ON th.id = t.hide_action_id
     WHERE ${condition}
     ORDER BY p.id LIMIT 1`;
  return row ?? null;
}

/** What decides about it. */
export function factsOf(source: SourceRow): PostFacts {
  const thread = {
    authorId: source.thread_author_id,
    boardId: source.board_id,
    hidden: source.thread_hidden_at !== null,
  };
  const { author_id: authorId, deleted, hidden_at } = source;
  return { authorId, deleted, hidden: hidden_at !== null, thread };
}
