/**
 * Limits for what the Markdown parser takes too long for. They were measured, not chosen by
 * taste: below them 200,000 characters of anything render within a few seconds.
 * None of 2,153 real posts comes near. A block is what stands between blank lines.
 */

/** Every paragraph costs a tenth of a millisecond; the longest essay has some thousand lines. */
const MAX_LINES = 20_000;

/**
 * Emphasis, code and brackets cost the square of their number within one block (the worst mixture
 * more than that): 1,500 in one block, or 300 in each of 25.
 */
const MAX_MARK_WORK = 2_250_000;

/** Each underlined heading costs as much as there are underlined headings before it. */
const MAX_UNDERLINED_HEADINGS = 500;

/** Lists opened within one line (`- - - a`): the parser recurses for each, on every line. */
const MAX_LIST_MARKERS_PER_LINE = 12;

/** Each item of a list, and each line of one, costs as much as there are before it. */
const MAX_LIST_MARKERS = 4_000;
const MAX_LIST_LINES = 8_000;

/** Every row gets as many cells as the first one has, typed or not: 250 × 1,600 from 5,000 characters. */
const MAX_TABLE_CELLS = 10_000;

/**
 * A definition's address is written out at each reference to it, so a short post can make a page
 * of any size. cmark limits what references add in the same way (`max_ref_size`, src/blocks.c).
 * The product of the longest definition (UTF-16 units) and the number of references in a post:
 * 500 links by addresses of 2,000 characters.
 */
const MAX_EXPANSION = 1_000_000;

/** How deep a parsed post may nest (a list in a list is two levels): everything after recurses. */
export const MAX_NESTING = 100;

const BLANK_LINES = /\n[ \t]*\n/;
const MARKS = /\*+|_+|~+|`+|[[\]]/g;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/gm;
const LIST_LINE = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$))+/gm;
const TABLE_DELIMITERS = /^[ \t]*[|:-][ \t|:-]*$/gm;

const DEFINED_LABEL = /^[ \t\ufeff]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*\[(?:\\.|[^[\]\\])+\]:/gms;
/** The address and title after a label; without their closing marks too, as it reads cut texts. */
const DEFINED =
  /^\s*(?:<(?:\\.|[^>\n])*>?|[^ \t\n]*)(?:\s+(?:"(?:\\.|(?!"|\n[ \t]*\n).)*|'(?:\\.|(?!'|\n[ \t]*\n).)*|\((?:\\.|(?!\)|\n[ \t]*\n).)*))?/s;

/** What all blocks of a text add up to. */
interface Work {
  marks: number;
  listLines: number;
  listMarkers: number;
  mostMarkersInLine: number;
  cells: number;
}

/** Whether a post of these runs (its quotes' too) would take unreasonably long, or much, to show. */
export function isTooIntricate(runs: readonly string[]): boolean {
  return runs.some(isRunTooIntricate) || expandsTooFar(runs);
}

/**
 * Whether the definitions of a post, written out at every reference, would make it too large. It
 * concerns all runs together, since a definition in one works in the others.
 */
export function expandsTooFar(runs: readonly string[]): boolean {
  // Every reference ends with a bracket; to tell it from other brackets would take the parser.
  const references = runs.reduce((sum, run) => sum + countOf(run, /\]/g), 0);
  const longest = Math.floor(MAX_EXPANSION / references);
  return runs.some((run) => definesMoreThan(longest, run));
}

/** Whether this Markdown, without quotes, would take the parser unreasonably long. */
export function isRunTooIntricate(markdown: string): boolean {
  if (countOf(markdown, /\n/g) > MAX_LINES) return true;
  if (countOf(markdown, UNDERLINE) > MAX_UNDERLINED_HEADINGS) return true;
  const work = workOf(markdown);
  return (
    work.marks > MAX_MARK_WORK ||
    work.listLines > MAX_LIST_LINES ||
    work.listMarkers > MAX_LIST_MARKERS ||
    work.mostMarkersInLine > MAX_LIST_MARKERS_PER_LINE ||
    work.cells > MAX_TABLE_CELLS
  );
}

function workOf(markdown: string): Work {
  const work = { marks: 0, listLines: 0, listMarkers: 0, mostMarkersInLine: 0, cells: 0 };
  for (const block of markdown.split(BLANK_LINES)) {
    work.marks += countOf(block, MARKS) ** 2;
    const lines = countOf(block, /\n/g) + 1;
    const markers = (block.match(LIST_LINE) ?? []).map((line) => line.trim().split(/\s+/).length);
    if (markers.length > 0) work.listLines += lines;
    for (const inLine of markers) {
      work.listMarkers += inLine;
      work.mostMarkersInLine = Math.max(work.mostMarkersInLine, inLine);
    }
    work.cells += columnsOf(block) * lines;
  }
  return work;
}

/** Whether a definition is longer than this. Reads no further than that after each label. */
function definesMoreThan(length: number, run: string): boolean {
  for (const { 0: label, index } of run.matchAll(DEFINED_LABEL)) {
    const from = index + label.length;
    const [defined = ""] = DEFINED.exec(run.slice(from, from + length + 1)) ?? [];
    if (defined.length > length) return true;
  }
  return false;
}

/** Columns of the widest table in a block; 0 without one. */
function columnsOf(block: string): number {
  const rows = (block.match(TABLE_DELIMITERS) ?? []).filter((row) => row.includes("|"));
  return rows.reduce((widest, row) => Math.max(widest, countOf(row, /\|/g) + 1), 0);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
