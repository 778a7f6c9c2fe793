/** What a character counts as, where Unicode's own normalisation does not say. */
const PLAIN = new Map<string, string>([
  ...each("‘’‚‛′´＇", "'"),
  ...each("“”„‟«»″＂", '"'),
  ...each("‐‑‒–—―−﹘﹣－", "-"),
  // Markdown's own characters: a quoter may paste them where the source shows their effect.
  ...each("*_`~\\", ""),
  // Arrows that typographic correction makes of what was typed.
  ["→", "->"],
  ["←", "<-"],
  ["⇒", "=>"],
]);

/** Zero-width characters, soft hyphens, direction marks, variation selectors. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\p{Variation_Selector}/gu;

/** What one character (with the marks joined to it) counts as in a comparison. May be empty. */
export function fold(cluster: string): string {
  const plain = cluster.replace(INVISIBLE, "");
  const known = PLAIN.get(plain);
  if (known !== undefined) return known;
  // Up and down again folds more than down alone: ß with ss, final sigma with sigma.
  const lower = plain.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
  return Array.from(lower, (character) => PLAIN.get(character) ?? character)
    .join("")
    .replace(/\s+/g, " ");
}

/** Answers of `foldedUnit` that are no character. */
export const DROPPED = 1;
export const SEVERAL = 2;

/** By UTF-16 unit; 0 where `foldedUnit` was not asked yet. A text repeats few characters often. */
export const foldedUnits = new Uint16Array(0x1_00_00);

/**
 * What one UTF-16 unit that nothing is joined to counts as: a unit, DROPPED for nothing, or
 * SEVERAL where only `fold` can say it.
 */
export function foldedUnit(unit: number): number {
  return (foldedUnits[unit] as number) || learned(unit);
}

function learned(unit: number): number {
  const folded = fold(String.fromCharCode(unit));
  const first = folded.length === 1 ? folded.charCodeAt(0) : SEVERAL;
  const answer = folded === "" ? DROPPED : Math.max(first, SEVERAL);
  foldedUnits[unit] = answer;
  return answer;
}

function each(characters: string, plain: string): [string, string][] {
  return Array.from(characters, (character) => [character, plain]);
}
