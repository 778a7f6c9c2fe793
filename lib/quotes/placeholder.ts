import { renderPost } from "@/lib/text/render";
import { joinSegments, type Segments, splitQuotes } from "@/lib/text/segments";
import { splitQuote, typedQuote } from "./split";

/**
 * A quote that its own author may not read any more stands in the edit form as a placeholder,
 * `> [hidden quote 12]`. Saving turns it back into what was typed, so that nothing is lost; but only
 * where the words stay the quote they were: anywhere else they would come out as somebody's text.
 */

const PLACEHOLDER = /^ {0,3}>[> ]*\[hidden quote (\d+)\][ \t]*\n?$/;

/** The same anywhere in a text. */
const PLACEHOLDERS = /^ {0,3}>[> ]*\[hidden quote (\d+)\][ \t]*$/gm;

/** The bare lines behind a quote that is followed by another in the same block. */
const BARE_END = /(?<=\n)(?: {0,3}>[> \t]*(?:\n|$))+$/;

/**
 * What stands for a quote in the Markdown shown to a viewer who may not read it.
 *
 * @param typed the stored lines; the placeholder keeps their nesting, the bare lines behind them
 *   and their last line break
 */
export function placeholder(quoteId: number, typed: string): string {
  const prefix = "> ".repeat(nesting(typed));
  const [bare = ""] = BARE_END.exec(typed) ?? [];
  return `${prefix}[hidden quote ${quoteId}]${typed.endsWith("\n") || bare ? "\n" : ""}${bare}`;
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

/** A block with its placeholders put back one by one, where they may be. */
function withParagraphs(
  block: string,
  depth: number,
  typedById: ReadonlyMap<number, string>,
): string {
  let lines: string[] = block.match(/[^\n]*\n|[^\n]+/g) ?? [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as string;
    const typed = typedById.get(Number(PLACEHOLDER.exec(line)?.[1]));
    if (typed === undefined || nesting(line) !== depth + 1 || nesting(typed) <= depth) continue;
    const around = [lines[at - 1], lines[at + 1]].filter((other) => other !== undefined);
    if (!around.every((other) => BARE_LINE.test(other))) continue;
    const words = withLineBreakOf(line, typed.replace(BARE_END, ""));
    const [before, after] = [lines.slice(0, at).join(""), lines.slice(at + 1).join("")];
    if (!isApart(before, words, after, depth + 1)) continue;
    lines = [...lines.slice(0, at), words, ...lines.slice(at + 1)];
  }
  return lines.join("");
}

/** Whether words would be blocks of their own between others, however they are read together. */
function isApart(before: string, words: string, after: string, depth: number): boolean {
  const pieces = piecesAt(before + words + after, depth);
  const ends = pieces.map((_, index) => pieces.slice(0, index + 1).join("").length);
  const bare = /^(?:[\s>]*\n)*/.exec(after)?.[0].length ?? 0;
  const begin = before.length;
  const end = begin + words.length + bare;
  return (BARE_BLOCK.test(before) || ends.includes(begin)) && ends.includes(end);
}

/** The raw pieces of the one quote at a depth that a block is. */
function piecesAt(block: string, depth: number): string[] {
  let quotes = renderPost(block).quotes;
  for (let level = 1; level < depth; level += 1) quotes = quotes[0]?.quotes ?? [];
  const [quote, ...others] = quotes;
  if (!quote || others.length > 0 || typedQuote(quote) !== block) return [];
  return splitQuote(quote, depth).map(typedQuote);
}

const BARE_LINE = /^[\s>]*$/;
const BARE_BLOCK = /^(?:[\s>]*\n)*$/;

function withLineBreakOf(raw: string, typed: string): string {
  return typed.replace(/\n$/, "") + (raw.endsWith("\n") ? "\n" : "");
}

/** How many `>` stand before every line, at least. */
function nesting(typed: string): number {
  const lines = typed.replace(/\n$/, "").split("\n");
  const depths = lines.map(
    (line) => /^ {0,3}>(?: {0,4}>)*/.exec(line)?.[0].match(/>/g)?.length ?? 1,
  );
  return Math.min(...depths);
}
