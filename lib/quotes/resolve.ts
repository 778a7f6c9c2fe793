import { sliceCodePoints } from "@/lib/text/code-points";
import { elidedPlaces, type Place, type Range, Searchable, Sought, verbatimPlaces } from "./locate";

/** A revision of an earlier post in which a quote is looked for. */
export interface Source {
  postId: number;
  revisionId: number;
  ownText: string;
}

export type ResolvedStatus = "verbatim" | "elided" | "altered" | "ambiguous" | "unverified";

/** The passage a quote came from: W3C TextPositionSelector and the surroundings of TextQuoteSelector. */
export interface PassageSource {
  postId: number;
  revisionId: number;
  /** How the words agree with it, seen by itself. */
  status: ResolvedStatus;
  /** Code points of the revision's own text, end exclusive. */
  start: number;
  end: number;
  /** The characters quoted, in the order of the quote: one range unless words are left out. */
  ranges: Range[];
  prefix: string;
  suffix: string;
}

export interface Resolution {
  status: ResolvedStatus;
  /**
   * Null if unverified, or ambiguous between posts. If the words stand at several places of one
   * post, the post is certain though the place is not: then it is the first place, "ambiguous".
   */
  source: PassageSource | null;
  /** The places to choose from, if ambiguous: at most MAX_CANDIDATES, nearest post first. */
  candidates?: PassageSource[];
}

/**
 * A quote of fewer characters ("I agree.") is in half the posts of a thread by chance, so it is
 * looked for in the ancestors only. Code points after normalisation.
 */
export const MIN_QUOTE_LENGTH = 12;

/** More candidates than these are no choice any more. */
export const MAX_CANDIDATES = 5;

/** Code points of prefix and suffix: enough to tell two places of the same words apart. */
const SURROUNDINGS = 32;

interface Comparison {
  status: ResolvedStatus;
  places(sought: Sought, source: Searchable): Place[];
}

interface Found {
  source: Source;
  places: Place[];
}

/** Strongest first. A near match ("altered"), with its threshold, would be the last. */
const COMPARISONS: readonly Comparison[] = [
  { status: "verbatim", places: verbatimPlaces },
  { status: "elided", places: elidedPlaces },
];

/** Normalising a source is most of the work, and every quote of a post asks for the same sources. */
const searchables = new WeakMap<Source, Searchable>();

/**
 * Finds where a quote's words were taken from, by rules 2 to 5 of quoting. First among the
 * `ancestors` (parent first): the strongest comparison that finds anything in any of them decides,
 * and there the nearest ancestor. Only then in the `earlier` posts (nearest first), again by
 * strength: one post is the source, several are ambiguous. Never guesses.
 */
export function resolveQuote(exact: string, ancestors: Source[], earlier: Source[]): Resolution {
  const sought = new Sought(exact);
  if (sought.text === "") return { status: "unverified", source: null };
  for (const comparison of COMPARISONS) {
    const [nearest] = search(comparison, sought, ancestors, 1);
    if (nearest) return resolution(comparison.status, [nearest]);
  }
  if (Array.from(sought.text).length < MIN_QUOTE_LENGTH) {
    return { status: "unverified", source: null };
  }
  for (const comparison of COMPARISONS) {
    const found = search(comparison, sought, earlier, MAX_CANDIDATES);
    if (found.length > 0) return resolution(comparison.status, found);
  }
  return { status: "unverified", source: null };
}

function search(comparison: Comparison, sought: Sought, sources: Source[], limit: number): Found[] {
  const found: Found[] = [];
  for (const source of sources) {
    const places = comparison.places(sought, searchable(source));
    if (places.length > 0) found.push({ source, places });
    if (found.length === limit) break;
  }
  return found;
}

function searchable(source: Source): Searchable {
  const known = searchables.get(source);
  if (known?.ownText === source.ownText) return known;
  const made = new Searchable(source.ownText);
  searchables.set(source, made);
  return made;
}

function resolution(status: ResolvedStatus, found: Found[]): Resolution {
  const candidates = found
    .flatMap(({ source, places }) => places.map((place) => ({ source, place })))
    .slice(0, MAX_CANDIDATES)
    .map(({ source, place }) => passageSource(status, source, place));
  const first = candidates[0] ?? null;
  if (candidates.length === 1) return { status, source: first };
  return { status: "ambiguous", source: found.length === 1 ? first : null, candidates };
}

/** The words before and after a passage, as a TextQuoteSelector keeps them. */
export function surroundings(ownText: string, { start, end }: Range) {
  return {
    prefix: sliceCodePoints(ownText, Math.max(0, start - SURROUNDINGS), start),
    suffix: sliceCodePoints(ownText, end, end + SURROUNDINGS),
  };
}

function passageSource(status: ResolvedStatus, source: Source, place: Place): PassageSource {
  const { postId, revisionId, ownText } = source;
  const { start, end, ranges } = place;
  return { postId, revisionId, status, start, end, ranges, ...surroundings(ownText, place) };
}
