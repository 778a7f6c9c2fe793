/** What can be done to a thread, a post, a branch or a person; as in the database. */
export const MODERATION_KINDS = [
  ...(["hide", "unhide", "lock", "unlock", "pin", "unpin", "move", "merge", "split"] as const),
  ...([
    "off_topic",
    "on_topic",
    "slow",
    "warn",
    "suspend",
    "ban",
    "lift",
    "hold",
    "approve",
  ] as const),
] as const;

export type ModerationKind = (typeof MODERATION_KINDS)[number];

/** What led to an action: the moderator's own reading, a report, or an automatic rule. */
export type ModerationBasis = "own" | "report" | "automatic";
