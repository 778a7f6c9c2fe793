import type { ElementContent, Parents } from "hast";
import { toHtml } from "hast-util-to-html";
import { unitOffset } from "./code-points";
import { type Piece, parsePart, plainTextOf } from "./plain";

/** A passage to mark: code points of the plain text (plain.ts), end exclusive. */
export interface PassageMark {
  start: number;
  end: number;
  /** Given to the first piece only: a passage can span several elements, an id can't. */
  id?: string;
  className?: string;
}

interface OpenMark extends PassageMark {
  begun: boolean;
}

/**
 * Wraps exactly the marked characters of stored HTML in `<mark>`, cut into as many pieces as the
 * elements ask for. Marks may overlap: the characters in both get both, one inside the other.
 * Marks without characters, or beyond the end, do nothing. Everything else stays as it was.
 */
export function markPassages(htmlParts: string[], marks: PassageMark[]): string[] {
  const open = marks
    .filter(({ start, end }) => end > start)
    .map((mark) => ({ ...mark, begun: false }));
  if (open.length === 0) return htmlParts;
  const roots = htmlParts.map(parsePart);
  const replacements = new Map<Parents, Map<unknown, ElementContent[]>>();
  for (const piece of plainTextOf(roots).pieces) {
    const inside = open.filter(({ start, end }) => start < piece.end && end > piece.start);
    if (inside.length === 0) continue;
    const siblings = replacements.get(piece.parent) ?? new Map<unknown, ElementContent[]>();
    replacements.set(piece.parent, siblings.set(piece.node, markedPiece(piece, inside)));
  }
  for (const [parent, siblings] of replacements) {
    parent.children = parent.children.flatMap(
      (child) => siblings.get(child) ?? [child],
    ) as ElementContent[];
  }
  return roots.map((root) => toHtml(root, { characterReferences: { useNamedReferences: true } }));
}

/** The text node of a piece, cut at the ends of the marks, each cut inside its marks. */
function markedPiece(piece: Piece, marks: OpenMark[]): ElementContent[] {
  const { value } = piece.node;
  const bounds = new Set([piece.start, piece.end]);
  for (const { start, end } of marks) {
    bounds.add(Math.max(start, piece.start)).add(Math.min(end, piece.end));
  }
  const cuts = [...bounds].sort((a, b) => a - b);
  const nodes: ElementContent[] = piece.from > 0 ? [text(value.slice(0, piece.from))] : [];
  let at = piece.from;
  cuts.slice(1).forEach((end, index) => {
    const start = cuts[index] as number;
    const words = value.slice(at, piece.to);
    const cut = text(words.slice(0, unitOffset(words, end - start)));
    at += cut.value.length;
    const covering = marks.filter((mark) => mark.start <= start && mark.end >= end);
    nodes.push(covering.reduceRight<ElementContent>(wrapped, cut));
  });
  return nodes;
}

function wrapped(content: ElementContent, mark: OpenMark): ElementContent {
  const id = mark.begun ? undefined : mark.id;
  mark.begun = true;
  const className = mark.className?.split(/\s+/).filter(Boolean);
  return { type: "element", tagName: "mark", properties: { id, className }, children: [content] };
}

function text(value: string): Extract<ElementContent, { type: "text" }> {
  return { type: "text", value };
}
