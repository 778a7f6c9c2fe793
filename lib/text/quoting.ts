import { joinSegments, splitQuotes } from "./segments";

/**
 * The lines that the Quote control types: every line of the text behind `> `, empty ones as `>`.
 * Empty for a text without words.
 */
export function quoteMarkdown(text: string): string {
  const lines = text.replace(/^(?:[ \t]*\n)+/, "").trimEnd();
  if (lines.trim() === "") return "";
  return lines
    .split("\n")
    .map((line) => (line.trim() === "" ? ">" : `> ${line}`))
    .join("\n");
}

/**
 * As quoteMarkdown for a whole post: its own runs (`markdownParts`), without its quotes, with an
 * empty line where a quote stood.
 */
export function quotePost(markdownParts: string[]): string {
  const runs = markdownParts.map((part) => part.replace(/^(?:[ \t]*\n)+/, "").trimEnd());
  return quoteMarkdown(runs.filter((run) => run !== "").join("\n\n"));
}

/** An empty line, one to write the answer on, and an empty line. */
const ROOM = "\n\n\n\n";

/** Quotes in order, with room under each for its answer; empty without quotes. */
export function layOut(quotes: readonly string[]): string {
  const words = quotes.filter((quote) => quote !== "");
  return words.length === 0 ? "" : `${words.join(ROOM)}\n\n`;
}

/**
 * Quoted lines under what is written already: with an empty line between or, where that ends with a
 * quote, with room for its answer.
 */
export function withQuotes(text: string, quoted: string): string {
  const before = text.trimEnd();
  if (before === "") return quoted;
  return before + (/(?:^|\n) {0,3}>.*$/.test(before) ? ROOM : "\n\n") + quoted;
}

/** Where in a text (UTF-16 units) the answer to the first quote goes that begins at `from`. */
export function answerPlace(text: string, from: number): number {
  const room = text.indexOf(ROOM, from);
  return room === -1 ? text.length : room + ROOM.length / 2;
}

/**
 * A text without the quotes that nothing is answered to: those directly followed by another quote
 * or by the end. What was written, before, between and inside of the others, stays as it is.
 */
export function withoutUnanswered(markdown: string): string {
  const { parts, quotes } = splitQuotes(markdown);
  const kept = parts.map((part, index) => {
    const quote = quotes[index - 1];
    if (quote === undefined) return part;
    // Nor is a bare ">" an answer.
    return /^[\s>]*$/.test(part) ? "" : joinSegments(quote) + part;
  });
  return kept.join("");
}
