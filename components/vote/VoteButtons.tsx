import type { VoteValue } from "@/lib/votes/vote";

/** The id of the one form on a page that all its vote buttons belong to. */
export const VOTE_FORM = "vote-form";

/**
 * Up, score, down. The buttons submit the page's one vote form; pressing a pressed one takes the
 * vote back. VoteIsland.client.tsx votes in place where scripts run.
 */
export function VoteButtons({
  postId,
  score,
  ownVote,
  enabled,
}: {
  postId: number;
  score: number;
  ownVote: VoteValue;
  enabled: boolean;
}) {
  if (!enabled) return <span className="votes votes-plain">{pointsOf(score)}</span>;
  return (
    <span className="votes" data-votes={postId}>
      <button
        type="submit"
        form={VOTE_FORM}
        name="vote"
        value={`${postId}:${ownVote === 1 ? "none" : "up"}`}
        aria-label="Upvote"
        aria-pressed={ownVote === 1}
        className="vote"
      >
        ▲
      </button>
      <span className="score" data-score>
        {score}
      </span>
      <button
        type="submit"
        form={VOTE_FORM}
        name="vote"
        value={`${postId}:${ownVote === -1 ? "none" : "down"}`}
        aria-label="Downvote"
        aria-pressed={ownVote === -1}
        className="vote"
      >
        ▼
      </button>
    </span>
  );
}

function pointsOf(score: number): string {
  return `${score} ${Math.abs(score) === 1 ? "point" : "points"}`;
}
