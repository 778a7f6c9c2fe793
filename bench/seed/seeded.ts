export interface Seeded {
  /** Ids of the threads by how many posts they have. */
  threads: Record<number, number>;
  /** A session of a member who has voted on some posts. */
  token: string;
  /** Characters of a post on average, and the share of posts with quotes. */
  characters: number;
  quoting: number;
}
