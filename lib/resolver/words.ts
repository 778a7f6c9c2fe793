import { kindOf, kinds, UNSPACED, WORD } from "./kinds";

/** The words of a normalised text in order: what each is, and where it stands (UTF-16 units). */
export interface Words {
  /** Equal for equal words; hardly ever for others. */
  ids: Int32Array;
  starts: Uint32Array;
  ends: Uint32Array;
}

/**
 * Cuts a normalised text into words: runs of letters and digits; each letter by itself in scripts
 * without spaces; an address as a whole, since its pieces are in every other address.
 */
export function wordsOf(text: string): Words {
  const known = kinds;
  const capacity = text.length;
  if (ids.length < capacity) {
    ids = new Int32Array(capacity * 2);
    starts = new Uint32Array(capacity * 2);
    ends = new Uint32Array(capacity * 2);
  }
  const [toIds, toStarts, toEnds] = [ids, starts, ends];
  let count = 0;
  for (let at = 0; at < capacity; ) {
    const unit = text.charCodeAt(at);
    const kind = known[unit] || kindOf(unit);
    if ((kind & WORD) === 0) {
      at += 1;
      continue;
    }
    const start = at;
    let hash = mixed(0x811c9dc5, unit);
    at += 1;
    for (let inside = (kind & UNSPACED) === 0; inside && at < capacity; ) {
      const next = text.charCodeAt(at);
      const nextKind = known[next] || kindOf(next);
      inside = (nextKind & (WORD | UNSPACED)) === WORD;
      if (inside) {
        hash = mixed(hash, next);
        at += 1;
      }
    }
    if (text.charCodeAt(at) === COLON && text.startsWith("://", at)) {
      for (; at < capacity && text.charCodeAt(at) !== SPACE; at += 1) {
        hash = mixed(hash, text.charCodeAt(at));
      }
    }
    toIds[count] = hash;
    toStarts[count] = start;
    toEnds[count] = at;
    count += 1;
  }
  return {
    ids: toIds.slice(0, count),
    starts: toStarts.slice(0, count),
    ends: toEnds.slice(0, count),
  };
}

const SPACE = 0x20;
const COLON = 0x3a;

/** Written to for one text after another. */
let ids = new Int32Array(4_096);
let starts = new Uint32Array(4_096);
let ends = new Uint32Array(4_096);

/** One step of FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}
