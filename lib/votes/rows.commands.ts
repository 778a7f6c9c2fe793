// The statements of a vote, in plain SQL: nothing is written as often.
import { z } from "zod";
import type { Statements } from "@/lib/db/client";
import { lockPost, lockThreadOf } from "@/lib/db/locks";
import { postFacts } from "@/lib/policy/facts";
import { postFactsRow } from "@/lib/policy/schema";
import type { PostFacts } from "@/lib/policy/visibility";
import type { Tally, VoteValue } from "@/lib/votes/vote";

/**
 * Locks what a vote on a post changes, in the order of lib/db/locks.ts: the row of the post and,
 * before it, its thread's if it opens the thread. Votes on replies leave the thread's row alone, so
 * that they don't wait for one another.
 *
 * @returns whether there is such a post
 */
export async function lockVoted(tx: Statements, postId: number): Promise<boolean> {
  const reply = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM posts WHERE id = ${postId} AND parent_id IS NOT NULL FOR NO KEY UPDATE`;
  if (reply.length === 1) return true;
  return (await lockThreadOf(tx, postId)) !== null && (await lockPost(tx, postId));
}

/** A post as far as a vote on it goes. */
export interface VotedPost {
  threadId: number;
  threadCreatedAt: Date;
  opening: boolean;
  facts: PostFacts;
  tally: Tally;
  /** The voter's vote until now. */
  ownVote: VoteValue;
  /** The suspension or ban that is on the voter, in force or not. */
  restrictActionId: number | null;
}

const votedRow = postFactsRow.extend({
  threadId: z.number(),
  threadCreatedAt: z.date(),
  opening: z.boolean(),
  tally: z.object({ upVotes: z.number(), downVotes: z.number() }),
  ownVote: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
  restrictActionId: z.number().nullable(),
});

/**
 * Reads it after it was locked: before that, another vote may be under way. Holds the row of who
 * votes, as lib/accounts/standing.queries.ts says.
 */
export async function readVoted(
  tx: Statements,
  postId: number,
  userId: number,
): Promise<VotedPost | null> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT p.thread_id AS "threadId", t.created_at AS "threadCreatedAt",
           p.parent_id IS NULL AS opening, p.author_id AS "authorId",
           p.hide_action_id AS "hideActionId", p.deleted_at AS "deletedAt",
           json_build_object(
             'authorId', t.author_id, 'boardId', t.board_id,
             'hideActionId', t.hide_action_id, 'lockActionId', t.lock_action_id) AS thread,
           json_build_object('upVotes', p.up_votes, 'downVotes', p.down_votes) AS tally,
           coalesce(v.value, 0) AS "ownVote", u.restrict_action_id AS "restrictActionId"
      FROM posts p JOIN threads t ON t.id = p.thread_id
      JOIN users u ON u.id = ${userId}
      LEFT JOIN votes v ON v.post_id = p.id AND v.user_id = ${userId}
     WHERE p.id = ${postId} FOR KEY SHARE OF u`;
  if (rows[0] === undefined) return null;
  const { authorId, hideActionId, deletedAt, thread, ...voted } = votedRow.parse(rows[0]);
  return { ...voted, facts: postFacts({ authorId, hideActionId, deletedAt, thread }) };
}

/** Writes a vote, or takes it back (0), and what the post counts of it. */
export async function writeVote(
  tx: Statements,
  { postId, userId, value }: { postId: number; userId: number; value: VoteValue },
  { upVotes, downVotes, score, rank }: Tally & { score: number; rank: number },
): Promise<void> {
  if (value === 0) {
    await tx.$executeRaw`DELETE FROM votes WHERE post_id = ${postId} AND user_id = ${userId}`;
  } else {
    await tx.$executeRaw`
      INSERT INTO votes (post_id, user_id, value) VALUES (${postId}, ${userId}, ${value})
          ON CONFLICT (post_id, user_id) DO UPDATE SET value = EXCLUDED.value`;
  }
  await tx.$executeRaw`
    UPDATE posts SET up_votes = ${upVotes}, down_votes = ${downVotes}, score = ${score},
                     best_rank = ${rank}
     WHERE id = ${postId}`;
}

/** The thread's copy of its opening post's score, and what it ranks by. */
export async function writeRank(
  tx: Statements,
  threadId: number,
  { score, rank }: { score: number; rank: number },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE threads SET score = ${score}, hot_rank = ${rank} WHERE id = ${threadId}`;
}
