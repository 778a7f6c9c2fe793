const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long a page may be shown as it is without its ages being wrong by more than a sixtieth, which
 * nobody sees: a minute at least, an hour at most. Milliseconds.
 *
 * @param youngest the latest date of which the page says how long ago it is
 */
export function agesHold(youngest: Date, now: Date): number {
  return Math.min(HOUR, Math.max(MINUTE, (now.getTime() - youngest.getTime()) / 60));
}

/** Words for how long ago `date` was: "just now", "5 min", "3 h", "12 d", then the date itself. */
export function ageOf(date: Date, now: Date): string {
  const elapsed = now.getTime() - date.getTime();
  if (elapsed < MINUTE) return "just now";
  if (elapsed < HOUR) return `${Math.floor(elapsed / MINUTE)} min ago`;
  if (elapsed < DAY) return `${Math.floor(elapsed / HOUR)} h ago`;
  if (elapsed < 30 * DAY) return `${Math.floor(elapsed / DAY)} d ago`;
  return date.toISOString().slice(0, 10);
}
