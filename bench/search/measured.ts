/** Milliseconds of each search of a group, and how many hits it had. */
export interface GroupTimes {
  name: string;
  hits: number[];
  /** A count of the same rows. */
  count: number[];
  /** The hits of the first page, counted and ranked; in the order of their dates. */
  relevance: number[];
  newest: number[];
  /** All of the page: the search read, names looked up, hits, their texts, words marked. */
  page: number[];
}

/** Milliseconds of each write, with what keeps search up to date and without it. */
export interface Write {
  name: string;
  with: number[];
  without: number[];
}

/** What bench/search/program.ts prints. */
export interface Measured {
  groups: GroupTimes[];
  writes: Write[];
  sizes: { name: string; bytes: number }[];
}
