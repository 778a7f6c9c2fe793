/** How often a digest of what is new may come; `never`: nothing that is new is mailed, at once either. */
export const RHYTHMS = ["daily", "weekly", "never"] as const;

export type Rhythm = (typeof RHYTHMS)[number];

/** For who said nothing: seldom enough to nag nobody, and only if there is something unread. */
export const DEFAULT_RHYTHM: Rhythm = "weekly";

const HOUR = 60 * 60 * 1000;

/** The least time between two digests, in milliseconds: less than a day, so that it keeps to its hour. */
export const DIGEST_EVERY = { daily: 23 * HOUR, weekly: (7 * 24 - 1) * HOUR };
