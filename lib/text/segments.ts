import { FenceTracker } from "./fence";

/**
 * Own runs and the quotes between them: parts[0] quotes[0] parts[1] … parts[n], so
 * `parts.length === quotes.length + 1`. Parts are raw: lines inside a quote keep their `>`.
 */
export interface Segments {
  parts: string[];
  quotes: Segments[];
}

/** A run of lines: as typed, and as the text that stands inside the quote it is in. */
export interface Run {
  raw: string;
  text: string;
}

/** Segments with both readings of every run. */
export interface QuoteTree {
  parts: Run[];
  quotes: QuoteTree[];
}

/**
 * How deep quotes may stand inside quotes. More than two are never shown; eight keeps what people
 * paste from mail, and keeps every walk over quotes shallow. Deeper `>` are plain characters.
 */
export const MAX_QUOTE_DEPTH = 8;

const QUOTE_LINE = /^ {0,3}>/;
const BARE_QUOTE_LINE = /^[\s>]*$/;
const LINES = /[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+/g;

/**
 * Splits a post's Markdown by lines into its own runs and its quotes. A quote is a block of lines
 * that begin with at most three spaces and `>`; it ends where such lines end (rule 2: no lazy
 * continuation). Lines of fenced code are never quotes, nor is a block of bare `>` without words.
 */
export function splitQuotes(markdown: string): Segments {
  return rawSegments(quoteTree(markdown));
}

/** The text that was split, byte for byte. */
export function joinSegments(segments: Segments): string {
  return segments.parts
    .map((part, index) => {
      const quote = segments.quotes[index];
      return quote ? part + joinSegments(quote) : part;
    })
    .join("");
}

/** How deep quotes are nested: 0 without a quote; counted up to MAX_QUOTE_DEPTH + 1. */
export function quoteDepth(markdown: string): number {
  return depthOf(quoteTree(markdown, MAX_QUOTE_DEPTH + 1));
}

/** As splitQuotes, with each run's text inside its quote beside its raw lines. */
export function quoteTree(markdown: string, maxDepth = MAX_QUOTE_DEPTH): QuoteTree {
  const lines = (markdown.match(LINES) ?? []).map((raw) => ({ raw, text: raw }));
  return treeOf(lines, maxDepth);
}

/** The texts of all runs of a post, of its quotes too. */
export function runTexts(tree: QuoteTree): string[] {
  return [...tree.parts.map(({ text }) => text), ...tree.quotes.flatMap(runTexts)];
}

function treeOf(lines: Run[], depthLeft: number): QuoteTree {
  const tree: QuoteTree = { parts: [], quotes: [] };
  let run: Run[] = [];
  let fences = new FenceTracker();
  for (let at = 0; at < lines.length; ) {
    const block = depthLeft > 0 ? quoteBlock(lines, at, fences) : [];
    if (block.length === 0) {
      const line = lines[at] as Run;
      fences.see(withoutLineEnd(line.text));
      run.push(line);
      at += 1;
      continue;
    }
    at += block.length;
    if (block.every((line) => BARE_QUOTE_LINE.test(line.text))) {
      run.push(...block.map(({ raw }) => ({ raw, text: "\n" })));
      continue;
    }
    tree.parts.push(joined(run));
    tree.quotes.push(treeOf(block.map(unquoted), depthLeft - 1));
    run = [];
    fences = new FenceTracker();
  }
  tree.parts.push(joined(run));
  return tree;
}

/** The lines from `from` on that are one quote block; none if the first is not a quote. */
function quoteBlock(lines: Run[], from: number, fences: FenceTracker): Run[] {
  let end = from;
  for (; end < lines.length; end += 1) {
    const text = lines[end]?.text ?? "";
    if (!QUOTE_LINE.test(text)) break;
    if (end === from && fences.isCode(text)) break;
  }
  return lines.slice(from, end);
}

/** The line with one level of `>` taken off, with the one space (or column of a tab) after it. */
function unquoted({ raw, text }: Run): Run {
  const mark = text.indexOf(">") + 1;
  const rest = text.slice(mark);
  if (rest.startsWith(" ")) return { raw, text: rest.slice(1) };
  if (!rest.startsWith("\t")) return { raw, text: rest };
  return { raw, text: " ".repeat(3 - (mark % 4)) + rest.slice(1) };
}

function withoutLineEnd(text: string): string {
  return text.replace(/[\r\n]+$/, "");
}

function joined(run: Run[]): Run {
  return { raw: run.map(({ raw }) => raw).join(""), text: run.map(({ text }) => text).join("") };
}

function rawSegments(tree: QuoteTree): Segments {
  return { parts: tree.parts.map(({ raw }) => raw), quotes: tree.quotes.map(rawSegments) };
}

function depthOf(tree: QuoteTree): number {
  return tree.quotes.reduce((deepest, quote) => Math.max(deepest, 1 + depthOf(quote)), 0);
}
