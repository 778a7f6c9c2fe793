/** More than any computer needs; each takes memory and connections to PostgreSQL. */
export const MOST_PROCESSES = 64;

/**
 * How many web processes WEB_PROCESSES asks for: one if it is not set.
 *
 * @returns a sentence that says what is wrong with it, if anything is
 */
export function processesWanted(setting: string | undefined): number | string {
  if (setting === undefined || setting === "") return 1;
  const count = /^\d+$/.test(setting) ? Number(setting) : 0;
  if (count >= 1 && count <= MOST_PROCESSES) return count;
  return `WEB_PROCESSES is "${setting}": it must be a number from 1 to ${MOST_PROCESSES}.`;
}

/** So many ends of web processes within so many milliseconds are no accident any more. */
const MOST_ENDS = 5;
const ENDS_WITHIN = 60_000;

/**
 * Whether a web process that ended is to be started again.
 *
 * @param ends when processes ended (milliseconds), the last one included
 */
export function isWorthRestarting(ends: readonly number[], now: number): boolean {
  return ends.filter((end) => now - end < ENDS_WITHIN).length <= MOST_ENDS;
}
