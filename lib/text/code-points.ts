/** Number of Unicode code points in a text; a lone surrogate counts as one. */
export function codePointLength(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at += 1, length += 1) {
    if (isPairAt(text, at)) at += 1;
  }
  return length;
}

/**
 * The code points from `start` to before `end`, as `Array.from(text).slice(start, end).join("")`
 * would give, without building the array.
 */
export function sliceCodePoints(text: string, start: number, end = Number.POSITIVE_INFINITY) {
  const from = unitOffset(text, Math.max(0, start));
  if (end <= start) return "";
  if (end === Number.POSITIVE_INFINITY) return text.slice(from);
  return text.slice(from, from + unitOffset(text.slice(from), end - Math.max(0, start)));
}

/** Where in the string (UTF-16 units) the code point with this number begins. */
export function unitOffset(text: string, codePoints: number): number {
  let at = 0;
  for (let seen = 0; seen < codePoints && at < text.length; seen += 1) {
    at += isPairAt(text, at) ? 2 : 1;
  }
  return at;
}

function isPairAt(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}
