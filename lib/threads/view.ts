import type { QuoteGraph } from "@/lib/graph/graph";
import type { FlatPost } from "@/lib/posts/tree";
import type { PostView, StatedReason } from "@/lib/posts/view";
import type { Heading } from "@/lib/text/render";
import type { Hues } from "@/lib/threads/hues";

export type ThreadKind = "link" | "text" | "article";

/** A line of the front page. */
export interface ThreadLine {
  id: number;
  /** The opening post, which the votes go to. */
  postId: number;
  kind: ThreadKind;
  title: string;
  url: string | null;
  board: { slug: string; name: string };
  /** Unset where the author deleted the opening post. */
  author: string | null;
  createdAt: Date;
  score: number;
  ownVote: -1 | 0 | 1;
  mayVote: boolean;
  replyCount: number;
  /** Replies that the viewer has not been shown yet, where they have been there before. */
  unread: number;
  quoteCount: number;
  hidden: boolean;
  locked: boolean;
  pinned: boolean;
}

/** Which of a long thread's replies are shown: most threads have one page. */
export interface ThreadPaging {
  /** From 1. */
  page: number;
  pages: number;
  /** The first and the last reply of the page, counted from 1 in reading order; and how many there are. */
  first: number;
  last: number;
  total: number;
}

/** A thread, or a page of a long one, as one viewer sees it. */
export interface ThreadView {
  id: number;
  kind: ThreadKind;
  title: string;
  url: string | null;
  board: { slug: string; name: string };
  createdAt: Date;
  replyCount: number;
  quoteCount: number;
  hidden: StatedReason | null;
  locked: StatedReason | null;
  pinned: boolean;
  /** Minutes between two posts of one person in it, where it is slowed down. */
  slowMinutes: number | null;
  opening: PostView;
  /** The replies of this page, in reading order. */
  replies: FlatPost<PostView>[];
  paging: ThreadPaging;
  hues: Hues;
  /** Who quotes whom, of what everybody sees. */
  graph: QuoteGraph;
  /** Headings of an article. */
  outline: Heading[];
  mayModerate: boolean;
  /** The post that was written last, whoever may read it: how far this page has told. */
  newestId: number;
  /** From where on an open page is told what changed (lib/live/cursor.ts). */
  cursor: string;
}

/** What is at the address of a thread, for one viewer. */
export type ThreadPage =
  | { found: "thread"; thread: ThreadView }
  | { found: "tombstone"; hidden: StatedReason }
  /** It was merged into another thread. */
  | { found: "merged"; into: number }
  | { found: "nothing" };
