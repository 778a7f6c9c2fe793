import type { Root } from "mdast";
import { gfmAutolinkLiteralToMarkdown } from "mdast-util-gfm-autolink-literal";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

const writer = unified()
  .data("toMarkdownExtensions", [
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown(),
    gfmAutolinkLiteralToMarkdown(),
  ])
  .use(remarkStringify, { bullet: "-" });

/**
 * Markdown that shows a plain text as it is, each of its lines as a paragraph: what would be syntax
 * is escaped.
 */
export function literalMarkdown(plain: string): string {
  const lines = plain.split("\n").filter((line) => line.trim() !== "");
  const root: Root = {
    type: "root",
    children: lines.map((line) => ({
      type: "paragraph",
      children: [{ type: "text", value: line.trim() }],
    })),
  };
  return writer.stringify(root).trimEnd();
}
