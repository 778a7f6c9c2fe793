import { DROPPED, fold, foldedUnit, foldedUnits, SEVERAL } from "./fold";
import { JOINING, kindOf, kinds, WORD, WRAPPED } from "./kinds";

/**
 * A text in the form in which quotes are compared, and where each UTF-16 unit of that form came
 * from: the code points `starts[i]` to before `ends[i]` of the source.
 */
export interface Normalised {
  text: string;
  starts: Uint32Array;
  ends: Uint32Array;
}

/** A character with those that NFKC may join to it: marks, Hangul vowels and finals, kana voicing. */
const CLUSTER = /[\s\S][\p{M}\u1160-\u11ff\uff9e\uff9f]*/uy;

/** `[words](address)`: only the words count. */
const LINK = /\[([^[\]\n]*)\](\([^()\s]*\))/g;

const FIRST_SURROGATE = 0xd800;
const SPACE = 0x20;
const HYPHEN = 0x2d;

/**
 * Normalises a text for comparison (rule 4): Unicode NFKC, case, white space and line wrapping,
 * typographic quotes, dashes and ellipses, invisible characters, Markdown's own characters.
 */
export function normalise(source: string): Normalised {
  const length = written(source);
  return { text: textOf(length), starts: starts.slice(0, length), ends: ends.slice(0, length) };
}

/** The text of `normalise` alone: what most sources of a thread are needed for. */
export function normalisedText(source: string): string {
  return textOf(written(source));
}

/**
 * The arrays that are written to, for one text after another: to make new ones for every post of a
 * thread would take longer than the normalising.
 */
let units = new Uint16Array(4_096);
let starts = new Uint32Array(4_096);
let ends = new Uint32Array(4_096);

/**
 * Writes the normal form into the arrays. White space becomes one space between two words and
 * nothing elsewhere (before a comma, around a dash, between Chinese or Japanese characters, where a
 * line was wrapped); a run of hyphens becomes one.
 *
 * @returns how many units were written
 */
function written(source: string): number {
  const syntax = linkSyntax(source);
  // Names of this function's own: what another file exports is looked up at every character.
  const [kindsKnown, foldsKnown] = [kinds, foldedUnits];
  let [toUnits, toStarts, toEnds] = [units, starts, ends];
  let length = 0;
  let last = 0;
  // White space that may count, if a word follows; none where its end is 0.
  let spaceStart = 0;
  let spaceEnd = 0;
  let codePoint = 0;
  for (let at = 0; at < source.length; ) {
    const unit = source.charCodeAt(at);
    const next = at + 1 < source.length ? source.charCodeAt(at + 1) : 0;
    const isAlone = unit < FIRST_SURROGATE && ((kindsKnown[next] || kindOf(next)) & JOINING) === 0;
    let folded = isAlone && syntax === null ? foldsKnown[unit] || foldedUnit(unit) : SEVERAL;
    const start = codePoint;
    // Nearly every character: a letter behind a letter.
    if (folded > HYPHEN && spaceEnd === 0 && length + 2 <= toUnits.length) {
      toUnits[length] = last = folded;
      toStarts[length] = start;
      toEnds[length] = codePoint += 1;
      length += 1;
      at += 1;
      continue;
    }
    const cluster = isAlone ? source.charAt(at) : clusterAt(source, at);
    codePoint += cluster.length === 1 ? 1 : Array.from(cluster).length;
    const isSyntax = syntax?.has(at) === true;
    at += cluster.length;
    if (isSyntax) continue;
    if (syntax !== null && isAlone) folded = foldedUnit(unit);
    if (folded === DROPPED) continue;
    const several = folded === SEVERAL ? foldedCluster(cluster) : "";
    const count = folded === SEVERAL ? several.length : 1;
    for (let part = 0; part < count; part += 1) {
      if (several !== "") folded = several.charCodeAt(part);
      if (folded === SPACE) {
        if (spaceEnd > 0) continue;
        spaceStart = start;
        spaceEnd = codePoint;
        continue;
      }
      if (folded === HYPHEN && last === HYPHEN && spaceEnd === 0) {
        toEnds[length - 1] = codePoint;
        continue;
      }
      if (length + 2 > toUnits.length) {
        grow();
        [toUnits, toStarts, toEnds] = [units, starts, ends];
      }
      if (spaceEnd > 0 && separatesWords(last, folded)) {
        toUnits[length] = SPACE;
        toStarts[length] = spaceStart;
        toEnds[length] = spaceEnd;
        length += 1;
      }
      spaceEnd = 0;
      toUnits[length] = folded;
      toStarts[length] = start;
      toEnds[length] = codePoint;
      length += 1;
      last = folded;
    }
  }
  return length;
}

function grow(): void {
  const before = { units, starts, ends };
  units = new Uint16Array(units.length * 2);
  starts = new Uint32Array(units.length);
  ends = new Uint32Array(units.length);
  units.set(before.units);
  starts.set(before.starts);
  ends.set(before.ends);
}

function textOf(length: number): string {
  let text = "";
  // So many arguments a call can surely have.
  for (let from = 0; from < length; from += 8_192) {
    const chunk = units.subarray(from, Math.min(from + 8_192, length));
    text += String.fromCharCode.apply(null, chunk as unknown as number[]);
  }
  return text;
}

function separatesWords(before: number, after: number): boolean {
  const both = kindOf(before) & kindOf(after);
  return (both & WORD) !== 0 && (both & WRAPPED) === 0;
}

/** What clusters count as; forgotten when there are too many, as in a text that means no good. */
const clusters = new Map<string, string>();
const MAX_CLUSTERS = 4_096;

function foldedCluster(cluster: string): string {
  let folded = clusters.get(cluster);
  if (folded === undefined) {
    folded = fold(cluster);
    if (clusters.size === MAX_CLUSTERS) clusters.clear();
    clusters.set(cluster, folded);
  }
  return folded;
}

function clusterAt(source: string, at: number): string {
  CLUSTER.lastIndex = at;
  return CLUSTER.exec(source)?.[0] ?? source.charAt(at);
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
