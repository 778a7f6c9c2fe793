import { codePointLength } from "@/lib/text/code-points";
import type { Range } from "@/lib/text/range";
import { isBoundary } from "./boundary";
import type { QuoteWords } from "./chain";
import { elidedSpans, linesOf, type Part, partsOf, type Span } from "./elision";
import { kindOfCharacter, WORD } from "./kinds";
import { nearSpans, nearWords } from "./near";
import { normalise, normalisedText } from "./normalise";
import { type Words, wordsOf } from "./words";
import { COST, Work } from "./work";

/** How the words of a quote and of its source agree. */
export type Agreement = "exact" | "normalised" | "elided" | "near";

/** A passage of a source. */
export interface Place extends Range {
  how: Agreement;
  /** The characters that were quoted: the whole passage unless words are left out of it. */
  ranges: Range[];
}

/** A passage that nearly says what is quoted. */
export interface NearPlace extends Place {
  /** How much of the quote it does not say: 0 to 1. */
  difference: number;
}

/** A quote ready to be looked for in many texts. */
export class Sought {
  readonly exact: string;
  /** Normalised; what its length is measured by. */
  readonly text: string;
  readonly parts: Part[];
  #lines: Part[] | null = null;
  #words: QuoteWords | null = null;

  constructor(exact: string) {
    this.exact = exact.trim();
    this.text = normalisedText(this.exact);
    this.parts = partsOf(this.exact);
  }

  /** Its parts, if every line is one. */
  get lines(): Part[] {
    this.#lines ??= linesOf(this.exact);
    return this.#lines;
  }

  get words(): QuoteWords {
    this.#words ??= nearWords(this.text);
    return this.#words;
  }
}

/** An own text in which many quotes can be looked for; made ready when it is first needed. */
export class Searchable {
  readonly ownText: string;
  #text: string | null = null;
  #words: Words | null = null;
  #bounds: { starts: Uint32Array; ends: Uint32Array } | null = null;

  constructor(ownText: string) {
    this.ownText = ownText;
  }

  /** Normalised. */
  get text(): string {
    this.#text ??= normalisedText(this.ownText);
    return this.#text;
  }

  get words(): Words {
    this.#words ??= wordsOf(this.text);
    return this.#words;
  }

  /** The characters of the own text that a span of the normalised one stands for. */
  rangeOf({ start, end }: Span): Range {
    this.#bounds ??= normalise(this.ownText);
    const { starts, ends } = this.#bounds;
    return { start: starts[start] as number, end: ends[end - 1] as number };
  }
}

/**
 * All places of an own text that a quote's words can have come from, in order, without overlaps:
 * where they stand exactly; else where they stand after normalisation; else where their parts
 * stand in order with omissions between. A place never begins or ends inside a word.
 */
export function locate(exact: string, ownText: string): Place[] {
  const sought = new Sought(exact);
  const source = new Searchable(ownText);
  const verbatim = verbatimPlaces(sought, source);
  return verbatim.length > 0 ? verbatim : elidedPlaces(sought, source);
}

/** Where the words stand exactly, or else after normalisation. */
export function verbatimPlaces(sought: Sought, source: Searchable, work = new Work()): Place[] {
  const exact = exactPlaces(sought, source.ownText, work);
  return exact.length > 0 ? exact : normalisedPlaces(sought, source, work);
}

/**
 * As verbatimPlaces for a source that will hardly have the words, which the normalised text tells
 * of both: words that stand there exactly stand there normalised.
 */
export function farPlaces(sought: Sought, source: Searchable, work: Work): Place[] {
  const normalised = normalisedPlaces(sought, source, work);
  if (normalised.length === 0) return normalised;
  const exact = exactPlaces(sought, source.ownText, work);
  return exact.length > 0 ? exact : normalised;
}

function normalisedPlaces(sought: Sought, source: Searchable, work: Work): Place[] {
  const { length } = source.ownText;
  if (!work.spendOnce(source, COST.normalise * length)) return [];
  if (!work.spend(COST.search * length) || !source.text.includes(sought.text)) return [];
  const spans = spansOf(sought.text, source.text, work);
  return spans.map((span) => placeOf([span], source, "normalised"));
}

function exactPlaces(sought: Sought, ownText: string, work: Work): Place[] {
  if (!work.spend(COST.search * ownText.length)) return [];
  // Counted on from the place before: words that stand everywhere must not cost a square.
  const length = codePointLength(sought.exact);
  let last = { start: 0, end: 0 };
  let counted = 0;
  return spansOf(sought.exact, ownText, work).map((span) => {
    const start = counted + codePointLength(ownText.slice(last.end, span.start));
    last = span;
    counted = start + length;
    return { start, end: counted, how: "exact", ranges: [{ start, end: counted }] };
  });
}

/**
 * Where the parts of a quote with omissions stand in order; else where its lines do, with something
 * left out between them.
 */
export function elidedPlaces(sought: Sought, source: Searchable, work = new Work()): Place[] {
  if (sought.parts.length === 0 && !sought.exact.includes("\n")) return [];
  if (!work.spendOnce(source, COST.normalise * source.ownText.length)) return [];
  const marked = elidedSpans(sought.parts, source.text, work);
  if (marked.length > 0) return marked.map(({ parts }) => placeOf(parts, source, "elided"));
  return elidedSpans(sought.lines, source.text, work)
    .map(({ parts }) => placeOf(parts, source, "elided"))
    .filter(({ ranges }) => ranges.length > 1);
}

/** Where nearly the words stand, the best place first. */
export function nearPlaces(sought: Sought, source: Searchable, work = new Work()): NearPlace[] {
  return nearSpans(sought.words, sought.text, source, work).map((span) => ({
    ...placeOf([span], source, "near"),
    difference: span.difference,
  }));
}

/** Parts with no word between them are one range. */
function placeOf(parts: readonly Span[], source: Searchable, how: Agreement): Place {
  const joined: Span[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && !hasWord(source.text, last.end, part.start)) last.end = part.end;
    else joined.push({ ...part });
  }
  const ranges = joined.map((span) => source.rangeOf(span));
  const start = ranges[0]?.start ?? 0;
  return { start, end: ranges.at(-1)?.end ?? start, how, ranges };
}

function hasWord(text: string, from: number, to: number): boolean {
  for (const character of text.slice(from, to)) {
    if ((kindOfCharacter(character) & WORD) !== 0) return true;
  }
  return false;
}

function spansOf(words: string, text: string, work: Work): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const start of occurrences(words, text, work)) {
    const end = start + words.length;
    if (start < from || !isBoundary(text, start) || !isBoundary(text, end)) continue;
    spans.push({ start, end });
    from = end;
  }
  return spans;
}

/**
 * Where words stand in a text, overlaps too. Most texts don't hold them, which `indexOf` tells
 * fastest; but asked again behind each occurrence it would compare all words anew, the square of
 * the text for repetitions ("aaaa"). So from the first one on it is Knuth, Morris and Pratt's
 * search, which looks at no character of the text twice.
 */
function* occurrences(words: string, text: string, work: Work): Generator<number> {
  const first = words === "" ? -1 : text.indexOf(words);
  if (first === -1 || !work.spend(COST.repeated * (text.length - first))) return;
  const borders = bordersOf(words);
  let matched = 0;
  for (let at = first; at < text.length; at += 1) {
    matched = matchedWith(text.charCodeAt(at), words, matched, borders);
    if (matched === words.length) yield at + 1 - matched;
  }
}

/** Per beginning of the words, how long a shorter beginning it ends with. */
function bordersOf(words: string): Uint32Array {
  const borders = new Uint32Array(words.length);
  for (let at = 1; at < words.length; at += 1) {
    borders[at] = matchedWith(words.charCodeAt(at), words, borders[at - 1] as number, borders);
  }
  return borders;
}

/** How much of the words stands before a place, after one more character than `matched` was for. */
function matchedWith(unit: number, words: string, matched: number, borders: Uint32Array): number {
  let length = matched;
  while (length > 0 && words.charCodeAt(length) !== unit) length = borders[length - 1] as number;
  return words.charCodeAt(length) === unit ? length + 1 : length;
}
