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
