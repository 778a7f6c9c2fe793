import { codePointLength } from "@/lib/text/code-points";
import { type Generation, type Source, searchable, searchablesOf } from "./generation";
import { nearPlaces, type Sought } from "./locate";
import { MIN_NEAR_LENGTH, MIN_PAIRS } from "./near";
import { type Resolution, resolution } from "./resolution";
import { COST, type Work } from "./work";

/** Of sources that nearly have a quote, so many are compared with it: those with most of its words. */
const MAX_NEAR_SOURCES = 8;

/** Two sources whose differences from the quote differ by less than this are equally near. */
const EQUALLY_NEAR = 0.05;

/**
 * What nearly says it: the nearest of all, by how much it differs. Of several that are equally near
 * the nearest ancestor is meant; if none is one, nobody knows.
 */
export function searchedNearly(
  sought: Sought,
  { ancestors, earlier }: Generation,
  work: Work,
): Resolution | null {
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
