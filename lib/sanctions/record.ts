import type { ModerationKind } from "@/lib/moderation/kinds";

/** An action on a person, or on something of theirs, as a line of their record. */
export interface RecordLine {
  id: number;
  kind: ModerationKind;
  at: Date;
  /** Null for an automatic rule. */
  by: string | null;
  /** The title of the rule. */
  reason: string;
  /** What the person was told beside it. */
  note: string;
  until: Date | null;
  /** What it was done to; null: the person, or all that they wrote. */
  on: { threadId: number; postId: number | null } | null;
  /** All that stood under the post; of a person: all that they wrote. */
  branch: boolean;
  /** It was taken back since. */
  undone: boolean;
  /** A warning that the viewer may take back. */
  withdrawable: boolean;
}

/** What is counted of a person, for whoever judges them. */
export interface PersonNumbers {
  posts: number;
  threads: number;
  /** Of both, those that are hidden now. */
  hidden: number;
  warnings: number;
  suspensions: number;
  bans: number;
}
