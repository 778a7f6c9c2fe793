import type { Sight } from "@/lib/policy/visibility";
import type { StatedReason } from "@/lib/posts/view";
import type { QuoteStatus, QuoteView } from "@/lib/quotes/view";
import type { PointsOrder } from "@/lib/routes";
import type { Range } from "@/lib/text/range";
import type { Hues } from "@/lib/threads/hues";

/** An answer as one viewer sees it. Also sent as JSON, so its time is text (ISO 8601). */
export interface AnswerView {
  postId: number;
  threadId: number;
  author: string;
  hue: number | null;
  createdAt: string;
  score: number;
  /** Why a moderator hid it, of an answer that this viewer may read all the same. */
  hidden: string | null;
  /** How the words agree that it quotes; the least exact, if it stands under several quotes. */
  status: QuoteStatus;
  /** The words that it quotes, if they are not the whole passage. */
  words: string | null;
  html: string;
  /** It is longer than shown. */
  cut: boolean;
  /** By somebody whom the viewer blocked: folded. */
  blocked?: boolean;
}

/** The answers to a passage: some of them, where they are many. */
export interface PassageAnswers extends Range {
  answers: AnswerView[];
  total: number;
}

/** An answered passage with the answers to it. */
export interface PointView extends PassageAnswers {
  /** The passage, cut out of the post. */
  html: string;
  /** What a link called it that was made before other answers came; null if that is what it is. */
  alias: Range | null;
}

/** An answer that belongs to no passage of the post as it is now, with what it quotes. */
export interface StrayAnswer {
  quote: QuoteView;
  answer: AnswerView;
}

/** Another post of the thread that was answered. */
export interface OtherSource {
  postId: number;
  opening: boolean;
  author: string;
  hue: number | null;
  excerpt: string;
  answers: number;
}

/** A post seen from what was answered in it. */
export interface PointsView {
  thread: { id: number; title: string };
  post: {
    id: number;
    opening: boolean;
    sight: Sight;
    hidden: StatedReason | null;
    /** Unset where the post is deleted. */
    author: { username: string; hue: number | null } | null;
    createdAt: Date;
  };
  order: PointsOrder;
  /** Only the passage that was asked for. */
  only: boolean;
  page: number;
  pages: number;
  /** Of this page. */
  points: PointView[];
  /** Of all pages. */
  passageCount: number;
  answerCount: number;
  /** Sentences that nobody answered; the first of them, if there are very many. */
  unanswered: string[];
  unansweredCount: number;
  /** Answers to words that were edited since, and to words that stand at several places. */
  edited: StrayAnswer[];
  ambiguous: StrayAnswer[];
  /** Most answered first. */
  others: OtherSource[];
  hues: Hues;
}

/** What is at the address of a page of points, for one viewer. */
export type PointsPage =
  | { found: "points"; points: PointsView }
  | { found: "tombstone"; what: "thread" | "post"; hidden: StatedReason }
  | { found: "nothing" };

/** What of a post's passages is asked for. */
export interface PointsWish {
  order: PointsOrder;
  /** From 1. */
  page?: number;
  /** The page with this passage. */
  at?: Range;
  /** This passage alone, with all its answers. */
  only?: Range;
}
