const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** So many times in so many seconds. */
export interface Limit {
  points: number;
  seconds: number;
}

/**
 * How often something may be done before a pause. They stop machines; somebody who talks, even
 * quickly, meets none of them. An address may be a whole school: it gets a multiple of an account.
 */
export const LIMITS = {
  /** Wrong passwords for one account from one address that cost no wait: fingers slip. */
  "sign-in-pair": { points: 5, seconds: DAY },
  /** One try per wait, once those are used up; the wait itself is waitAfter(). */
  "sign-in-wait": { points: 1, seconds: HOUR },
  /** Wrong passwords from one address for any accounts: slows down trying a list of names. */
  "sign-in-address": { points: 50, seconds: HOUR },
  /**
   * Wrong passwords for one account from everywhere: slows down guessing by many machines. It does
   * not hold for an address from which the account was signed in to before ("sign-in-known"), so
   * nobody can be kept out of their account by somebody else's guesses.
   */
  "sign-in-account": { points: 50, seconds: HOUR },
  "sign-in-known": { points: 1, seconds: 90 * DAY },
  /** Current passwords tried on the settings page: guards a browser left open. */
  "password-change": { points: 10, seconds: HOUR },
  /** Each costs an Argon2 hash and makes a person. */
  "sign-up-address": { points: 20, seconds: HOUR },
  /** Codes tried, right ones included: 256 bits can not be guessed, but nobody needs to try. */
  "set-up-address": { points: 30, seconds: 10 * MINUTE },
  /** A reply or an edit every 20 seconds for ten minutes on end. */
  "post-account": { points: 30, seconds: 10 * MINUTE },
  "post-address": { points: 120, seconds: 10 * MINUTE },
  /** Threads take room from everybody's front page. */
  "thread-account": { points: 6, seconds: HOUR },
  "thread-address": { points: 24, seconds: HOUR },
  /** A preview after every pause in typing, ten minutes on end; each is rendered anew. */
  "preview-account": { points: 1200, seconds: 10 * MINUTE },
  "preview-address": { points: 4800, seconds: 10 * MINUTE },
  /** Reading a thread of a thousand posts and voting along the way. */
  "vote-account": { points: 300, seconds: 10 * MINUTE },
  "vote-address": { points: 1200, seconds: 10 * MINUTE },
  /** Somebody who comes upon a whole thread of spam and reports each post of it. */
  "report-account": { points: 40, seconds: HOUR },
  /** Of people without an account: each report costs a moderator's time. */
  "report-address": { points: 15, seconds: HOUR },
  /** A page of results every two seconds, ten minutes on end: the dearest pages there are. */
  "search-account": { points: 300, seconds: 10 * MINUTE },
  "search-address": { points: 900, seconds: 10 * MINUTE },
  /** Each is a search: as many saved ones as there can be, asked for every two minutes. */
  "search-feed": { points: 250, seconds: 10 * MINUTE },
  /** Mails with a link that are asked for: by people who forgot something, from one address. */
  "mail-from": { points: 20, seconds: HOUR },
  /** The same to one mailbox, whoever asks: nobody's is to be filled. */
  "mail-to": { points: 5, seconds: HOUR },
  /** By an account, from its settings. */
  "mail-by": { points: 6, seconds: HOUR },
  /** Links of mails that are used: their secrets can not be guessed, but nobody needs to try. */
  "link-address": { points: 60, seconds: HOUR },
  /** Pictures of threads that have to be drawn: each takes a part of a second of a processor. */
  "picture-address": { points: 60, seconds: 10 * MINUTE },
  /** Devices that are to be told what is new: turned on and off, and as browsers renew them. */
  "device-account": { points: 30, seconds: HOUR },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

const FIRST_WAIT = 30;
const LONGEST_WAIT = 15 * MINUTE;

/**
 * Seconds until the next try after the free ones are used up: doubling, so that guessing slows to
 * four an hour, and never long enough to lock anybody out.
 *
 * @param tries since the free ones, from 1
 */
export function waitAfter(tries: number): number {
  return Math.min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT);
}

/** A time to wait in words: "40 seconds", "3 minutes", "2 hours"; rounded up, from milliseconds. */
export function waitWords(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds < 2 * MINUTE) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  if (seconds < 2 * HOUR) return `${Math.ceil(seconds / MINUTE)} minutes`;
  return `${Math.ceil(seconds / HOUR)} hours`;
}
