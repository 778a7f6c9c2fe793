const WORD = /[\p{L}\p{N}\p{M}]/u;

/** Scripts written without spaces between words, or (Hangul) with particles joined to them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Whether a text may be cut at this place (UTF-16 units) without cutting a word: a quote of "art"
 * does not come from "party". Between letters of scripts without spaces every place is a boundary.
 */
export function isBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const before = characterBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (!WORD.test(before) || !WORD.test(after)) return true;
  return UNSPACED.test(before) || UNSPACED.test(after);
}

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  return isLow ? text.slice(Math.max(0, at - 2), at) : text.charAt(at - 1);
}
