import type { Nodes, Parents, Root, Text } from "hast";
import { fromHtml } from "hast-util-from-html";
import { codePointLength } from "./code-points";

/** A stretch of one text node that counts as plain text. */
export interface Piece {
  node: Text;
  parent: Parents;
  /** Where in the node's value it begins and ends, in UTF-16 units. */
  from: number;
  to: number;
  /** Where in the plain text it begins and ends, in code points. */
  start: number;
  end: number;
}

/** The plain text of own runs and where each stretch of it stands in their trees. */
export interface PlainText {
  text: string;
  pieces: Piece[];
}

const BREAKING = new Set([
  ...["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "div", "hr"],
  ...["table", "thead", "tbody", "tr", "th", "td", "br"],
]);

/** The plain text of stored HTML parts: what passages are counted in. */
export function plainText(htmlParts: string[]): string {
  return plainTextOf(htmlParts.map(parsePart)).text;
}

/** Stored HTML as a tree. */
export function parsePart(html: string): Root {
  return fromHtml(html, { fragment: true });
}

/**
 * The one definition of plain text. Text nodes in order; where a block or a run begins or ends,
 * and at `<br>`, stands one line feed, never two in a row and none at the very start; white space
 * that only follows such a break is no text, except in code. Offsets are Unicode code points.
 */
export function plainTextOf(roots: Root[]): PlainText {
  const walk = new Walk();
  for (const root of roots) {
    walk.visit(root, root, false);
    walk.breakLine();
  }
  return { text: walk.words.join(""), pieces: walk.pieces };
}

class Walk {
  readonly words: string[] = [];
  readonly pieces: Piece[] = [];
  #length = 0;
  #endsLine = true;
  #breaks = false;

  visit(node: Nodes, parent: Parents, inCode: boolean): void {
    if (node.type === "text") this.#read(node, parent, inCode);
    if (!("children" in node)) return;
    const isBlock = node.type === "element" && BREAKING.has(node.tagName);
    if (isBlock) this.breakLine();
    const isCode = inCode || (node.type === "element" && node.tagName === "pre");
    for (const child of node.children) this.visit(child, node as Parents, isCode);
    if (isBlock) this.breakLine();
  }

  /** Says that whatever text comes next begins a line. */
  breakLine(): void {
    this.#breaks = true;
  }

  #read(node: Text, parent: Parents, inCode: boolean): void {
    const { value } = node;
    const from = this.#breaks && !inCode ? value.length - value.trimStart().length : 0;
    if (from === value.length) return;
    if (this.#breaks && !this.#endsLine) {
      this.words.push("\n");
      this.#length += 1;
    }
    const words = value.slice(from);
    const end = this.#length + codePointLength(words);
    this.pieces.push({ node, parent, from, to: value.length, start: this.#length, end });
    this.words.push(words);
    this.#length = end;
    this.#endsLine = words.endsWith("\n");
    this.#breaks = false;
  }
}
