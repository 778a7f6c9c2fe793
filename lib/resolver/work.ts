/**
 * What looking at one character costs, by how it is looked at. One unit is about a nanosecond of
 * the machine this was measured on (docs/quotes-measured.md).
 */
export const COST = {
  /** Making a text ready for comparison. */
  normalise: 12,
  /** Cutting it into words. */
  words: 6,
  /** Searching it for a string. */
  search: 0.5,
  /** Searching on behind the first place where it is. */
  repeated: 8,
  /** Looking at one word of it for pairs that a quote has, too. */
  pair: 4,
  /** Putting one run of common words into a chain, against one before it. */
  chain: 12,
  /** Comparing one character with 32 of a quote. */
  edit: 40,
  /** Making a quote ready to be looked for. */
  quoted: 60,
  /** Asking one source anything at all. */
  source: 60,
} as const;

/** About a seventh of a second: what is left of 200 ms is for loading the thread and for storing. */
const MAX_WORK = 95_000_000;

/**
 * What may still be spent on resolving the quotes of one text. Counted and not timed, so that the
 * same text in the same thread always gets the same answer.
 */
export class Work {
  readonly #limit: number;
  #left: number;
  readonly #ready = new Set<object>();

  constructor(limit = MAX_WORK) {
    this.#limit = limit;
    this.#left = limit;
  }

  /** Whether there was enough left for this, and now that much less is. */
  spend(amount: number): boolean {
    this.#left -= amount;
    return this.#left >= 0;
  }

  /**
   * As `spend` for what is done once for a thing and then remembered: it counts once for this text
   * even if it was remembered from another, since the answer may not depend on that.
   */
  spendOnce(thing: object, amount: number): boolean {
    if (this.#ready.has(thing)) return this.#left >= 0;
    this.#ready.add(thing);
    return this.spend(amount);
  }

  get spent(): number {
    return this.#limit - this.#left;
  }

  get left(): number {
    return this.#left;
  }

  get isSpent(): boolean {
    return this.#left < 0;
  }
}
