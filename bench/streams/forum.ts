/** What streams are measured on. */
export interface StreamForum {
  /** A thread of 100 posts, which everybody reads. */
  thread: number;
  /** Sessions of those who are signed in. */
  tokens: string[];
  /** An action by which replies are hidden. */
  actionId: number;
  /** Replies that are hidden, one after the other. */
  replies: number[];
}
