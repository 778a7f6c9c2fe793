import type { QuoteSight } from "@/lib/policy/visibility";
import type { DifferencePart } from "@/lib/text/difference";

export type QuoteStatus = "verbatim" | "elided" | "altered" | "ambiguous" | "unverified";

/** A quote as one viewer sees it. Of a redacted one it holds no word and no name. */
export interface QuoteView {
  id: number;
  /** What addresses name it by; 0 for one that is not stored yet. */
  identity: number;
  status: QuoteStatus;
  sight: QuoteSight;
  /** The quoted words no longer stand in the source as it is now. */
  sourceEdited: boolean;
  /**
   * Word by word what the source said and what it says now. Null unless it was edited, where nothing
   * is left of the words, and where the viewer may not read the source.
   */
  difference: DifferencePart[] | null;
  /** Of an altered quote, what the source said and what the quoter made of it; null as above. */
  alteration: DifferencePart[] | null;
  /** Of somebody whom the viewer blocked: folded. */
  blocked?: boolean;
  /** It is the viewer's own, and its source was edited: to be quoted anew, or left as it is. */
  toSettle: boolean;
  source: {
    postId: number;
    threadId: number;
    /** Name and id are unset where the name went with the post: a colour would tell it, too. */
    author: string | null;
    authorId: number | null;
    /** Leads to the quoted characters; to the post where there are none to lead to. */
    href: string;
  } | null;
  /** The quoted words, with the quotes inside standing between the parts; empty when redacted. */
  htmlParts: string[];
  /** As typed; when redacted, a placeholder that saving turns back into what was typed. */
  markdownParts: string[];
  exact: string;
  quotes: QuoteView[];
}

/** A place that an ambiguous quote may mean, for the quoter to choose. */
export interface CandidateView {
  /** As it is sent back: "post-start-end". */
  value: string;
  author: string;
  /** The words with those around them, and "…" where the post goes on. */
  prefix: string;
  words: string;
  suffix: string;
}
