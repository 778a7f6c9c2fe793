/** A person's vote on a post: for, against, or none. */
export type VoteValue = -1 | 0 | 1;

/** The votes of a post, counted. */
export interface Tally {
  upVotes: number;
  downVotes: number;
}

/** The tally after one person's vote changed from `before` to `after`. */
export function changedTally(tally: Tally, before: VoteValue, after: VoteValue): Tally {
  return {
    upVotes: tally.upVotes + Number(after === 1) - Number(before === 1),
    downVotes: tally.downVotes + Number(after === -1) - Number(before === -1),
  };
}

export function scoreOf(tally: Tally): number {
  return tally.upVotes - tally.downVotes;
}

/** A post's score after a vote, and the voter's own vote. */
export interface VoteOutcome {
  postId: number;
  threadId: number;
  score: number;
  ownVote: VoteValue;
}
