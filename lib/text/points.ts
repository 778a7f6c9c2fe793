import type { Nodes, RootContent } from "mdast";
import { codePointLength } from "./code-points";
import { collectDefinitions, type Definitions, withDefinitions } from "./definitions";
import { parseMarkdown } from "./markdown";
import { layOut, quoteMarkdown } from "./quoting";

/** More points than these are no answer any more; far fewer than a text may have quotes. */
export const MAX_POINTS = 100;

/** Longest layout, in code points: it leaves a quarter of the longest reply for the answers. */
export const MAX_LAYOUT_LENGTH = 30_000;

/** A post laid out to be answered point by point. */
export interface Layout {
  /** The quotes one by one. */
  quotes: string[];
  /** Quotes with room between them; empty for a post without words. */
  text: string;
  /** How many points were laid out, and how many the post has. */
  laidOut: number;
  points: number;
}

/**
 * Lays a post out as quotes, one for each point it makes: paragraph, list item, table or code. Its
 * own words only; its headings are left out, since nobody answers those. Of a long post the first
 * points.
 *
 * @param markdownParts the post's own runs, without its quotes
 */
export function layOutPoints(markdownParts: readonly string[]): Layout {
  const points = pointsOf(markdownParts);
  const quotes: string[] = [];
  let length = 0;
  for (const point of points.slice(0, MAX_POINTS)) {
    const quote = quoteMarkdown(point);
    length += codePointLength(quote);
    if (length > MAX_LAYOUT_LENGTH) break;
    quotes.push(quote);
  }
  return { quotes, text: layOut(quotes), laidOut: quotes.length, points: points.length };
}

/** The Markdown of each point, in order, with the definitions of links that it mentions. */
function pointsOf(markdownParts: readonly string[]): string[] {
  // With an empty run, since the definitions of a single run are not collected.
  const definitions = collectDefinitions([...markdownParts, ""]);
  return markdownParts.flatMap((run) => pointsIn(run, definitions));
}

function pointsIn(run: string, definitions: Definitions): string[] {
  const root = parseMarkdown(run);
  if (root === null) return run.trim() === "" ? [] : [run];
  const lines = run.split("\n");
  return (
    root.children
      // An item keeps the lists inside it: they belong to its point.
      .flatMap((block): RootContent[] => (block.type === "list" ? block.children : [block]))
      .filter((block) => block.type !== "heading" && hasWords(block))
      .map(({ position }) => {
        // Whole lines: the indentation of code and the marker of an item belong to it.
        const from = (position?.start.line ?? 1) - 1;
        return withItsDefinitions(lines.slice(from, position?.end.line).join("\n"), definitions);
      })
  );
}

function hasWords(node: Nodes): boolean {
  if (node.type === "definition") return false;
  if (node.type === "image" || node.type === "imageReference") return true;
  if ("value" in node) return node.value.trim() !== "";
  return "children" in node && node.children.some(hasWords);
}

function withItsDefinitions(point: string, definitions: Definitions): string {
  const whole = withDefinitions(point, definitions);
  const defined = whole.slice(0, whole.length - point.length).trimEnd();
  return defined === "" ? point : `${point}\n\n${defined}`;
}
