/** What can be done to a thread, and to a post in it: as the addresses spell it. */
export const THREAD_VERBS = [
  ...(["hide", "unhide", "lock", "unlock", "pin", "unpin", "slow", "move", "merge"] as const),
] as const;
export const POST_VERBS = ["hide", "unhide", "off-topic", "on-topic", "split"] as const;

export type ThreadVerb = (typeof THREAD_VERBS)[number];
export type PostVerb = (typeof POST_VERBS)[number];
export type ModerationVerb = ThreadVerb | PostVerb;

/** Verbs by which something becomes so, or ceases to be: what else they ask for is a reason alone. */
export const STATE_VERBS = [
  ...(["hide", "unhide", "lock", "unlock", "pin", "unpin", "slow"] as const),
  ...(["off-topic", "on-topic"] as const),
] as const;

export type StateVerb = (typeof STATE_VERBS)[number];

/** What takes something away from somebody names the rule. */
const NEEDS_RULE: readonly string[] = ["hide", "lock", "off-topic"] satisfies StateVerb[];

/** Whether a rule has to be named for it. */
export function needsRule(verb: string): boolean {
  return NEEDS_RULE.includes(verb);
}
