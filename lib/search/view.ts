import type { MarkedPart } from "@/lib/search/marks";
import type { SearchOrder } from "@/lib/search/query";

/** A post that was found, as one viewer sees it. */
export interface SearchResult {
  postId: number;
  threadId: number;
  opening: boolean;
  title: MarkedPart[];
  board: { slug: string; name: string };
  author: string;
  createdAt: Date;
  score: number;
  /** Its own words around those that were looked for; its beginning where none were. */
  excerpt: MarkedPart[];
  /** The words of a quote in it that were looked for. */
  quoted: {
    /** Whose they are, if that may be known. */
    author: string | null;
    words: MarkedPart[];
    /** Of somebody whom the viewer blocked: folded. */
    blocked: boolean;
  } | null;
  /** Hidden, but this viewer sees it. */
  hidden: boolean;
  /** By somebody whom the viewer blocked: folded. */
  blocked: boolean;
}

/** What came of a search. */
export type SearchPage =
  | { found: "nothing typed" }
  /** It can't be made as it is: a sentence that says what to change. */
  | { found: "problem"; message: string }
  | {
      found: "results";
      results: SearchResult[];
      /** How many posts match; null if more than are counted. */
      total: number | null;
      /** The order in which they are: of very many the newest come first, whatever was asked for. */
      order: SearchOrder;
      /** Whether another order can be asked for. */
      ranked: boolean;
      /** Not all that match were compared, but the newest of them. */
      beyondRanked: boolean;
      /** Where the next page begins; null on the last. */
      next: string | null;
      /** The search with misspelt words as they are spelt elsewhere. */
      suggestion: string | null;
    };
