import type { StatementView } from "@/lib/statements/statement";

/** Why somebody is told of a post. */
export type NoticeReason = "reply" | "quote" | "mention" | "watch";

/** How much of a thread somebody is told of: every post, what concerns them, or nothing. */
export type ThreadLevel = "watch" | "follow" | "mute";

interface Noticed {
  /** The notice's. */
  id: number;
  at: Date;
  unread: boolean;
}

export interface ThreadPlace {
  id: number;
  title: string;
}

/** That somebody wrote a post. */
export interface PostNotice extends Noticed {
  kind: "post";
  postId: number;
  author: string;
  reasons: readonly NoticeReason[];
  thread: ThreadPlace;
}

/** That words which the viewer quoted were edited away. */
export interface ChangedNotice extends Noticed {
  kind: "changed";
  author: string;
  thread: ThreadPlace;
}

export interface StatementNotice extends Noticed {
  kind: "statement";
  statement: StatementView;
}

export interface ReportNotice extends Noticed {
  kind: "report";
  /** Null where the case was opened again. */
  outcome: "acted" | "dismissed" | null;
}

export interface AppealNotice extends Noticed {
  kind: "appeal";
  upheld: boolean;
}

export type NoticeView = PostNotice | ChangedNotice | StatementNotice | ReportNotice | AppealNotice;

/** Posts of one thread, of which all are read or none is: one line of the list. The newest first. */
export interface ThreadGroup {
  kind: "thread";
  thread: ThreadPlace;
  unread: boolean;
  posts: readonly [PostNotice, ...PostNotice[]];
}

export type NoticeLine = ThreadGroup | Exclude<NoticeView, PostNotice>;
