/** How far somebody has read a thread, by the ids of its posts, which grow as it does. */
export interface Visit {
  /** The newest post that was there before this visit: later ones are new. */
  seen: number;
  /** The newest post that this visit has shown. */
  shown: number;
  at: Date;
}

/**
 * Who comes back within this time goes on with the same visit: a reload, Back, or a look at another
 * thread takes no marks away. Milliseconds.
 */
export const VISIT_LASTS = 30 * 60_000;

/** A visit that shows nothing more is written down this often, so that reading rarely writes. */
const NOTED_EVERY = 5 * 60_000;

/**
 * The visit that somebody is in who looks at a thread now.
 *
 * @param before the last one; null for who has never been there, and to whom nothing is marked as new
 * @param newest the newest post of the thread as it is shown
 */
export function visitNow(before: Visit | null, newest: number, now: Date): Visit {
  if (before === null) return { seen: newest, shown: newest, at: now };
  const shown = Math.max(before.shown, newest);
  const goesOn = now.getTime() - before.at.getTime() < VISIT_LASTS;
  return { seen: goesOn ? before.seen : before.shown, shown, at: now };
}

/** Whether a visit is to be written down. */
export function isWorthNoting(before: Visit | null, visit: Visit): boolean {
  if (before === null || before.seen !== visit.seen || before.shown !== visit.shown) return true;
  return visit.at.getTime() - before.at.getTime() >= NOTED_EVERY;
}
