const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** How long a push is of use, in milliseconds: tried again until then, and kept so long for a device. */
export const PUSH_LIFE = 24 * HOUR;

const FIRST_WAIT = 30 * SECOND;
const LONGEST_WAIT = HOUR;

/**
 * How long a push service asks to be left alone: RFC 9110, §10.2.3, seconds or a date.
 *
 * @returns milliseconds; null where it does not say, or nothing that makes sense
 */
export function waitAsked(retryAfter: string | null, now: Date): number | null {
  if (retryAfter === null) return null;
  if (/^\s*\d{1,9}\s*$/.test(retryAfter)) return Number(retryAfter) * SECOND;
  // A date begins with the name of a day; JavaScript takes almost anything for one.
  const at = /^\s*[A-Z]/.test(retryAfter) ? Date.parse(retryAfter) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

/**
 * How long to wait before a push is tried again: longer each time, and no shorter than was asked for.
 *
 * @param attempts that failed before this one
 * @param age of the push, in milliseconds
 * @param asked by the push service, in milliseconds
 * @returns milliseconds; null where it would be of no use by then
 */
export function waitBefore(attempts: number, age: number, asked: number | null): number | null {
  const own = Math.min(FIRST_WAIT * 4 ** attempts, LONGEST_WAIT);
  const wait = Math.max(own, asked ?? 0);
  return age + wait < PUSH_LIFE ? wait : null;
}
