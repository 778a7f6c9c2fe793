import type { ModerationBasis, ModerationKind } from "@/lib/moderation/kinds";

/** A thread that an action was about; its title only where the viewer may see the thread. */
export interface LoggedThread {
  id: number;
  title: string | null;
  board: LoggedBoard;
}

export interface LoggedBoard {
  slug: string;
  name: string;
}

/** What an action was about: a person, or a thread, and perhaps a post in it. */
export type LoggedTarget =
  | { what: "person"; username: string }
  | { what: "thread"; thread: LoggedThread }
  | { what: "post"; thread: LoggedThread; postId: number };

/**
 * An action as the public log shows it: never a word of what was hidden, nor who wrote it, nor what
 * those concerned were told.
 */
export interface LogEntry {
  id: number;
  kind: ModerationKind;
  at: Date;
  /** Null for an automatic rule. */
  actor: string | null;
  target: LoggedTarget;
  /** With all that stood under it; of a person: all that they wrote. */
  branch: boolean;
  /** The rule, as it was called then. */
  reason: string;
  basis: ModerationBasis;
  /** When a suspension ends. */
  until: Date | null;
  /** Of slow mode. */
  minutes: number | null;
  /** Posts that it touched. */
  touched: number;
  /** Of a move. */
  from: LoggedBoard | null;
  to: LoggedBoard | null;
  /** Of a merge, the thread that took the posts; of a split, the one that was made. */
  other: LoggedThread | null;
  /** The action that this one took back. */
  undoes: number | null;
  /** The action that took this one back. */
  undoneBy: number | null;
}

/** Which actions are asked for: all of the forum, or those in a board or a thread. */
export interface LogScope {
  boardId?: number;
  threadId?: number;
}

/** A stretch of the log, the newest first. */
export interface LogPage {
  entries: LogEntry[];
  /** The id before which the next page begins; null on the last. */
  next: number | null;
}
