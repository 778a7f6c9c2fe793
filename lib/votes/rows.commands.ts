// The statements of a vote, in plain SQL: nothing is written as often.
import { z } from "zod";
import type { PlainTransaction } from "@/lib/db/pool";
import { postFacts } from "@/lib/policy/facts";
import type { PostFacts } from "@/lib/policy/visibility";
import type { Tally, VoteValue } from "@/lib/votes/vote";

/**
 * Locks what a vote on a post changes, in the order of lib/db/locks.ts: the row of the post and,
 * before it, its thread's if it opens the thread. Votes on replies leave the thread's row alone, so
 * that they don't wait for one another.
 *
 * @returns whether there is such a post
 */
export async function lockVoted(tx: PlainTransaction, postId: number): Promise<boolean> {
  const reply = await tx.query({
    name: "lock-voted-reply",
    text: "SELECT 1 FROM posts WHERE id = $1 AND parent_id IS NOT NULL FOR NO KEY UPDATE",
    values: [postId],
  });
  if (reply.rows.length === 1) return true;
  const thread = await tx.query({
    name: "lock-voted-thread",
    text: `SELECT 1 FROM threads WHERE id = (SELECT thread_id FROM posts WHERE id = $1)
              FOR NO KEY UPDATE`,
    values: [postId],
  });
  if (thread.rows.length === 0) return false;
  const opening = await tx.query({
    name: "lock-voted-opening",
    text: "SELECT 1 FROM posts WHERE id = $1 FOR NO KEY UPDATE",
    values: [postId],
  });
  return opening.rows.length === 1;
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
}

const voteValue = z.union([z.literal(-1), z.literal(0), z.literal(1)]);

const votedRow = z.object({
  thread_id: z.number(),
  opening: z.boolean(),
  author_id: z.number(),
  hide_action_id: z.number().nullable(),
  deleted_at: z.date().nullable(),
  up_votes: z.number(),
  down_votes: z.number(),
  thread_author_id: z.number(),
  board_id: z.number(),
  thread_hide_action_id: z.number().nullable(),
  lock_action_id: z.number().nullable(),
  thread_created_at: z.date(),
  own_vote: voteValue,
});

/** Reads it after it was locked: before that, another vote may be under way. */
export async function readVoted(
  tx: PlainTransaction,
  postId: number,
  userId: number,
): Promise<VotedPost | null> {
  const { rows } = await tx.query({
    name: "read-voted",
    text: `SELECT p.thread_id, p.parent_id IS NULL AS opening, p.author_id, p.hide_action_id,
                  p.deleted_at, p.up_votes, p.down_votes, t.author_id AS thread_author_id,
                  t.board_id, t.hide_action_id AS thread_hide_action_id, t.lock_action_id,
                  t.created_at AS thread_created_at, coalesce(v.value, 0) AS own_vote
             FROM posts p JOIN threads t ON t.id = p.thread_id
             LEFT JOIN votes v ON v.post_id = p.id AND v.user_id = $2
            WHERE p.id = $1`,
    values: [postId, userId],
  });
  if (rows[0] === undefined) return null;
  const row = votedRow.parse(rows[0]);
  return {
    threadId: row.thread_id,
    threadCreatedAt: row.thread_created_at,
    opening: row.opening,
    facts: postFacts({
      authorId: row.author_id,
      hideActionId: row.hide_action_id,
      deletedAt: row.deleted_at,
      thread: {
        authorId: row.thread_author_id,
        boardId: row.board_id,
        hideActionId: row.thread_hide_action_id,
        lockActionId: row.lock_action_id,
      },
    }),
    tally: { upVotes: row.up_votes, downVotes: row.down_votes },
    ownVote: row.own_vote,
  };
}

const SET_VOTE = `INSERT INTO votes (post_id, user_id, value) VALUES ($1, $2, $3)
    ON CONFLICT (post_id, user_id) DO UPDATE SET value = EXCLUDED.value`;
const TAKE_BACK = "DELETE FROM votes WHERE post_id = $1 AND user_id = $2 AND $3::smallint = 0";

/** Writes a vote, or takes it back (0), and what the post counts of it. */
export async function writeVote(
  tx: PlainTransaction,
  { postId, userId, value }: { postId: number; userId: number; value: VoteValue },
  { upVotes, downVotes, score, rank }: Tally & { score: number; rank: number },
): Promise<void> {
  await tx.query({
    name: value === 0 ? "take-vote-back" : "set-vote",
    text: `WITH changed AS (${value === 0 ? TAKE_BACK : SET_VOTE})
           UPDATE posts SET up_votes = $4, down_votes = $5, score = $6, best_rank = $7 WHERE id = $1`,
    values: [postId, userId, value, upVotes, downVotes, score, rank],
  });
}

/** The thread's copy of its opening post's score, and what it ranks by. */
export async function writeRank(
  tx: PlainTransaction,
  threadId: number,
  { score, rank }: { score: number; rank: number },
): Promise<void> {
  await tx.query({
    name: "rank-voted-thread",
    text: "UPDATE threads SET score = $2, hot_rank = $3 WHERE id = $1",
    values: [threadId, score, rank],
  });
}
