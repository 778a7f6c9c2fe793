import type { Element, ElementContent, Parents, Root } from "hast";
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
  /** `mark` unless told otherwise; of a `span` a screen reader says nothing. */
  tagName?: "mark" | "span";
  /** An element without text, put right behind the last piece; behind a link, never inside one. */
  trailer?: Element;
}

interface OpenMark extends PassageMark {
  /** Its place among the marks: of two at the same characters, the first stands outside. */
  order: number;
  begun: boolean;
  last: Piece | null;
}

/** A piece of text with the marks that have characters of it. */
interface CoveredPiece {
  piece: Piece;
  marks: OpenMark[];
}

/**
 * Wraps exactly the marked characters of stored HTML in `<mark>`, cut into as many pieces as the
 * elements ask for. Marks may overlap: the characters in both get both, one inside the other.
 * Marks without characters, or beyond the end, do nothing. Everything else stays as it was.
 */
export function markPassages(
  htmlParts: readonly string[],
  marks: readonly PassageMark[],
): string[] {
  const open = marks
    .filter(({ start, end }) => end > start)
    .map((mark, order): OpenMark => ({ ...mark, order, begun: false, last: null }));
  if (open.length === 0) return [...htmlParts];
  const roots = htmlParts.map(parsePart);
  const covered = coveredPieces(plainTextOf(roots).pieces, open);
  const replacements = new Map<Parents, Map<unknown, ElementContent[]>>();
  for (const { piece, marks } of covered) {
    const siblings = replacements.get(piece.parent) ?? new Map<unknown, ElementContent[]>();
    replacements.set(piece.parent, siblings.set(piece.node, markedPiece(piece, marks)));
  }
  for (const [parent, siblings] of replacements) {
    parent.children = parent.children.flatMap(
      (child) => siblings.get(child) ?? [child],
    ) as ElementContent[];
  }
  const trailers = new Set(open.flatMap(({ trailer }) => trailer ?? []));
  if (trailers.size > 0) for (const root of roots) liftOutOfLinks(root, trailers);
  return roots.map((root) => toHtml(root, { characterReferences: { useNamedReferences: true } }));
}

/** The pieces that are in any mark, in order. */
function coveredPieces(pieces: readonly Piece[], marks: readonly OpenMark[]): CoveredPiece[] {
  const covering = new Covering(marks);
  return pieces.flatMap((piece) => {
    const inside = covering.at(piece);
    for (const mark of inside) mark.last = piece;
    return inside.length === 0 ? [] : [{ piece, marks: inside }];
  });
}

/** Which marks stretches of text are in, asked in order: one sweep, however many marks there are. */
class Covering {
  readonly #waiting: OpenMark[];
  #open: OpenMark[] = [];

  constructor(marks: readonly OpenMark[]) {
    this.#waiting = [...marks].sort((a, b) => b.start - a.start);
  }

  /** The marks that have characters of this stretch, the outermost first. */
  at({ start, end }: { start: number; end: number }): OpenMark[] {
    const waiting = this.#waiting;
    for (let next = waiting.at(-1); next && next.start < end; next = waiting.at(-1)) {
      this.#open.push(next);
      waiting.pop();
    }
    this.#open = this.#open.filter((mark) => mark.end > start);
    return [...this.#open].sort((a, b) => a.order - b.order);
  }
}

/** The text node of a piece, cut at the ends of the marks, each cut inside its marks. */
function markedPiece(piece: Piece, marks: OpenMark[]): ElementContent[] {
  const { value } = piece.node;
  const bounds = new Set([piece.start, piece.end]);
  for (const { start, end } of marks) {
    bounds.add(Math.max(start, piece.start)).add(Math.min(end, piece.end));
  }
  const cuts = [...bounds].sort((a, b) => a - b);
  const coveringCuts = new Covering(marks);
  const nodes: ElementContent[] = piece.from > 0 ? [text(value.slice(0, piece.from))] : [];
  let at = piece.from;
  cuts.slice(1).forEach((end, index) => {
    const start = cuts[index] as number;
    const words = value.slice(at, piece.to);
    const cut = text(words.slice(0, unitOffset(words, end - start)));
    at += cut.value.length;
    const covering = coveringCuts.at({ start, end });
    nodes.push(covering.reduceRight<ElementContent>(wrapped, cut));
    for (const { trailer, last, ...mark } of covering) {
      if (trailer && last === piece && Math.min(mark.end, piece.end) === end) nodes.push(trailer);
    }
  });
  return nodes;
}

function wrapped(content: ElementContent, mark: OpenMark): ElementContent {
  const id = mark.begun ? undefined : mark.id;
  mark.begun = true;
  const className = mark.className?.split(/\s+/).filter(Boolean);
  const tagName = mark.tagName ?? "mark";
  return { type: "element", tagName, properties: { id, className }, children: [content] };
}

/** Moves trailers that ended up inside a link behind it: a link must not hold another. */
function liftOutOfLinks(parent: Root | Element, trailers: ReadonlySet<unknown>): void {
  parent.children = parent.children.flatMap((child) => {
    if (child.type !== "element" || trailers.has(child)) return [child];
    if (child.tagName === "a") return [child, ...takenOut(child, trailers)];
    liftOutOfLinks(child, trailers);
    return [child];
  }) as ElementContent[];
}

function takenOut(parent: Element, trailers: ReadonlySet<unknown>): ElementContent[] {
  const taken = parent.children.filter((child) => trailers.has(child));
  if (taken.length > 0) parent.children = parent.children.filter((child) => !trailers.has(child));
  for (const child of parent.children) {
    if (child.type === "element") taken.push(...takenOut(child, trailers));
  }
  return taken;
}

function text(value: string): Extract<ElementContent, { type: "text" }> {
  return { type: "text", value };
}
