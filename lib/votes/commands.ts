import { underRestriction } from "@/lib/accounts/standing.queries";
import { inPlainTransaction } from "@/lib/db/plain";
import { mayVote } from "@/lib/policy/debate";
import type { Viewer } from "@/lib/policy/viewer";
import { bestRank } from "@/lib/posts/ranking";
import { failure, type Result, success } from "@/lib/result";
import { hotRank } from "@/lib/threads/ranking";
import { lockVoted, readVoted, writeRank, writeVote } from "@/lib/votes/rows.commands";
import { changedTally, scoreOf, type VoteOutcome, type VoteValue } from "@/lib/votes/vote";

const MISSING = failure("missing", "That post is not here any more.");

/**
 * Sets a person's vote on a post: 1, −1, or 0 to take it back. Set twice, it is set once. Score,
 * ranks and the thread's copy of the score change with it, under the post's lock.
 */
export async function castVote(
  actor: Viewer,
  postId: number,
  value: VoteValue,
): Promise<Result<VoteOutcome>> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in to vote.");
  return inPlainTransaction(async (tx) => {
    if (!(await lockVoted(tx, postId))) return MISSING;
    const post = await readVoted(tx, postId, actor.id);
    if (post === null) return MISSING;
    const who = await underRestriction(tx, actor, post.restrictActionId);
    const decision = mayVote(who, post.facts);
    if (!decision.allowed) return failure("denied", decision.why);
    const tally = changedTally(post.tally, post.ownVote, value);
    const score = scoreOf(tally);
    const outcome = { postId, threadId: post.threadId, score, ownVote: value };
    if (post.ownVote === value) return success(outcome);
    const rank = bestRank(tally.upVotes, tally.downVotes);
    await writeVote(tx, { postId, userId: actor.id, value }, { ...tally, score, rank });
    if (post.opening) {
      await writeRank(tx, post.threadId, { score, rank: hotRank(score, post.threadCreatedAt) });
    }
    return success(outcome);
  });
}
