/** A member with a session. */
export interface SignedIn {
  id: number;
  token: string;
}

/** A reply to vote on and to answer, and words of it that can be quoted. */
export interface Answerable {
  id: number;
  passage: string;
}

export interface Seeded {
  /** Ids of the threads by how many posts they have. */
  threads: Record<number, number>;
  /** A session of a member who has voted on some posts. */
  token: string;
  /** A reply of the thread of 1,000 posts that is voted on to change its page. */
  voted: number;
  /** Where writing is measured: threads of 100 posts, which are not read meanwhile. */
  writing: {
    replies: Answerable[];
    /** Those who write through the forum, and as many who do by pgbench; none wrote any of it. */
    forum: SignedIn[];
    pgbench: number[];
  };
  /** Characters of a post on average, and the share of posts with quotes. */
  characters: number;
  quoting: number;
}
