// What is searched for: two words each time, other ones for every search, by how many posts have both.
import { chance } from "@/bench/seed/chance";

/** Letters as bench/scale/rows.ts `wordOf` spells them. */
const LETTERS = "bakovurimx";

/** The word of a rank, from 1: the nth most common of those that posts have of their own. */
export function wordOfRank(rank: number): string {
  const letters = [...String(rank)].map((digit) => LETTERS[Number(digit)]);
  return `zq${letters.join("")}k`;
}

export interface Group {
  name: string;
  /** The product of the two words' ranks: how many posts have both is in inverse proportion to it. */
  product: number;
}

/** So many hits a million posts have for two words of whose ranks the product is 1. */
export const HITS_OF_ONE = 4_700_000;

const groupOf = (hits: number): Group => ({
  name: `about ${hits.toLocaleString("en")} posts`,
  product: HITS_OF_ONE / hits,
});

/** Of a million posts; smaller forums have fewer in proportion. */
export const GROUPS: readonly Group[] = [groupOf(9_000), groupOf(3_000), groupOf(300), groupOf(10)];

/** Pairs of words of a group, each another one: from a common and a rare word to two alike. */
export function pairsOf({ product }: Group, count: number): string[] {
  const draw = chance(Math.round(product));
  const pairs = new Set<string>();
  for (let tries = 0; pairs.size < count && tries < count * 100; tries += 1) {
    // No commoner than what one post in ten has: rarer words are what people search for.
    const first = Math.round(12 * (Math.sqrt(product) / 12) ** draw() * (1 + draw()));
    const second = Math.round(product / first);
    if (first >= 1 && second >= 1 && first !== second) {
      pairs.add(`${wordOfRank(first)} ${wordOfRank(second)}`);
    }
  }
  return [...pairs];
}
