import type { ModerationKind } from "@/lib/moderation/kinds";

/** What a report is about. */
export interface ReportSubject {
  kind: "rule" | "illegal";
  /** The title of the rule; null for illegal content. */
  rule: string | null;
}

/** What became of a report. `taken`: a moderator is looking at it. */
export type ReportStage = "waiting" | "taken" | "acted" | "dismissed";

/** A report as its reporter finds it again. */
export interface ReportLine extends ReportSubject {
  id: number;
  caseId: number;
  postId: number;
  /** The thread's title, where the viewer may read the post still. */
  title: string | null;
  createdAt: Date;
  stage: ReportStage;
}

/** The receipt of a report, with its outcome once there is one. */
export interface ReceiptView extends ReportLine {
  explanation: string;
  address: string | null;
  /** What the moderators were told of who reports; null where nothing was said. */
  name: string | null;
  email: string | null;
  decidedAt: Date | null;
  /** The moderator's answer; may be empty. */
  answer: string;
  /** A member made it, who can appeal. */
  byMember: boolean;
  /** The viewer's appeal against the dismissal, if there is one. */
  appealId: number | null;
  /** Until when the viewer may appeal; null where that is not possible, or not any more. */
  appealUntil: Date | null;
}

/** A line of the queue. */
export interface QueueLine {
  id: number;
  postId: number;
  opening: boolean;
  title: string;
  board: string;
  /** Unset, and the excerpt empty, where the author deleted the post. */
  author: string | null;
  excerpt: string;
  openedAt: Date;
  reports: number;
  /** What it was reported for, the most frequent first. */
  subjects: (ReportSubject & { count: number })[];
  takenBy: { id: number; username: string } | null;
  hidden: boolean;
}

/** A report as those who decide on it see it. */
export interface ReportView extends ReportSubject {
  id: number;
  createdAt: Date;
  explanation: string;
  address: string | null;
  /** The member who reported, if it was one. */
  reporter: string | null;
  name: string | null;
  email: string | null;
}

export interface NoteView {
  id: number;
  author: string;
  text: string;
  createdAt: Date;
}

/** What moderators did to somebody and theirs so far, in numbers. */
export interface PersonRecord {
  username: string;
  since: Date;
  posts: number;
  /** Other cases about their posts, by outcome. */
  acted: number;
  dismissed: number;
  actions: { kind: ModerationKind; count: number }[];
}

/** An action that was taken since a case was opened, on what it is about. */
export interface ActionLine {
  id: number;
  kind: ModerationKind;
  actor: string | null;
  reason: string;
  createdAt: Date;
}

/** The decision on a case. */
export interface CaseDecision {
  outcome: "acted" | "dismissed";
  at: Date;
  by: string;
  answer: string;
  action: ActionLine | null;
}

/** Everything that is known of a case, for those who decide on it. */
export interface CaseView {
  id: number;
  postId: number;
  threadId: number;
  opening: boolean;
  title: string;
  board: string;
  openedAt: Date;
  hidden: boolean;
  deleted: boolean;
  takenBy: { id: number; username: string; at: Date } | null;
  decision: CaseDecision | null;
  reports: ReportView[];
  notes: NoteView[];
  record: PersonRecord;
  /** The rule that most reports name, if any does. */
  ruleId: number | null;
  /** The post it answers. */
  parent: { postId: number; author: string | null; excerpt: string } | null;
  /** Replies to it, and quotes of it, that hiding would touch. */
  replies: number;
  quotes: number;
  /** Decisions on the same post before. */
  earlier: { id: number; outcome: "acted" | "dismissed"; at: Date }[];
  recentActions: ActionLine[];
  /** The neighbours in the queue, the longest waiting first. */
  previousId: number | null;
  nextId: number | null;
}
