import { kindOfCharacter, UNSPACED, WORD } from "./kinds";

/**
 * Whether a text may be cut at this place (UTF-16 units) without cutting a word: a quote of "art"
 * does not come from "party". Between letters of scripts without spaces every place is a boundary.
 */
export function isBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const before = kindOfCharacter(characterBefore(text, at));
  const after = kindOfCharacter(String.fromCodePoint(text.codePointAt(at) ?? 0));
  return !(before & WORD) || !(after & WORD) || ((before | after) & UNSPACED) !== 0;
}

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  return isLow ? text.slice(Math.max(0, at - 2), at) : text.charAt(at - 1);
}
