import { codePointLength } from "@/lib/text/code-points";
import { isBoundary } from "./boundary";
import { elidedSpans, type Part, partsOf, type Span } from "./elision";
import { type Normalised, normalise } from "./normalise";

/** How the words of a quote and of its source agree. */
export type Agreement = "exact" | "normalised" | "elided";

/** A passage of a source: code points of its own text, end exclusive. */
export interface Place {
  start: number;
  end: number;
  how: Agreement;
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
  return exact.map(({ start, end }) => {
    const codePoints = codePointLength(ownText.slice(0, start));
    const length = codePointLength(ownText.slice(start, end));
    return { start: codePoints, end: codePoints + length, how: "exact" };
  });
}

/** Where the parts of a quote with omissions stand in order. */
export function elidedPlaces(sought: Sought, source: Searchable): Place[] {
  if (sought.parts.length === 0) return [];
  return fromNormalised(elidedSpans(sought.parts, source.normalised.text), source, "elided");
}

function spansOf(words: string, text: string): Span[] {
  const spans: Span[] = [];
  if (words === "") return spans;
  for (let start = text.indexOf(words); start !== -1; ) {
    const end = start + words.length;
    const isWhole = isBoundary(text, start) && isBoundary(text, end);
    if (isWhole) spans.push({ start, end });
    start = text.indexOf(words, isWhole ? end : start + 1);
  }
  return spans;
}

function fromNormalised(spans: Span[], { normalised }: Searchable, how: Agreement): Place[] {
  return spans.map(({ start, end }) => ({
    start: normalised.starts[start] as number,
    end: normalised.ends[end - 1] as number,
    how,
  }));
}
