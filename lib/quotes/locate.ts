import { codePointLength } from "@/lib/text/code-points";
import { isBoundary } from "./boundary";
import { elidedSpans, type Part, partsOf, type Span } from "./elision";
import { type Normalised, normalise } from "./normalise";

/** How the words of a quote and of its source agree. */
export type Agreement = "exact" | "normalised" | "elided";

/** Characters of an own text: code points, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** Stored pairs "from, to" as ranges. */
export function rangesOf(pairs: readonly number[]): Range[] {
  return pairs.flatMap((start, index) => {
    const end = pairs[index + 1];
    return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
  });
}

/** A passage of a source. */
export interface Place extends Range {
  how: Agreement;
  /** The characters that were quoted: the whole passage unless words are left out of it. */
  ranges: Range[];
}

/** A quote ready to be looked for in many texts. */
export class Sought {
  readonly exact: string;
  /** Normalised; what its length is measured by. */
  readonly text: string;
  readonly parts: Part[];

  constructor(exact: string) {
    this.exact = exact.trim();
    this.text = normalise(exact).text;
    this.parts = partsOf(this.exact);
  }
}

/** An own text in which many quotes can be looked for; normalised when it is first needed. */
export class Searchable {
  readonly ownText: string;
  #normalised: Normalised | null = null;

  constructor(ownText: string) {
    this.ownText = ownText;
  }

  get normalised(): Normalised {
    this.#normalised ??= normalise(this.ownText);
    return this.#normalised;
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
export function verbatimPlaces(sought: Sought, source: Searchable): Place[] {
  const { ownText } = source;
  const exact = spansOf(sought.exact, ownText);
  if (exact.length === 0) {
    return fromNormalised(spansOf(sought.text, source.normalised.text), source, "normalised");
  }
  // Counted on from the place before: words that stand everywhere must not cost a square.
  const length = codePointLength(sought.exact);
  let last = { start: 0, end: 0 };
  let counted = 0;
  return exact.map((span) => {
    const start = counted + codePointLength(ownText.slice(last.end, span.start));
    last = span;
    counted = start + length;
    return { start, end: counted, how: "exact", ranges: [{ start, end: counted }] };
  });
}

/** Where the parts of a quote with omissions stand in order. */
export function elidedPlaces(sought: Sought, source: Searchable): Place[] {
  if (sought.parts.length === 0) return [];
  return fromNormalised(elidedSpans(sought.parts, source.normalised.text), source, "elided");
}

function spansOf(words: string, text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const start of occurrences(words, text)) {
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
function* occurrences(words: string, text: string): Generator<number> {
  const first = words === "" ? -1 : text.indexOf(words);
  if (first === -1) return;
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

function fromNormalised(spans: Span[], { normalised }: Searchable, how: Agreement): Place[] {
  return spans.map((span) => {
    const range = {
      start: normalised.starts[span.start] as number,
      end: normalised.ends[span.end - 1] as number,
    };
    return { ...range, how, ranges: [range] };
  });
}
