import { markPassages, type PassageMark } from "./passage";

type MarkPassages = (htmlParts: string[], marks: PassageMark[]) => string[];

/** So many characters of marked HTML are kept in memory, with what they were made of. */
const KEPT_CHARACTERS = 8_000_000;

/**
 * What `markPassages` gives, remembered: it has to parse the HTML of a post, and most posts have the
 * same marks for everybody until somebody answers them again. The result is shared, so it must not
 * be changed.
 */
export const markedOnce = rememberingMarks(KEPT_CHARACTERS);

/** @param limit characters to keep; what was asked for least recently goes first */
export function rememberingMarks(limit: number): MarkPassages {
  const known = new Map<string, string[]>();
  let kept = 0;
  return (htmlParts, marks) => {
    if (marks.length === 0) return htmlParts;
    // All that the result depends on, so that nobody can get anything but what they would make.
    const key = JSON.stringify([htmlParts, marks]);
    const marked = known.get(key) ?? markPassages(htmlParts, marks);
    if (!known.delete(key)) kept += sizeOf(key, marked);
    known.set(key, marked);
    for (const [oldest, value] of known) {
      if (kept <= limit) break;
      known.delete(oldest);
      kept -= sizeOf(oldest, value);
    }
    return marked;
  };
}

function sizeOf(key: string, marked: readonly string[]): number {
  return marked.reduce((sum, html) => sum + html.length, key.length);
}
