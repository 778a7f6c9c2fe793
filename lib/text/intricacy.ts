/**
 * Emphasis and brackets cost the parser the square of their number within one paragraph (the worst
 * mixture more than that). 1,500 in one paragraph, or 300 in each of 25, is far beyond prose.
 */
const MAX_MARK_WORK = 2_250_000;

/** Each underlined heading costs as much as there are underlined headings before it. */
const MAX_UNDERLINED_HEADINGS = 500;

/** Lists opened within one line (`- - - a`): the parser recurses for each, on every line. */
const MAX_LIST_MARKERS_PER_LINE = 12;

/** Each list item costs as much as there are items before it. */
const MAX_LIST_MARKERS = 10_000;

/** How deep a parsed post may nest (a list in a list is two levels): everything after recurses. */
export const MAX_NESTING = 100;

const BLANK_LINES = /\n[ \t]*\n/;
const MARKS = /\*+|_+|~+|[[\]]/g;
const UNDERLINES = /^ {0,3}(?:=+|-+)[ \t]*$/gm;
const LIST_LINES = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$))+/gm;

/**
 * Whether this Markdown would take the parser unreasonably long. Measured limits, not limits of
 * taste: below them 200,000 characters of anything render within seconds (intricacy.test.ts).
 */
export function isTooIntricate(markdown: string): boolean {
  return (
    hasTooManyItems(markdown) ||
    countOf(markdown, UNDERLINES) > MAX_UNDERLINED_HEADINGS ||
    markWork(markdown) > MAX_MARK_WORK
  );
}

function hasTooManyItems(markdown: string): boolean {
  let total = 0;
  for (const [line] of markdown.matchAll(LIST_LINES)) {
    const markers = line.trim().split(/\s+/).length;
    total += markers;
    if (markers > MAX_LIST_MARKERS_PER_LINE || total > MAX_LIST_MARKERS) return true;
  }
  return false;
}

function markWork(markdown: string): number {
  return markdown
    .split(BLANK_LINES)
    .reduce((work, paragraph) => work + countOf(paragraph, MARKS) ** 2, 0);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
