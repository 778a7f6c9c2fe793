import search from "approx-string-match";
import { isBoundary } from "./boundary";
import { type Chain, QuoteWords } from "./chain";
import type { Span } from "./elision";
import { type Words, wordsOf } from "./words";
import { COST, type Work } from "./work";

/** A place where a source nearly says what is quoted. */
export interface NearSpan extends Span {
  /** How much of the quote the source does not say: 0 to 1. */
  difference: number;
}

/**
 * Shorter quotes are never nearly anything: "That is not what I said." is close to what everybody
 * says. Characters after normalisation.
 */
export const MIN_NEAR_LENGTH = 30;

/**
 * How many characters of a quote may be changed, put in or left out, as a share of its length but
 * for the first few. What people mistype or mend is far less; what two people write by chance is
 * far more, unless it is short.
 */
const MAX_EDITS = 0.2;
const NOT_TO_BE_EDITED = 16;

/** Longer quotes are compared by words alone: then what was changed is whole words, or formulas. */
const MAX_EDITED_LENGTH = 400;

/** At least so much of a quote must stand in the source in the same words and order. */
const MIN_SHARE = 0.5;

/** And so many characters, in runs of words: more than any phrase that people have in common. */
const MIN_SHARED_LENGTH = 30;

/** Sources with a smaller share of the quote's pairs of words are not compared at all. */
export const MIN_PAIRS = 0.15;

/** The places that a normalised text nearly has a quote at, at most two, the best first. */
export function nearSpans(
  quote: QuoteWords,
  sought: string,
  source: { text: string; words: Words },
  work: Work,
): NearSpan[] {
  const spans = quote.chainsIn(source.words, work).flatMap((chain) => {
    const window = windowOf(chain, quote.words, sought, source);
    return edited(sought, source.text, window, work) ?? shared(chain, quote, source) ?? [];
  });
  return spans
    .filter((span, index) => index === 0 || !overlaps(span, spans[0] as NearSpan))
    .sort((one, other) => one.difference - other.difference);
}

export function nearWords(text: string): QuoteWords {
  return new QuoteWords(wordsOf(text));
}

/** Where the whole quote would stand around a chain, and some more. */
function windowOf(
  chain: Chain,
  quote: Words,
  sought: string,
  { text, words }: { text: string; words: Words },
): Span {
  const slack = maxEdits(sought);
  const before = quote.starts[chain.quote.start] as number;
  const after = sought.length - (quote.ends[chain.quote.end - 1] as number);
  return {
    start: Math.max(0, (words.starts[chain.source.start] as number) - before - slack),
    end: Math.min(text.length, (words.ends[chain.source.end - 1] as number) + after + slack),
  };
}

/** Where the window has the quote with a few characters changed; null if nowhere. */
function edited(sought: string, text: string, window: Span, work: Work): NearSpan | null {
  const length = window.end - window.start;
  if (sought.length > MAX_EDITED_LENGTH || length > sought.length * 2) return null;
  if (!work.spend(COST.edit * length * Math.ceil(sought.length / 32))) return null;
  const [match] = search(text.slice(window.start, window.end), sought, maxEdits(sought));
  if (match === undefined) return null;
  const span = whole(text, window.start + match.start, window.start + match.end);
  return { ...span, difference: match.errors / sought.length };
}

function maxEdits(sought: string): number {
  return Math.floor(Math.max(0, sought.length - NOT_TO_BE_EDITED) * MAX_EDITS);
}

/** The chain itself, if it holds enough of the quote. */
function shared(chain: Chain, quote: QuoteWords, { words }: { words: Words }): NearSpan | null {
  const { share } = chain;
  if (share < MIN_SHARE || share * quote.worth < MIN_SHARED_LENGTH) return null;
  const start = words.starts[chain.source.start] as number;
  const end = words.ends[chain.source.end - 1] as number;
  return { start, end, difference: 1 - share };
}

/** A word of which only a part was meant is marked as a whole. */
function whole(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (!isBoundary(text, start)) start -= 1;
  while (!isBoundary(text, end)) end += 1;
  return { start, end };
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
