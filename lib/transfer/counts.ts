import type { QuoteStatus } from "@/lib/quotes/view";

/** What an import did, counted. */
export interface ImportCounts {
  threads: number;
  posts: number;
  /** Quotes in the imported posts as they stand now, by status. */
  quotes: Record<QuoteStatus, number>;
  /** What was here already. */
  known: { threads: number; posts: number };
}

const STATUSES = ["verbatim", "elided", "altered", "ambiguous", "unverified"] as const;

export function noCounts(): ImportCounts {
  const quotes = { verbatim: 0, elided: 0, altered: 0, ambiguous: 0, unverified: 0 };
  return { threads: 0, posts: 0, quotes, known: { threads: 0, posts: 0 } };
}

export function added(a: ImportCounts, b: ImportCounts): ImportCounts {
  const quotes = noCounts().quotes;
  for (const status of STATUSES) quotes[status] = a.quotes[status] + b.quotes[status];
  return {
    threads: a.threads + b.threads,
    posts: a.posts + b.posts,
    quotes,
    known: {
      threads: a.known.threads + b.known.threads,
      posts: a.known.posts + b.known.posts,
    },
  };
}

/** The counts for the operator, a line each. */
export function summaryOf(counts: ImportCounts, seconds: number): string {
  const { threads, posts, quotes, known } = counts;
  const all = STATUSES.reduce((sum, status) => sum + quotes[status], 0);
  const byStatus = STATUSES.map((status) => `${quotes[status]} ${status}`).join(", ");
  return [
    `threads: ${threads} imported, ${known.threads} known before`,
    `posts: ${posts} imported, ${known.posts} known before`,
    `quotes: ${all} (${byStatus})`,
    `seconds: ${seconds.toFixed(1)}`,
  ].join("\n");
}
