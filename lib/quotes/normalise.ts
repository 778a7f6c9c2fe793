/**
 * A text in the form in which quotes are compared, and where each UTF-16 unit of that form came
 * from: the code points `starts[i]` to before `ends[i]` of the source.
 */
export interface Normalised {
  text: string;
  starts: number[];
  ends: number[];
}

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

/** A character with those that NFKC may join to it: marks, Hangul vowels and finals, kana voicing. */
const CLUSTER = /[\s\S][\p{M}\u1160-\u11ff\uff9e\uff9f]*/uy;

/** `[words](address)`: only the words count. */
const LINK = /\[([^[\]\n]*)\](\([^()\s]*\))/g;

const WORD = /[\p{L}\p{N}\p{M}]/u;

/** Scripts in which a wrapped line leaves a space that nobody meant. */
const WRAPPED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const FIRST_JOINING = 0x300;

/**
 * Normalises a text for comparison (rule 4): Unicode NFKC, case, white space and line wrapping,
 * typographic quotes, dashes and ellipses, invisible characters, Markdown's own characters.
 */
export function normalise(source: string): Normalised {
  const output = new Output();
  const syntax = linkSyntax(source);
  let codePoint = 0;
  for (let at = 0; at < source.length; ) {
    const cluster = clusterAt(source, at);
    const length = cluster.length === 1 ? 1 : Array.from(cluster).length;
    if (!syntax?.has(at)) output.add(folded(cluster), codePoint, codePoint + length);
    at += cluster.length;
    codePoint += length;
  }
  return output.result();
}

/**
 * Collects normalised characters. White space becomes one space between two words and nothing
 * elsewhere (before a comma, around a dash, between Chinese or Japanese characters, where a line
 * was wrapped); a run of hyphens becomes one.
 */
class Output {
  #text = "";
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #last = "";
  #space: [start: number, end: number] | null = null;

  add(characters: string, start: number, end: number): void {
    for (let at = 0; at < characters.length; at += 1) {
      const unit = characters.charAt(at);
      if (unit === " ") this.#space ??= [start, end];
      else if (unit === "-" && this.#last === "-" && !this.#space) this.#extend(end);
      else this.#push(unit, start, end);
    }
  }

  result(): Normalised {
    return { text: this.#text, starts: this.#starts, ends: this.#ends };
  }

  #push(unit: string, start: number, end: number): void {
    if (this.#space && separatesWords(this.#last, unit)) this.#append(" ", ...this.#space);
    this.#space = null;
    this.#append(unit, start, end);
    this.#last = unit;
  }

  #append(unit: string, start: number, end: number): void {
    this.#text += unit;
    this.#starts.push(start);
    this.#ends.push(end);
  }

  #extend(end: number): void {
    this.#ends[this.#ends.length - 1] = end;
  }
}

function separatesWords(before: string, after: string): boolean {
  return WORD.test(before) && WORD.test(after) && !(WRAPPED.test(before) && WRAPPED.test(after));
}

function clusterAt(source: string, at: number): string {
  const next = source.charCodeAt(at + 1);
  const isAlone = source.charCodeAt(at) < 0xd800 && !(next >= FIRST_JOINING);
  if (isAlone) return source.charAt(at);
  CLUSTER.lastIndex = at;
  return CLUSTER.exec(source)?.[0] ?? source.charAt(at);
}

const foldedBefore = new Map<string, string>();

/** What one cluster counts as. Remembered for single characters, which are few. */
function folded(cluster: string): string {
  if (cluster.length > 1) return fold(cluster);
  let result = foldedBefore.get(cluster);
  if (result === undefined) {
    result = fold(cluster);
    foldedBefore.set(cluster, result);
  }
  return result;
}

function fold(cluster: string): string {
  const plain = cluster.replace(INVISIBLE, "");
  const known = PLAIN.get(plain);
  if (known !== undefined) return known;
  // Up and down again folds more than down alone: ß with ss, final sigma with sigma.
  const lower = plain.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
  return Array.from(lower, (character) => PLAIN.get(character) ?? character)
    .join("")
    .replace(/\s+/g, " ");
}

/** Where (UTF-16 units) the characters of link syntax stand that do not count. */
function linkSyntax(source: string): Set<number> | null {
  if (!source.includes("](")) return null;
  const found = new Set<number>();
  for (const { 0: link, 1: words = "", index } of source.matchAll(LINK)) {
    found.add(index);
    for (let at = index + 1 + words.length; at < index + link.length; at += 1) found.add(at);
  }
  return found;
}

function each(characters: string, plain: string): [string, string][] {
  return Array.from(characters, (character) => [character, plain]);
}
