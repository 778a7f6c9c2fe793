import { type ChangeObject, diffLines, diffWordsWithSpace } from "diff";

/** A stretch of two texts: in both, only in the former, only in the latter. */
export interface DifferencePart {
  kind: "same" | "removed" | "added";
  text: string;
}

/**
 * How many words (or lines) may differ before a finer comparison is given up: the time grows with
 * the square of it, and a page of the history compares ten pairs. Two texts that differ in more
 * are two texts.
 */
const MAX_EDITS = 500;

/**
 * Longest texts, both together in UTF-16 units, compared word by word: two versions of the longest
 * real post (84,000). Splitting longer ones into words takes longer than the rest of a page.
 */
const MAX_LENGTH_BY_WORD = 200_000;

/**
 * What changed between two texts, word by word; line by line if they are too long for that or too
 * many words differ; as a whole if too many lines do. "same" and "removed" in order give `before`, "same" and "added" `after`.
 */
export function wordDifference(before: string, after: string): DifferencePart[] {
  const limits = { maxEditLength: MAX_EDITS };
  const byWord = before.length + after.length <= MAX_LENGTH_BY_WORD;
  const changes =
    (byWord ? diffWordsWithSpace(before, after, limits) : undefined) ??
    diffLines(before, after, limits);
  if (changes) return changes.map(partOf);
  const whole: DifferencePart[] = [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
  return whole.filter(({ text }) => text !== "");
}

function partOf({ added, removed, value }: ChangeObject<string>): DifferencePart {
  return { kind: added ? "added" : removed ? "removed" : "same", text: value };
}
