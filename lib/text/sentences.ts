import type { Nodes } from "hast";
import { codePointLength } from "./code-points";
import { type Piece, parsePart, plainTextOf } from "./plain";
import type { Range } from "./range";

/** A sentence of a post's own text, with where it stands in the plain text. */
export interface Sentence extends Range {
  text: string;
}

/** A heading, code and a table are no sentences. */
const NOT_PROSE = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "pre", "table"]);

// The rules of English are the general ones of Unicode (UAX #29), whatever language a post is in;
// without a language they would be those of the machine.
const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * The sentences of stored own runs, in reading order: those of paragraphs and list items, by the
 * rules of Unicode (UAX #29). What holds neither letter nor digit is no sentence.
 */
export function sentencesOf(htmlParts: readonly string[]): Sentence[] {
  const roots = htmlParts.map(parsePart);
  const notProse = new Set<Nodes>();
  for (const root of roots) collectTexts(root, false, notProse);
  const pieces = plainTextOf(roots).pieces.filter(({ node }) => !notProse.has(node));
  return linesOf(pieces).flatMap(sentencesOfLine);
}

function collectTexts(node: Nodes, inside: boolean, found: Set<Nodes>): void {
  if (inside && node.type === "text") found.add(node);
  if (!("children" in node)) return;
  const isInside = inside || (node.type === "element" && NOT_PROSE.has(node.tagName));
  for (const child of node.children) collectTexts(child, isInside, found);
}

/** Where the plain text puts a line feed of its own between two pieces, a block ends. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line?.at(-1)?.end === piece.start) line?.push(piece);
    else lines.push([piece]);
  }
  return lines;
}

function sentencesOfLine(line: readonly Piece[]): Sentence[] {
  // A line feed within a piece is only where the author's line was full: no end of a sentence.
  const words = line
    .map(({ node, from, to }) => node.value.slice(from, to))
    .join("")
    .replace(/\s/g, " ");
  let at = line[0]?.start ?? 0;
  return Array.from(SEGMENTER.segment(words)).flatMap(({ segment }) => {
    const text = segment.trim();
    const start = at + codePointLength(segment) - codePointLength(segment.trimStart());
    at += codePointLength(segment);
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    return [{ start, end: start + codePointLength(text), text }];
  });
}
