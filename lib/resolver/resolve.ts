import { codePointLength, sliceCodePoints } from "@/lib/text/code-points";
import type { Range } from "@/lib/text/range";
import {
  elidedPlaces,
  farPlaces,
  nearPlaces,
  type Place,
  Searchable,
  Sought,
  verbatimPlaces,
} from "./locate";
import { MIN_NEAR_LENGTH, MIN_PAIRS } from "./near";
import { COST, Work } from "./work";

/** A revision of an earlier post in which a quote is looked for. */
export interface Source {
  postId: number;
  revisionId: number;
  ownText: string;
}

/** Some sources in the order of rule 3: ancestors, parent first; then the rest, nearest first. */
export interface Generation {
  ancestors: Source[];
  earlier: Source[];
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

/** Of sources that nearly have a quote, so many are compared with it: those with most of its words. */
const MAX_NEAR_SOURCES = 8;

/** Two sources whose differences from the quote differ by less than this are equally near. */
const EQUALLY_NEAR = 0.05;

interface Comparison {
  status: ResolvedStatus;
  places(sought: Sought, source: Searchable, work: Work): Place[];
  /** The same for one of very many sources. */
  farPlaces(sought: Sought, source: Searchable, work: Work): Place[];
}

interface Found {
  source: Source;
  places: Place[];
}

/** Strongest first. */
const COMPARISONS: readonly Comparison[] = [
  { status: "verbatim", places: verbatimPlaces, farPlaces },
  { status: "elided", places: elidedPlaces, farPlaces: elidedPlaces },
];

const UNVERIFIED: Resolution = { status: "unverified", source: null };

/** Making a source ready is most of the work, and every quote of a post asks for the same ones. */
const searchables = new WeakMap<Source, Searchable>();
/** The same for whole lists, which one text's quotes are looked for in one after another. */
const lists = new WeakMap<readonly Source[], readonly Searchable[]>();

/** As resolveAmong, in the posts as they are now. */
export function resolveQuote(exact: string, ancestors: Source[], earlier: Source[]): Resolution {
  return resolveAmong(exact, [{ ancestors, earlier }]);
}

/**
 * Finds where a quote's words were taken from, by rules 2 to 5 of quoting. First among the
 * `ancestors` (parent first): the strongest comparison that finds anything in any of them decides,
 * and there the nearest ancestor. Only then in the `earlier` posts (nearest first), again by
 * strength: one post is the source, several are ambiguous. Then in the next generation. What none
 * of them says just so may be what one nearly says. Never guesses.
 *
 * @param generations the posts as they are now and, after that, as they were
 * @param work what may be spent on it; a quote for which it does not suffice is unverified
 */
export function resolveAmong(
  exact: string,
  generations: readonly Generation[],
  work: Work = new Work(),
): Resolution {
  if (!work.spend(COST.quoted * exact.length)) return UNVERIFIED;
  const sought = new Sought(exact);
  if (sought.text === "") return UNVERIFIED;
  for (const search of [searched, searchedNearly]) {
    for (const generation of generations) {
      const found = search(sought, generation, work);
      // What was not looked at might have been a nearer source, or a second one.
      if (work.isSpent) return UNVERIFIED;
      if (found !== null) return found;
    }
  }
  return UNVERIFIED;
}

function searched(sought: Sought, { ancestors, earlier }: Generation, work: Work) {
  for (const comparison of COMPARISONS) {
    const [nearest] = search(comparison.places, sought, ancestors, 1, work);
    if (nearest) return resolution(comparison.status, [nearest]);
  }
  if (codePointLength(sought.text) < MIN_QUOTE_LENGTH) return null;
  for (const comparison of COMPARISONS) {
    const found = search(comparison.farPlaces, sought, earlier, MAX_CANDIDATES, work);
    if (found.length > 0) return resolution(comparison.status, found);
  }
  return null;
}

function search(
  placesIn: Comparison["places"],
  sought: Sought,
  sources: readonly Source[],
  limit: number,
  work: Work,
): Found[] {
  const found: Found[] = [];
  for (const [index, known] of searchablesOf(sources).entries()) {
    if (!work.spend(COST.source)) return [];
    const places = placesIn(sought, known, work);
    if (places.length > 0) found.push({ source: sources[index] as Source, places });
    if (found.length === limit) break;
  }
  return found;
}

/**
 * What nearly says it: the nearest of all, by how much it differs. Of several that are equally near
 * the nearest ancestor is meant; if none is one, nobody knows.
 */
function searchedNearly(sought: Sought, { ancestors, earlier }: Generation, work: Work) {
  if (Math.min(codePointLength(sought.text), sought.words.worth) < MIN_NEAR_LENGTH) return null;
  const likely = [
    ...likeliest(sought, ancestors, 0, work),
    ...likeliest(sought, earlier, ancestors.length, work),
  ];
  const found = mostLikely(likely).flatMap((source) => {
    const places = nearPlaces(sought, searchable(source), work);
    return places.length === 0 ? [] : [{ source, places }];
  });
  const least = Math.min(...found.flatMap(({ places }) => places.map((place) => place.difference)));
  const nearest = found.flatMap(({ source, places }) => {
    const equal = places.filter(({ difference }) => difference <= least + EQUALLY_NEAR);
    return equal.length === 0 ? [] : [{ source, places: equal }];
  });
  if (nearest.length === 0) return null;
  const ancestor = nearest.find(({ source }) => ancestors.includes(source));
  return resolution("altered", ancestor ? [ancestor] : nearest);
}

interface Likely {
  source: Source;
  share: number;
  /** By rule 3. */
  order: number;
}

/** The sources that have many of a quote's words in pairs. */
function likeliest(
  sought: Sought,
  sources: readonly Source[],
  firstOrder: number,
  work: Work,
): Likely[] {
  const likely: Likely[] = [];
  for (const [index, known] of searchablesOf(sources).entries()) {
    const { length } = known.ownText;
    if (!work.spendOnce(known, COST.normalise * length)) return [];
    if (!work.spendOnce(known.words, COST.words * length)) return [];
    if (!work.spend(COST.source + COST.pair * known.words.ids.length)) return [];
    const share = sought.words.shareIn(known.words);
    if (share < MIN_PAIRS) continue;
    likely.push({ source: sources[index] as Source, share, order: firstOrder + index });
  }
  return likely;
}

/** Those with most of them, in the order of rule 3. */
function mostLikely(likely: Likely[]): Source[] {
  return likely
    .sort((one, other) => other.share - one.share || one.order - other.order)
    .slice(0, MAX_NEAR_SOURCES)
    .sort((one, other) => one.order - other.order)
    .map(({ source }) => source);
}

/** The sources with what they need to be searched. */
function searchablesOf(sources: readonly Source[]): readonly Searchable[] {
  let known = lists.get(sources);
  if (known === undefined) {
    known = sources.map(searchable);
    lists.set(sources, known);
  }
  return known;
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
