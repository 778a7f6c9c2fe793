import { normalisedText } from "./normalise";

/**
 * Names the quotes of one text by their words: what a form calls them, and how an edit knows which
 * it kept. The same words again get the next number.
 */
export class QuoteKeys {
  readonly #seen: Map<string, number>;

  constructor(before?: QuoteKeys) {
    this.#seen = new Map(before === undefined ? [] : before.#seen);
  }

  /** The key of the next quote in reading order, a quote before those inside it. */
  next(exact: string): string {
    const hash = hashOf(normalisedText(exact));
    const number = (this.#seen.get(hash) ?? 0) + 1;
    this.#seen.set(hash, number);
    return `${hash}-${number}`;
  }

  /** What `next` would say, without taking it for said. */
  peek(exact: string): string {
    const hash = hashOf(normalisedText(exact));
    return `${hash}-${(this.#seen.get(hash) ?? 0) + 1}`;
  }
}

/** FNV-1a over UTF-16 units, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
