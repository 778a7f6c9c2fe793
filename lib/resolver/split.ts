import type { Root } from "hast";
import { parseMarkdown } from "@/lib/text/markdown";
import { parsePart, plainTextOf } from "@/lib/text/plain";
import type { RenderedQuote } from "@/lib/text/render";
import { type QuoteTree, quoteTree, type Run } from "@/lib/text/segments";

/** Some blocks of a run: as typed, as HTML, and as plain text. */
interface Chunk {
  raw: string;
  html: string;
  exact: string;
}

/**
 * Cuts a quote at its blank lines (bare `>`) into quotes that could stand alone: paragraphs and
 * other blocks, each with the quotes inside it. A quote inside goes with the words after it, which
 * answer it. The raw lines of all together are those of the quote, byte for byte; a bare line goes
 * to what stands before it.
 *
 * @param depth how many `>` stand before its lines: 1 for a quote that is in no other
 */
export function splitQuote(quote: RenderedQuote, depth: number): RenderedQuote[] {
  const typed = typedQuote(quote);
  if (countBlankLines(typed) === 0) return [quote];
  const tree = treeAt(quoteTree(typed), depth);
  if (tree === null || tree.quotes.length !== quote.quotes.length) return [quote];
  const pieces: RenderedQuote[] = [];
  let open = emptyQuote();
  const close = () => {
    if (hasWords(open)) {
      pieces.push(open);
      open = emptyQuote();
    }
  };
  for (const [index, run] of tree.parts.entries()) {
    for (const [position, chunk] of chunksOf(run, quote.htmlParts[index] ?? "").entries()) {
      if (position > 0) close();
      open = joinedQuote(open, { ...emptyQuote(), ...partsOf(chunk) });
    }
    const inside = quote.quotes[index];
    if (inside === undefined) continue;
    if (endsBlank(run)) close();
    open = joinedQuote(open, { ...emptyQuote(), ...AROUND_QUOTE, quotes: [inside] });
  }
  // Lines without words at the end.
  const last = hasWords(open) ? undefined : pieces.pop();
  pieces.push(last ? joinedQuote(last, open) : open);
  return pieces;
}

/** Two quotes of which the second follows the first, as one. */
export function joinedQuote(one: RenderedQuote, next: RenderedQuote): RenderedQuote {
  const htmlParts = joinedParts(one.htmlParts, next.htmlParts, "\n");
  return {
    markdownParts: joinedParts(one.markdownParts, next.markdownParts, ""),
    htmlParts,
    exact: joinedWords(one.exact, next.exact),
    quotes: [...one.quotes, ...next.quotes],
  };
}

/** A quote as it was typed, with the quotes inside it. */
export function typedQuote({
  markdownParts,
  quotes,
}: Pick<RenderedQuote, "markdownParts" | "quotes">): string {
  return markdownParts
    .map((part, index) => {
      const inside = quotes[index];
      return inside === undefined ? part : part + typedQuote(inside);
    })
    .join("");
}

/** How many lines of a quote, but for the first, have no words on them. */
export function countBlankLines(typed: string): number {
  return typed.match(/\n[> \t]*(?=\n)/g)?.length ?? 0;
}

const AROUND_QUOTE = { markdownParts: ["", ""], htmlParts: ["", ""] };

function emptyQuote(): RenderedQuote {
  return { markdownParts: [""], htmlParts: [""], exact: "", quotes: [] };
}

function partsOf({ raw, html, exact }: Chunk) {
  return { markdownParts: [raw], htmlParts: [html], exact };
}

function hasWords({ exact }: RenderedQuote): boolean {
  return exact.trim() !== "";
}

/** As lib/text/plain.ts puts a line feed between two blocks, but no second one behind code. */
export function joinedWords(one: string, next: string): string {
  if (one === "" || next === "" || one.endsWith("\n")) return one + next;
  return `${one}\n${next}`;
}

function joinedParts(one: readonly string[], next: readonly string[], between: string): string[] {
  const [first = "", ...others] = next;
  const last = one.at(-1) ?? "";
  const seam = last === "" || first === "" ? "" : between;
  return [...one.slice(0, -1), last + seam + first, ...others];
}

/** The quote whose lines have so many `>` before them; null if they are not one quote. */
function treeAt(tree: QuoteTree, depth: number): QuoteTree | null {
  const [only, ...others] = tree.quotes;
  if (!only || others.length > 0 || tree.parts.some(({ raw }) => raw !== "")) return null;
  return depth === 1 ? only : treeAt(only, depth - 1);
}

/** A run cut where a blank line stands between two of its blocks; whole if they can't be told. */
function chunksOf(run: Run, html: string): Chunk[] {
  const root = parsePart(html);
  const exactOf = (children: Root["children"]) => plainTextOf([{ type: "root", children }]).text;
  const whole = () => [{ raw: run.raw, html, exact: exactOf(root.children) }];
  if (!/\n[ \t]*\n/.test(run.text)) return whole();
  const blocks = (parseMarkdown(run.text)?.children ?? []).filter(
    ({ type }) => type !== "definition",
  );
  const elements = root.children.filter(({ type }) => type === "element");
  if (blocks.length < 2 || blocks.length !== elements.length) return whole();
  const [rawLines, textLines] = [linesOf(run.raw), linesOf(run.text)];
  const chunks: Chunk[] = [];
  let [fromLine, fromElement] = [0, 0];
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    const end = block.position?.end.line ?? 0;
    // Lines count from 1; the line after the last of a block is the one with its number.
    const begin = next === undefined ? rawLines.length + 1 : (next.position?.start.line ?? 0);
    const isBlank = textLines.slice(end, begin - 1).some((line) => line.trim() === "");
    if (next !== undefined && !isBlank) continue;
    const inside = elements.slice(fromElement, index + 1);
    const from = inside[0]?.position?.start.offset ?? 0;
    const to = inside.at(-1)?.position?.end.offset ?? html.length;
    const raw = rawLines.slice(fromLine, begin - 1).join("");
    chunks.push({ raw, html: html.slice(from, to), exact: exactOf(inside) });
    [fromLine, fromElement] = [begin - 1, index + 1];
  }
  return chunks;
}

function endsBlank(run: Run): boolean {
  return run.raw !== "" && (linesOf(run.text).at(-1) ?? "").trim() === "";
}

/** Lines with their line breaks. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}
