import { isBoundary } from "./boundary";
import { normalisedText } from "./normalise";
import { COST, type Work } from "./work";

/** A stretch of words between omissions, normalised. */
export interface Part {
  text: string;
  /** An omission is joined to its begin or end (`[T]he`, `https://long…`): it may cut a word. */
  cutsBefore: boolean;
  cutsAfter: boolean;
  /** Nothing but a line break stands before it: that something is left out there is not said. */
  isLine: boolean;
}

/** A range of a text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** Where the parts of a quote stand, and where each of them does. */
export interface ElidedSpan extends Span {
  parts: Span[];
}

/**
 * `[…]`, `[...]`, `(…)`, `…`, `...` and `[words in brackets]`, which the quoter left out or put in.
 */
const OMISSION = /\[[^[\]]{0,200}\]|\((?:…|\.{3})\)|…|\.{3,}/g;

const OMISSION_OR_LINE = new RegExp(`\\s*\\n\\s*|${OMISSION.source}`, "g");

const WORD = /[\p{L}\p{N}]/u;

/** Most of a source that one omission may stand for: about a screen. More is another passage. */
const MAX_GAP = 2_000;

/** A part of fewer characters occurs everywhere, so it must follow (or be followed) closely. */
const MIN_PART_LENGTH = 4;
const MAX_GAP_AT_SHORT_PART = 40;

/** The longest part must be long enough to be found only where it was taken from. */
export const MIN_ANCHOR_LENGTH = 12;

/** More occurrences of a first part than this are not looked at: it would be a common word. */
const MAX_BEGINNINGS = 200;
const MAX_PARTS = 50;

/** The parts of a quote between its omissions; none if it has no omission or too few words. */
export function partsOf(exact: string): Part[] {
  return partsBetween(exact, OMISSION);
}

/**
 * As partsOf, each line a part of its own: paragraphs or items of a list, between which something
 * was left out without a mark. None for a quote of one line.
 */
export function linesOf(exact: string): Part[] {
  return exact.includes("\n") ? partsBetween(exact, OMISSION_OR_LINE) : [];
}

function partsBetween(exact: string, separator: RegExp): Part[] {
  const parts: Part[] = [];
  let from = 0;
  let isLine = false;
  for (const { 0: mark, index } of exact.matchAll(separator)) {
    parts.push({ ...part(exact, from, index), isLine });
    from = index + mark.length;
    isLine = mark.includes("\n") && mark.trim() === "";
  }
  if (from === 0) return [];
  parts.push({ ...part(exact, from, exact.length), isLine });
  const worded = parts.filter(({ text }) => WORD.test(text));
  const hasAnchor = worded.some(({ text }) => text.length >= MIN_ANCHOR_LENGTH);
  return hasAnchor && worded.length <= MAX_PARTS ? worded : [];
}

/** The places of a normalised text where the parts stand in order, each as tight as can be. */
export function elidedSpans(parts: readonly Part[], text: string, work: Work): ElidedSpan[] {
  const [first, ...others] = parts;
  if (!first || !work.spend(COST.search * text.length * parts.length)) return [];
  if (parts.some((one) => !text.includes(one.text))) return [];
  const spans: ElidedSpan[] = [];
  let start = findPart(first, text, 0, text.length, work);
  for (let tries = 0; start !== -1 && tries < MAX_BEGINNINGS; tries += 1) {
    const found = spansFrom(first, others, text, start, work);
    const end = found?.at(-1)?.end;
    const last = spans.at(-1);
    if (found && end && last && start < last.end) {
      if (end === last.end) spans[spans.length - 1] = { start, end, parts: found };
    } else if (found && end) spans.push({ start, end, parts: found });
    start = findPart(first, text, start + 1, text.length, work);
  }
  return work.isSpent ? [] : spans;
}

function part(exact: string, from: number, to: number): Omit<Part, "isLine"> {
  const raw = exact.slice(from, to);
  return {
    text: normalisedText(raw),
    cutsBefore: from > 0 && /^\S/.test(raw),
    cutsAfter: to < exact.length && /\S$/.test(raw),
  };
}

/** Each part where it first stands behind the one before it; null if one of them is not near. */
function spansFrom(
  first: Part,
  others: readonly Part[],
  text: string,
  start: number,
  work: Work,
): Span[] | null {
  const spans = [{ start, end: start + first.text.length }];
  let [before, end] = [first, start + first.text.length];
  for (const next of others) {
    const at = findPart(next, text, end, end + gapBetween(before, next) + next.text.length, work);
    if (at === -1) return null;
    end = at + next.text.length;
    spans.push({ start: at, end });
    before = next;
  }
  return spans;
}

function gapBetween(before: Part, next: Part): number {
  const shorter = Math.min(before.text.length, next.text.length);
  const least = next.isLine ? MIN_ANCHOR_LENGTH : MIN_PART_LENGTH;
  return shorter < least ? MAX_GAP_AT_SHORT_PART : MAX_GAP;
}

/**
 * So many times a part is looked for anew after standing inside of words: real text does not come
 * near it, and one letter repeated a thousand times must not be searched letter by letter.
 */
const MAX_CUT_WORDS = 100;

/** Where the part first stands between `from` and `to`; -1 if nowhere. */
function findPart(part: Part, text: string, from: number, to: number, work: Work): number {
  const end = Math.min(to, text.length);
  if (!work.spend(COST.search * (end - from))) return -1;
  const window = end < text.length ? text.slice(0, end) : text;
  let at = window.indexOf(part.text, from);
  for (let tries = 0; at !== -1 && tries < MAX_CUT_WORDS; tries += 1) {
    const beginsWell = part.cutsBefore || isBoundary(text, at);
    if (beginsWell && (part.cutsAfter || isBoundary(text, at + part.text.length))) return at;
    at = window.indexOf(part.text, at + 1);
  }
  return -1;
}
