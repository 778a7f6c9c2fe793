import { codePointLength, sliceCodePoints } from "@/lib/text/code-points";
import type { Range } from "@/lib/text/range";

/** A passage in its place: the text around it, and within it what was quoted and what was not. */
export interface Surroundings {
  /** The text before the passage, the passage piece by piece, and the text after it. */
  before: string;
  pieces: { text: string; quoted: boolean }[];
  after: string;
  /** Whether there is more text than is shown. */
  startsLater: boolean;
  endsEarlier: boolean;
}

/** The surroundings of a quote's passage. */
export interface QuoteContext extends Surroundings {
  /** The words stand in an earlier version of the source, and no more in it as it is now. */
  earlier: boolean;
}

/** So much of the text on either side is shown, in code points: some five lines. */
const REACH = 320;

/**
 * What stands around a passage, cut between words.
 *
 * @param ranges the quoted characters, in any order: code points of `ownText`; at least one
 */
export function surroundingsOf(ownText: string, ranges: readonly Range[]): Surroundings {
  const inOrder = merged(ranges);
  const start = inOrder[0]?.start ?? 0;
  const end = inOrder.at(-1)?.end ?? 0;
  const length = codePointLength(ownText);
  const from = Math.max(0, start - REACH);
  const to = Math.min(length, end + REACH);
  const before = sliceCodePoints(ownText, from, start);
  const after = sliceCodePoints(ownText, end, to);
  return {
    before: from > 0 ? before.replace(/^\S*\s+/, "") : before,
    pieces: inOrder.flatMap((range, index) => {
      const gap = sliceCodePoints(ownText, inOrder[index - 1]?.end ?? range.start, range.start);
      const words = { text: sliceCodePoints(ownText, range.start, range.end), quoted: true };
      return gap === "" ? [words] : [{ text: gap, quoted: false }, words];
    }),
    after: to < length ? after.replace(/\s+\S*$/, "") : after,
    startsLater: from > 0,
    endsEarlier: to < length,
  };
}

/** Ranges from first to last, those that touch made one. */
function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
}
