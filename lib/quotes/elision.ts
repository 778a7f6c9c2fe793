import { isBoundary } from "./boundary";
import { normalise } from "./normalise";

/** A stretch of words between omissions, normalised. */
export interface Part {
  text: string;
  /** An omission is joined to its begin or end (`[T]he`, `https://long…`): it may cut a word. */
  cutsBefore: boolean;
  cutsAfter: boolean;
}

/** A range of a text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/**
 * `[…]`, `[...]`, `(…)`, `…`, `...` and `[words in brackets]`, which the quoter left out or put in.
 */
const OMISSION = /\[[^[\]]{0,200}\]|\((?:…|\.{3})\)|…|\.{3,}/g;

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
  const parts: Part[] = [];
  let from = 0;
  let hasOmission = false;
  for (const { 0: mark, index } of exact.matchAll(OMISSION)) {
    hasOmission = true;
    parts.push(part(exact, from, index));
    from = index + mark.length;
  }
  if (!hasOmission) return [];
  parts.push(part(exact, from, exact.length));
  const worded = parts.filter(({ text }) => WORD.test(text));
  const hasAnchor = worded.some(({ text }) => text.length >= MIN_ANCHOR_LENGTH);
  return hasAnchor && worded.length <= MAX_PARTS ? worded : [];
}

/** The places of a normalised text where the parts stand in order, each as tight as can be. */
export function elidedSpans(parts: Part[], text: string): Span[] {
  const [first, ...others] = parts;
  if (!first) return [];
  const spans: Span[] = [];
  let start = findPart(first, text, 0, text.length);
  for (let tries = 0; start !== -1 && tries < MAX_BEGINNINGS; tries += 1) {
    const end = endOf(first, others, text, start);
    const last = spans.at(-1);
    if (end !== null && last && start < last.end) {
      if (end === last.end) last.start = start;
    } else if (end !== null) spans.push({ start, end });
    start = findPart(first, text, start + 1, text.length);
  }
  return spans;
}

function part(exact: string, from: number, to: number): Part {
  const raw = exact.slice(from, to);
  return {
    text: normalise(raw).text,
    cutsBefore: from > 0 && /^\S/.test(raw),
    cutsAfter: to < exact.length && /\S$/.test(raw),
  };
}

function endOf(first: Part, others: Part[], text: string, start: number): number | null {
  let end = start + first.text.length;
  let before = first;
  for (const next of others) {
    const shorter = Math.min(before.text.length, next.text.length);
    const gap = shorter < MIN_PART_LENGTH ? MAX_GAP_AT_SHORT_PART : MAX_GAP;
    const at = findPart(next, text, end, end + gap + next.text.length);
    if (at === -1) return null;
    end = at + next.text.length;
    before = next;
  }
  return end;
}

/**
 * So many times a part is looked for anew after standing inside of words: real text does not come
 * near it, and one letter repeated a thousand times must not be searched letter by letter.
 */
const MAX_CUT_WORDS = 100;

/** Where the part first stands between `from` and `to`; -1 if nowhere. */
function findPart(part: Part, text: string, from: number, to: number): number {
  const window = to < text.length ? text.slice(0, to) : text;
  let at = window.indexOf(part.text, from);
  for (let tries = 0; at !== -1 && tries < MAX_CUT_WORDS; tries += 1) {
    const beginsWell = part.cutsBefore || isBoundary(text, at);
    if (beginsWell && (part.cutsAfter || isBoundary(text, at + part.text.length))) return at;
    at = window.indexOf(part.text, at + 1);
  }
  return -1;
}
