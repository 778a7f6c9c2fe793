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
 * @param typed the stored lines; the placeholder keeps their nesting and their last line break
 */
export function placeholder(quoteId: number, typed: string): string {
  const prefix = "> ".repeat(nesting(typed));
  return `${prefix}[hidden quote ${quoteId}]${typed.endsWith("\n") ? "\n" : ""}`;
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
 * inside others than the quote was.
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
    return fits ? withLineBreakOf(raw, typed) : restored(quote, depth + 1, typedById);
  });
  return segments.parts.map((part, index) => part + (quotes[index] ?? "")).join("");
}

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
