import type { Nodes } from "hast";
import { parsePart, plainTextOf } from "@/lib/text/plain";

/** A post that is about to be published, as far as it is its author's own. */
export interface ScreenedText {
  /**
   * Its author's own runs as stored HTML (`renderPost(…).htmlParts`). Quotes stand between them and do
   * not count against the quoter; those of which no source is known are words that the author
   * brought, and their parts may be added.
   */
  htmlParts: readonly string[];
  /** Of a new thread. */
  title?: string;
  /** Of a new thread that is a link. */
  url?: string | null;
}

/** What a reader sees of it: its words, and where its links lead. */
export interface ShownText {
  text: string;
  addresses: string[];
}

/** Reads the HTML once, for words and links together. */
export function shownText({ htmlParts, title = "", url }: ScreenedText): ShownText {
  const roots = htmlParts.map(parsePart);
  const addresses = typeof url === "string" ? [url] : [];
  for (const root of roots) collectAddresses(root, addresses);
  return { text: `${title}\n${plainTextOf(roots).text}`, addresses };
}

function collectAddresses(node: Nodes, into: string[]): void {
  if (node.type === "element" && typeof node.properties.href === "string") {
    into.push(node.properties.href);
  }
  if (!("children" in node)) return;
  for (const child of node.children) collectAddresses(child, into);
}

/** Accents and other marks above and below letters; those of other scripts make other letters. */
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** A text in plain characters, whatever their width, and without those that nobody sees. */
export function plain(text: string): string {
  return text.normalize("NFKC").replace(INVISIBLE, "");
}

/** A text as it is compared: without regard to case, accents, width and what nobody sees. */
export function folded(text: string): string {
  // Up and down again folds more than down alone: ß with ss, final sigma with sigma.
  const lower = plain(text).toUpperCase().toLowerCase();
  return lower.normalize("NFD").replace(ACCENTS, "").normalize("NFC");
}
