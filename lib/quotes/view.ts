import type { QuoteSight } from "@/lib/policy/visibility";

export type QuoteStatus = "verbatim" | "elided" | "altered" | "ambiguous" | "unverified";

/** A quote as one viewer sees it. Of a redacted one it holds no word and no name. */
export interface QuoteView {
  id: number;
  status: QuoteStatus;
  sight: QuoteSight;
  /** The quoted words no longer stand in the source as it is now. */
  sourceEdited: boolean;
  source: {
    postId: number;
    threadId: number;
    /** Name and id are unset where the name went with the post: a colour would tell it, too. */
    author: string | null;
    authorId: number | null;
  } | null;
  /** The quoted words, with the quotes inside standing between the parts; empty when redacted. */
  htmlParts: string[];
  /** As typed; when redacted, a placeholder that saving turns back into what was typed. */
  markdownParts: string[];
  exact: string;
  quotes: QuoteView[];
}
