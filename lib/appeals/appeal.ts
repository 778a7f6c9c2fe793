import type { ModerationKind } from "@/lib/moderation/kinds";

/** DSA, Art. 20(1): an objection is possible for at least so long after the decision. */
const MONTHS_TO_APPEAL = 6;

/** Until when a decision can be appealed against. */
export function appealUntil(decidedAt: Date): Date {
  const end = new Date(decidedAt);
  end.setUTCMonth(end.getUTCMonth() + MONTHS_TO_APPEAL);
  // The 31st of a month without one would become a day of the next: later, so nobody loses a day.
  return end;
}

/** Against what an appeal is made: an action, or the dismissal of a report. */
export type Ground = { action: number } | { case: number };

/** Against what a stored appeal is. */
export function groundIn(appeal: {
  actionId: number | null;
  caseId: number | null;
}): Ground | null {
  if (appeal.actionId !== null) return { action: appeal.actionId };
  return appeal.caseId === null ? null : { case: appeal.caseId };
}

/** Actions that take something from somebody; what gives it back needs no appeal. */
const RESTRICTING: ReadonlySet<ModerationKind> = new Set([
  ...(["hide", "lock", "move", "merge", "split", "off_topic", "slow"] as const),
  ...(["warn", "suspend", "ban", "hold"] as const),
]);

export function isAppealable(kind: ModerationKind): boolean {
  return RESTRICTING.has(kind);
}

/** How many states point at an action, and how many actions took it back. */
export interface Pointers {
  undoneBy: number;
  hidesThreads: number;
  hidesPosts: number;
  locksThreads: number;
  slowsThreads: number;
  offTopicPosts: number;
  restricts: number;
}

/** Whether an action still stands: a state points at it or, where it left none, nothing took it back. */
export function inForce(kind: ModerationKind, pointers: Pointers): boolean {
  if (kind === "hide" || kind === "hold") return pointers.hidesPosts + pointers.hidesThreads > 0;
  if (kind === "lock") return pointers.locksThreads > 0;
  if (kind === "slow") return pointers.slowsThreads > 0;
  if (kind === "off_topic") return pointers.offTopicPosts > 0;
  if (kind === "suspend" || kind === "ban") return pointers.restricts > 0;
  return pointers.undoneBy === 0;
}
