import GithubSlugger from "github-slugger";
import type { Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { toHast } from "mdast-util-to-hast";
import { collectDefinitions, type Definitions, withDefinitions } from "./definitions";
import { type Heading, identifyHeadings, outlineOf } from "./headings";
import { expandsTooFar } from "./intricacy";
import { adaptTree, parseMarkdown } from "./markdown";
import { finishTree } from "./page-tree";
import { plainText } from "./plain";
import { sanitised } from "./sanitiser";
import { type QuoteTree, quoteTree, runTexts } from "./segments";

export { type Heading, outlineOf } from "./headings";

/** Stored with every revision; raise it when the same Markdown would give other HTML or text. */
export const RENDERER_VERSION = 1;

/** A quote within a post. Its parts stand around the quotes inside it. */
export interface RenderedQuote {
  /** Raw lines as typed, with every `>`. */
  markdownParts: string[];
  htmlParts: string[];
  /** The plain text of the quoted words, without quotes inside. */
  exact: string;
  quotes: RenderedQuote[];
}

/** A post as a revision stores it: own runs, and the quotes between them. */
export interface RenderedPost {
  markdownParts: string[];
  htmlParts: string[];
  /** The plain text of the own runs: what passages are counted in. */
  ownText: string;
  quotes: RenderedQuote[];
  /** Empty unless rendered with headings. */
  outline: Heading[];
}

/**
 * Renders a post's Markdown to safe HTML, its own words and its quotes apart. With `headings` (an
 * article) headings get ids and make an outline. Never throws: a run that is too intricate to
 * parse in reasonable time, or a post whose definitions would make it too large, is shown as the
 * characters that were typed (checkMarkdown refuses it from people beforehand).
 */
export function renderPost(markdown: string, options: { headings?: boolean } = {}): RenderedPost {
  const tree = quoteTree(markdown);
  // What is defined outside of a quote works inside it, but not the other way round: an address
  // defined in a quote is part of it, and is hidden with it.
  const definitions = expandsTooFar(runTexts(tree)) ? null : definitionsOf(tree);
  const slugger = options.headings ? new GithubSlugger() : null;
  const htmlParts = tree.parts.map(({ text }) => renderRun(text, definitions, slugger));
  return {
    markdownParts: tree.parts.map(({ raw }) => raw),
    htmlParts,
    ownText: plainText(htmlParts),
    quotes: tree.quotes.map((quote) => renderQuote(quote, definitions)),
    outline: slugger ? outlineOf(htmlParts) : [],
  };
}

/** @param outside definitions around the quote; null to show it as typed */
function renderQuote(tree: QuoteTree, outside: Definitions | null): RenderedQuote {
  const definitions = outside && new Map([...outside, ...definitionsOf(tree)]);
  const htmlParts = tree.parts.map(({ text }) => renderRun(text, definitions, null));
  return {
    markdownParts: tree.parts.map(({ raw }) => raw),
    htmlParts,
    exact: plainText(htmlParts),
    quotes: tree.quotes.map((quote) => renderQuote(quote, definitions)),
  };
}

function definitionsOf(tree: QuoteTree): Definitions {
  return collectDefinitions(tree.parts.map(({ text }) => text));
}

/** @param definitions null to show the run as typed */
function renderRun(
  text: string,
  definitions: Definitions | null,
  slugger: GithubSlugger | null,
): string {
  if (text.trim() === "") return "";
  const parsed = definitions && treeOf(withDefinitions(text, definitions));
  const tree = parsed ?? literalTree(text);
  if (slugger) identifyHeadings(tree, slugger);
  return toHtml(sanitised(tree), { characterReferences: { useNamedReferences: true } }).trim();
}

/** The HTML tree of a run; null if it is too intricate to parse. */
function treeOf(text: string): Root | null {
  const markdown = parseMarkdown(text);
  if (!markdown) return null;
  adaptTree(markdown);
  const tree = toHast(markdown) as Root;
  finishTree(tree);
  return tree;
}

/** A run as the characters that were typed: paragraphs of plain text. */
function literalTree(text: string): Root {
  return {
    type: "root",
    children: text
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== "")
      .map((value) => ({
        type: "element",
        tagName: "p",
        properties: {},
        children: [{ type: "text", value }],
      })),
  };
}
