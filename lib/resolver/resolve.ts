import { codePointLength } from "@/lib/text/code-points";
import { type Generation, type Source, searchablesOf } from "./generation";
import {
  elidedPlaces,
  farPlaces,
  type Place,
  type Searchable,
  Sought,
  verbatimPlaces,
} from "./locate";
import { searchedNearly } from "./nearest";
import {
  type Found,
  MAX_CANDIDATES,
  type Resolution,
  type ResolvedStatus,
  resolution,
} from "./resolution";
import { COST, Work } from "./work";

/**
 * A quote of fewer characters ("I agree.") is in half the posts of a thread by chance, so it is
 * looked for in the ancestors only. Code points after normalisation.
 */
export const MIN_QUOTE_LENGTH = 12;

interface Comparison {
  status: ResolvedStatus;
  places(sought: Sought, source: Searchable, work: Work): Place[];
  /** The same for one of very many sources. */
  farPlaces(sought: Sought, source: Searchable, work: Work): Place[];
}

/** Strongest first. */
const COMPARISONS: readonly Comparison[] = [
  { status: "verbatim", places: verbatimPlaces, farPlaces },
  { status: "elided", places: elidedPlaces, farPlaces: elidedPlaces },
];

const UNVERIFIED: Resolution = { status: "unverified", source: null };

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
