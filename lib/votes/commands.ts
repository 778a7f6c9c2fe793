import { inTransaction } from "@/lib/db/client";
import { lockPost, lockThread } from "@/lib/db/locks";
import { mayVote } from "@/lib/policy/debate";
import { POST_FACTS, postFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import { bestRank } from "@/lib/posts/ranking";
import { failure, type Result, success } from "@/lib/result";
import { hotRank } from "@/lib/threads/ranking";
import { changedTally, scoreOf, type VoteOutcome, type VoteValue } from "@/lib/votes/vote";

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
  return inTransaction(async (tx) => {
    const place = await tx.post.findUnique({
      where: { id: postId },
      select: { threadId: true, parentId: true },
    });
    const missing = failure("missing", "That post is not here any more.");
    if (place === null) return missing;
    const opening = place.parentId === null;
    // Votes on replies leave the thread's row alone, so that they don't wait for one another.
    if (opening) await lockThread(tx, place.threadId);
    await lockPost(tx, postId);
    const post = await tx.post.findUnique({
      where: { id: postId },
      select: {
        ...POST_FACTS,
        upVotes: true,
        downVotes: true,
        thread: { select: { ...POST_FACTS.thread.select, createdAt: true } },
        votes: { where: { userId: actor.id }, select: { value: true } },
      },
    });
    if (post === null) return missing;
    const decision = mayVote(actor, postFacts(post));
    if (!decision.allowed) return failure("denied", decision.why);
    const before = (post.votes[0]?.value ?? 0) as VoteValue;
    const tally = changedTally(post, before, value);
    const score = scoreOf(tally);
    const outcome = { postId, threadId: post.threadId, score, ownVote: value };
    if (before === value) return success(outcome);
    const voter = { postId_userId: { postId, userId: actor.id } };
    if (value === 0) await tx.vote.delete({ where: voter });
    else {
      await tx.vote.upsert({
        where: voter,
        create: { postId, userId: actor.id, value },
        update: { value },
      });
    }
    await tx.post.update({
      where: { id: postId },
      data: { ...tally, score, bestRank: bestRank(tally.upVotes, tally.downVotes) },
    });
    if (opening) {
      await tx.thread.update({
        where: { id: post.threadId },
        data: { score, hotRank: hotRank(score, post.thread.createdAt) },
      });
    }
    return success(outcome);
  });
}
