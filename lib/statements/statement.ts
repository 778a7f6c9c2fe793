import type { ModerationBasis, ModerationKind } from "@/lib/moderation/kinds";

/** As what somebody is told of an action. */
export type StatementRole = "author" | "quoter" | "person";

/** What somebody is told of an action that concerns them (DSA, Art. 17). */
export interface StatementView {
  id: number;
  actionId: number;
  role: StatementRole;
  kind: ModerationKind;
  at: Date;
  unread: boolean;
  /** The rule, and the facts that the moderator gave. */
  reason: string;
  note: string;
  basis: ModerationBasis;
  /** Where it is; its title only while the person may see the thread. Null for who quotes from it. */
  thread: { id: number; title: string | null } | null;
  postId: number | null;
  branch: boolean;
  until: Date | null;
  /** It was taken back since. */
  undone: boolean;
}

/** Somebody who is told. */
export interface Concerned {
  userId: number;
  role: StatementRole;
}

/** So many unread statements are counted; beyond them it is "more". */
export const COUNTED_STATEMENTS = 9;
