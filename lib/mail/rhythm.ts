/** How often mail about what is new may come. */
export const RHYTHMS = ["at_once", "daily", "weekly", "never"] as const;

export type Rhythm = (typeof RHYTHMS)[number];

/** For who said nothing: seldom enough to nag nobody, and only if there is something unread. */
export const DEFAULT_RHYTHM: Rhythm = "weekly";

/** Once a day at most, or a week, in milliseconds. */
export const DIGEST_EVERY = { daily: 24 * 60 * 60 * 1000, weekly: 7 * 24 * 60 * 60 * 1000 };
