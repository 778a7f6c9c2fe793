/** How far the hiding of all that somebody wrote has come, or the taking back of it. */
export interface EverythingProgress {
  actionId: number;
  at: Date;
  reason: string;
  /** It is being taken back, or was. */
  undone: boolean;
  /** Posts and threads that it keeps hidden now. */
  hidden: number;
  /** Those that are still to be hidden or, once it is taken back, to be shown. */
  left: number;
}

/** What hiding all that somebody wrote would touch, and what became of the last time. */
export interface HideAllReach {
  /** Posts of theirs that are not hidden, opening posts included. */
  shown: number;
  /** Threads among them. */
  threads: number;
  /** Replies of others in those threads. */
  answers: number;
  /** Quotes of them in posts of others. */
  quotes: number;
  progress: EverythingProgress | null;
}
