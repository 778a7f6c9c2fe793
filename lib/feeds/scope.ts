/** What a feed of posts is about. */
export type FeedScope =
  /** What opened the newest threads of the forum, or of a board. */
  | { of: "site" }
  | { of: "board"; boardId: number }
  /** All posts of a thread, or of a person. */
  | { of: "thread"; threadId: number }
  | { of: "person"; authorId: number }
  /** Posts of others that quote this person. */
  | { of: "quotes"; userId: number }
  /** What a saved search finds; "me" in it is its owner. */
  | { of: "search"; text: string; owner: { id: number; username: string } };

/** A post that a feed has, without any of its words. */
export interface FeedPlace {
  postId: number;
  threadId: number;
}

/** How many posts a feed has; older ones are on its further pages. */
export const ENTRIES_PER_FEED = 30;
