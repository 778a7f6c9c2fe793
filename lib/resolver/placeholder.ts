import { linesOf, splitQuote, typedQuote } from "@/lib/resolver/split";
import { renderPost } from "@/lib/text/render";
import { joinSegments, type Segments, splitQuotes } from "@/lib/text/segments";

/**
 * A quote that its own author may not read any more stands in the edit form as a placeholder,
 * `> [hidden quote 12]`. Saving turns it back into what was typed, so that nothing is lost; but only
 * where the words stay the quote they were: anywhere else they would come out as somebody's text.
 */

const PLACEHOLDER = /^ {0,3}>[> ]*\[hidden quote (\d+)\][ \t]*\n?$/;

/** The same anywhere in a text. */
const PLACEHOLDERS = /^ {0,3}>[> ]*\[hidden quote (\d+)\][ \t]*$/gm;

/**
 * What stands for a quote in the Markdown shown to a viewer who may not read it.
 *
 * @param typed the stored lines; the placeholder keeps their nesting, the bare lines behind them
 *   and their last line break
 */
export function placeholder(quoteId: number, typed: string): string {
  const prefix = "> ".repeat(nesting(typed));
  const words = withoutBareEnd(typed);
  const bare = typed.slice(words.length);
  return `${prefix}[hidden quote ${quoteId}]${words.endsWith("\n") ? "\n" : ""}${bare}`;
}

/** The id in a quote whose words are a placeholder and nothing else; NaN for any other quote. */
export function placeholderId(exact: string): number {
  return Number(/^\[hidden quote (\d+)\]$/.exec(exact.trim())?.[1]);
}

/** Ids named by the placeholders in a text. */
export function placeholderIds(markdown: string): number[] {
  return [...markdown.matchAll(PLACEHOLDERS)].map((match) => Number(match[1]));
}

/**
 * Turns placeholders back into what was typed: those that are a quote by themselves, no deeper
 * inside others than the quote was; and those that are a paragraph by themselves between bare `>`
 * lines, if the words are blocks of their own again there, that no other words are part of.
 *
 * @param typedById stored lines by quote id; a placeholder with any other id stays as it stands
 */
export function restorePlaceholders(
  markdown: string,
  typedById: ReadonlyMap<number, string>,
): string {
  if (typedById.size === 0) return markdown;
  return restored(splitQuotes(markdown), 0, typedById);
}

function restored(
  segments: Segments,
  depth: number,
  typedById: ReadonlyMap<number, string>,
): string {
  const quotes = segments.quotes.map((quote) => {
    const raw = joinSegments(quote);
    const typed = typedById.get(Number(PLACEHOLDER.exec(raw)?.[1]));
    const fits = typed !== undefined && nesting(typed) > depth;
    if (fits) return withLineBreakOf(raw, typed);
    return withParagraphs(restored(quote, depth + 1, typedById), depth, typedById);
  });
  return segments.parts.map((part, index) => part + (quotes[index] ?? "")).join("");
}

/** A block with those of its placeholders put back that are paragraphs by themselves. */
function withParagraphs(
  block: string,
  depth: number,
  typedById: ReadonlyMap<number, string>,
): string {
  const lines = linesOf(block);
  const words = new Map<number, string>();
  for (const [at, line] of lines.entries()) {
    const typed = typedById.get(Number(PLACEHOLDER.exec(line)?.[1]));
    if (typed === undefined || nesting(line) !== depth + 1 || nesting(typed) <= depth) continue;
    if ([lines[at - 1], lines[at + 1]].every((other) => other === undefined || isBare(other))) {
      words.set(at, withLineBreakOf(line, typed));
    }
  }
  // Each that is not apart from other words goes back, until all that are left are.
  while (words.size > 0) {
    const together = lines.map((line, at) => words.get(at) ?? line);
    const joined = joinedLines(together, words, depth + 1);
    if (joined.length === 0) return together.join("");
    for (const at of joined) words.delete(at);
  }
  return block;
}

/** Which of the words put back would not be blocks of their own: whose lines other words share. */
function joinedLines(
  lines: readonly string[],
  words: ReadonlyMap<number, string>,
  depth: number,
): number[] {
  const begins = new Set<number>([0]);
  let length = 0;
  for (const piece of piecesAt(lines.join(""), depth)) {
    length += piece.length;
    begins.add(length);
  }
  const joined: number[] = [];
  let [offset, onlyBare] = [0, true];
  for (const [at, line] of lines.entries()) {
    if (words.has(at)) {
      let end = offset + line.length;
      for (let next = at + 1; isBare(lines[next] ?? "x"); next += 1)
        end += lines[next]?.length ?? 0;
      if (!(onlyBare || begins.has(offset)) || !begins.has(end)) joined.push(at);
    }
    onlyBare &&= isBare(line);
    offset += line.length;
  }
  return joined;
}

/** The raw pieces of the one quote at a depth that a block is. */
function piecesAt(block: string, depth: number): string[] {
  let { quotes } = renderPost(block);
  for (let level = 1; level < depth; level += 1) quotes = quotes[0]?.quotes ?? [];
  const [quote, ...others] = quotes;
  if (!quote || others.length > 0 || typedQuote(quote) !== block) return [];
  return splitQuote(quote, depth).map(typedQuote);
}

function isBare(line: string): boolean {
  return /^[\s>]*$/.test(line);
}

/** The lines but for the bare ones behind them, where another quote of the block follows. */
function withoutBareEnd(typed: string): string {
  const lines = linesOf(typed);
  return lines.slice(0, lines.findLastIndex((line) => !isBare(line)) + 1).join("");
}

/** Bare lines behind the words stand in the text around them, or stand there no longer. */
function withLineBreakOf(raw: string, typed: string): string {
  return withoutBareEnd(typed).replace(/\n$/, "") + (raw.endsWith("\n") ? "\n" : "");
}

/** How many `>` stand before every line, at least. */
function nesting(typed: string): number {
  const lines = typed.replace(/\n$/, "").split("\n");
  const depths = lines.map(
    (line) => /^ {0,3}>(?: {0,4}>)*/.exec(line)?.[0].match(/>/g)?.length ?? 1,
  );
  return Math.min(...depths);
}
