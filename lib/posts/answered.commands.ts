// The statements of a reply, in plain SQL: what is written most, after votes.
import { z } from "zod";
import { BeginAnew } from "@/lib/db/anew";
import type { Statements } from "@/lib/db/client";
import { lockThreadOf } from "@/lib/db/locks";
import type { DebateFacts, Pace } from "@/lib/policy/debate";
import { postFacts, threadFacts } from "@/lib/policy/facts";
import { postFactsRow } from "@/lib/policy/schema";
import type { PostFacts } from "@/lib/policy/visibility";

/** A post that is answered, as far as its answer goes. */
export interface AnsweredPost {
  threadId: number;
  facts: PostFacts;
  thread: DebateFacts;
  pace: Pace;
  /** The suspension or ban that is on who answers, in force or not. */
  restrictActionId: number | null;
}

const answeredRow = postFactsRow.extend({
  threadId: z.number(),
  slowMinutes: z.number().nullable(),
  lastOwnAt: z.date().nullable(),
  restrictActionId: z.number().nullable(),
});

/**
 * Locks the thread of a post and reads who may answer it; null where there is no such post. Holds the
 * row of who answers, as lib/accounts/standing.queries.ts says.
 *
 * @param authorId who wants to answer: where a thread is slowed down, when they last wrote in it
 */
export async function lockAnswered(
  tx: Statements,
  postId: number,
  authorId: number,
): Promise<AnsweredPost | null> {
  const locked = await lockThreadOf(tx, postId);
  if (locked === null) return null;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT p.thread_id AS "threadId", p.author_id AS "authorId",
           p.hide_action_id AS "hideActionId", p.deleted_at AS "deletedAt",
           json_build_object(
             'authorId', t.author_id, 'boardId', t.board_id,
             'hideActionId', t.hide_action_id, 'lockActionId', t.lock_action_id) AS thread,
           t.slow_minutes AS "slowMinutes",
           CASE WHEN t.slow_minutes IS NOT NULL THEN
             (SELECT max(own.created_at) FROM posts own
               WHERE own.thread_id = t.id AND own.author_id = ${authorId}) END AS "lastOwnAt",
           u.restrict_action_id AS "restrictActionId"
      FROM posts p JOIN threads t ON t.id = p.thread_id
      JOIN users u ON u.id = ${authorId}
     WHERE p.id = ${postId} FOR KEY SHARE OF u`;
  if (rows[0] === undefined) return null;
  const row = answeredRow.parse(rows[0]);
  if (row.threadId !== locked) throw new BeginAnew("The post was moved to another thread.");
  const { threadId, restrictActionId, slowMinutes, lastOwnAt } = row;
  return {
    ...{ threadId, facts: postFacts(row), thread: threadFacts(row.thread) },
    ...{ restrictActionId, pace: { slowMinutes, lastOwnAt } },
  };
}

/** Writes the row of a reply; its first revision is written next. */
export async function createReply(
  tx: Statements,
  post: { threadId: number; parentId: number; authorId: number; createdAt: Date; formKey: string },
): Promise<number> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO posts (thread_id, parent_id, author_id, created_at, form_key)
    VALUES (${post.threadId}, ${post.parentId}, ${post.authorId}, ${post.createdAt}, ${post.formKey})
    RETURNING id`;
  if (rows[0] === undefined) throw new Error("The post that was written did not come back.");
  return rows[0].id;
}
