import type { Element, ElementContent, Nodes, Root, RootContent, Text } from "hast";
import { toHtml } from "hast-util-to-html";
import { sliceCodePoints } from "./code-points";
import { type Piece, parsePart, plainTextOf } from "./plain";
import type { Range } from "./range";

/** Stands between two ranges for what was left out. */
export const LEFT_OUT = " […] ";

/**
 * Stored HTML cut down to some of its characters: with the elements around them (a list item stays
 * one, code stays code), and without anything else. Ids go, since several cuts of one post may stand
 * on a page.
 *
 * @param ranges in order, none overlapping; between two of them stands `LEFT_OUT`
 */
export function slicePassage(htmlParts: readonly string[], ranges: readonly Range[]): string {
  return slicer(htmlParts)(ranges);
}

/** The same for several cuts of one text, which is read once. */
export function slicer(htmlParts: readonly string[]): (ranges: readonly Range[]) => string {
  const roots = htmlParts.map(parsePart);
  const pieces = new Map<unknown, Piece>();
  for (const piece of plainTextOf(roots).pieces) pieces.set(piece.node, piece);
  const blocks = roots
    .flatMap((root) => root.children)
    .map((node) => ({ node, extent: extentOf(node, pieces) }));
  return (ranges) => {
    const cut = new Cut(pieces, ranges);
    // The blocks of a long text that have nothing of it are not walked through.
    const near = blocks.filter(({ extent }) => extent !== null && touches(extent, ranges));
    const root: Root = { type: "root", children: near.flatMap(({ node }) => cut.of(node)) };
    return toHtml(root, { characterReferences: { useNamedReferences: true } });
  };
}

/** From the first to the last character in a node; null where it has none. */
function extentOf(node: Nodes, pieces: ReadonlyMap<unknown, Piece>): Range | null {
  const piece = pieces.get(node);
  if (piece !== undefined) return { start: piece.start, end: piece.end };
  const children = "children" in node ? node.children : [];
  const inside = children.flatMap((child) => extentOf(child, pieces) ?? []);
  const [first, last] = [inside[0], inside.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

function touches({ start, end }: Range, ranges: readonly Range[]): boolean {
  return ranges.some((range) => range.start < end && range.end > start);
}

class Cut {
  readonly #pieces: ReadonlyMap<unknown, Piece>;
  readonly #ranges: readonly Range[];
  /** Where in the plain text the last character was, kept or not. */
  #at = 0;

  constructor(pieces: ReadonlyMap<unknown, Piece>, ranges: readonly Range[]) {
    this.#pieces = pieces;
    this.#ranges = ranges;
  }

  /** What is left of a node. */
  of(node: Nodes): RootContent[] {
    if (node.type === "text") return this.#text(node);
    return node.type === "element" ? this.#element(node) : [];
  }

  #text(node: Text): RootContent[] {
    const piece = this.#pieces.get(node);
    // White space that only follows a break is no text.
    if (piece === undefined) return [];
    this.#at = piece.end;
    const words = node.value.slice(piece.from, piece.to);
    const kept = this.#ranges.flatMap(({ start, end }, index) => {
      if (start >= piece.end || end <= piece.start) return [];
      const part = sliceCodePoints(words, start - piece.start, end - piece.start);
      const more = end <= piece.end && index < this.#ranges.length - 1;
      return [more ? part + LEFT_OUT : part];
    });
    return kept.length === 0 ? [] : [{ type: "text", value: kept.join("") }];
  }

  #element(node: Element): RootContent[] {
    if (node.tagName === "br") return this.#inside() ? [node] : [];
    const { id: _, ...properties } = node.properties;
    const cuts = node.children.map((child) => this.of(child) as ElementContent[]);
    const children = cuts.flat();
    if (children.length === 0) return [];
    if (node.tagName === "ol") properties.start = firstNumber(node, cuts);
    return [{ ...node, properties, children }];
  }

  /** Whether what comes next stands amid kept characters. */
  #inside(): boolean {
    return this.#ranges.some(({ start, end }) => start < this.#at && end > this.#at);
  }
}

/** The number of the first item that is kept: the third point is still the third. */
function firstNumber(list: Element, cuts: readonly ElementContent[][]): number | undefined {
  const first = cuts.findIndex((cut) => cut.length > 0);
  const before = list.children.slice(0, first).filter((child) => isElement(child, "li"));
  const number = Number(list.properties.start ?? 1) + before.length;
  return number === 1 ? undefined : number;
}

function isElement(node: Nodes, tagName: string): boolean {
  return node.type === "element" && node.tagName === tagName;
}
