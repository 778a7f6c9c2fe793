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

/** Actions that take something from somebody; what gives it back needs no appeal. */
const RESTRICTING: ReadonlySet<ModerationKind> = new Set([
  ...(["hide", "lock", "move", "merge", "split", "off_topic", "slow"] as const),
  ...(["warn", "suspend", "ban", "hold"] as const),
]);

export function isAppealable(kind: ModerationKind): boolean {
  return RESTRICTING.has(kind);
}
