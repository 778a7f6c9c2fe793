import type { Nodes, Parents, PhrasingContent, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmAutolinkLiteralFromMarkdown } from "mdast-util-gfm-autolink-literal";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { isRunTooIntricate, MAX_NESTING } from "./intricacy";

/**
 * CommonMark with GFM tables, strikethrough and bare links. Raw HTML is off, so that it stands
 * there as the words that were typed. Block quotes are off, since segments.ts has taken them out:
 * what is left of `>` (in a list item, say) has no status and must not look like a quote.
 */
const PARSER = {
  extensions: [
    gfmTable(),
    gfmStrikethrough({ singleTilde: false }),
    gfmAutolinkLiteral(),
    { disable: { null: ["htmlFlow", "htmlText", "blockQuote"] } },
  ],
  mdastExtensions: [
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmAutolinkLiteralFromMarkdown(),
  ],
};

/** Headings of a post stand below the page's h1. */
const HEADING_SHIFT = 1;

/**
 * The syntax tree of one run, without its quotes; null if it can't be had in reasonable time
 * (intricacy.ts) or would be too deep for walks that recurse.
 */
export function parseMarkdown(markdown: string): Root | null {
  if (isRunTooIntricate(markdown)) return null;
  try {
    const root = fromMarkdown(markdown, PARSER);
    return isTooDeep(root) ? null : root;
  } catch {
    // A parser that fails at some text must not keep a person from posting it.
    return null;
  }
}

/** Does not recurse, since what it looks at may be too deep for that. */
function isTooDeep(root: Root): boolean {
  const waiting: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > MAX_NESTING) return true;
    if ("children" in node) {
      for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
    }
  }
  return false;
}

/**
 * Makes a parsed run fit for a page of the forum, in place: headings one level down, images as
 * links to them, so that reading a post fetches nothing from elsewhere.
 */
export function adaptTree(root: Root): void {
  adaptChildren(root, false);
}

function adaptChildren(parent: Parents, inLink: boolean): void {
  parent.children.forEach((child, index) => {
    if (child.type === "heading") {
      child.depth = Math.min(child.depth + HEADING_SHIFT, 6) as typeof child.depth;
    }
    if (child.type === "image" || child.type === "imageReference") {
      const words: PhrasingContent = { type: "text", value: child.alt?.trim() || "image" };
      (parent.children as Nodes[])[index] = inLink ? words : linkTo(child, words);
    } else if ("children" in child) {
      adaptChildren(child, inLink || child.type === "link" || child.type === "linkReference");
    }
  });
}

function linkTo(
  image: Extract<Nodes, { type: "image" | "imageReference" }>,
  words: PhrasingContent,
): PhrasingContent {
  if (image.type === "image") return { type: "link", url: image.url, children: [words] };
  const { identifier, label, referenceType } = image;
  return { type: "linkReference", identifier, label, referenceType, children: [words] };
}
