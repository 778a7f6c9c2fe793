import type { Sight } from "@/lib/policy/visibility";
import type { BodyPart } from "@/lib/quotes/body";
import type { ShownStatus } from "@/lib/quotes/status";
import type { CandidateView, QuoteView } from "@/lib/quotes/view";
import type { Hues } from "@/lib/threads/hues";

/** What this viewer may do with a post; screens show no control that would be refused. */
export interface PostRights {
  reply: boolean;
  vote: boolean;
  edit: boolean;
  delete: boolean;
  moderate: boolean;
  report: boolean;
}

/** When and why a moderator did something. */
export interface StatedReason {
  at: Date;
  reason: string;
  /** No moderator did: it waits until one has read it. */
  held?: boolean;
}

/** A post as one viewer sees it. Without a readable sight it has no author, no words, no score. */
export interface PostView {
  id: number;
  threadId: number;
  parentId: number | null;
  sight: Sight;
  author: { id: number; username: string } | null;
  createdAt: Date;
  /** The number of the current revision. */
  revision: number;
  editedAt: Date | null;
  deletedAt: Date | null;
  /** When and why it was hidden. */
  hidden: StatedReason | null;
  /** When and why its branch was folded as off topic. */
  offTopic: StatedReason | null;
  score: number;
  bestRank: number;
  /** The viewer's own vote. */
  ownVote: -1 | 0 | 1;
  /** Its quotes in reading order, which stand in the body, too. */
  quotes: QuoteView[];
  body: BodyPart<QuoteView>[];
  /** How many passages of it were answered by quoting them; counted where a whole thread is read. */
  answeredPassages: number;
  /** By somebody whom the viewer blocked: folded. */
  blocked: boolean;
  rights: PostRights;
  /** A tombstone, which stays in the tree only while something stands under it. */
  empty: boolean;
}

/** A text as it would be published. */
export interface Preview {
  body: BodyPart<QuoteView>[];
  hues: Hues;
  /** What became of each quote, in reading order; empty where there is nothing to quote from. */
  quotes: QuoteNote[];
  /** Gentle advice about quoting, most often none. */
  hints: string[];
}

/** A quote of a text that is being written: where its words were found. */
export interface QuoteNote {
  /** What its choice is called (lib/resolver/key.ts). */
  key: string;
  /** The beginning of its words; empty when hidden. */
  words: string;
  /** How many quotes stand around it. */
  depth: number;
  status: ShownStatus;
  /** Whose post its words were found in, if that is known. */
  author: string | null;
  /** Something is written under it. */
  answered: boolean;
  /** The places to choose from, and the one chosen. */
  candidates: CandidateView[];
  chosen: string | null;
}
