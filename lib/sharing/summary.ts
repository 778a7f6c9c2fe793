/** What other sites are told of a thread beside its address. */
export interface ThreadSummary {
  id: number;
  title: string;
  /** The beginning of what opened it; empty where that says nothing. */
  description: string;
  board: { slug: string; name: string };
  /** Unset where the author deleted the opening post. */
  author: string | null;
  createdAt: Date;
  replyCount: number;
  quoteCount: number;
  /** The viewer sees it although it is hidden: then nothing is said to others. */
  hidden: boolean;
}

/** What there is to be told of a thread, for one viewer. */
export type FoundSummary =
  | { found: "thread"; summary: ThreadSummary }
  | { found: "hidden"; reason: string }
  | { found: "nothing" };
