import { fromHtml } from "hast-util-from-html";
import type { Blockquote, Paragraph, Root, RootContent } from "mdast";
import rehypeRemark from "rehype-remark";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

const toTree = unified().use(rehypeRemark);
const toText = unified().use(remarkStringify, { bullet: "-", fences: true, rule: "-" });

/**
 * The HTML of a post of Hacker News as Markdown. There a paragraph that begins with `>` is how
 * people quote; it becomes a real quote, one level deep for each `>`.
 */
export function markdownFromHtml(html: string): string {
  if (html.trim() === "") return "";
  const tree = toTree.runSync(fromHtml(html, { fragment: true })) as Root;
  tree.children = tree.children.map((block) =>
    block.type === "paragraph" ? quoted(block) : block,
  );
  return toText.stringify(tree).trimEnd();
}

function quoted(paragraph: Paragraph): RootContent {
  const first = firstText(paragraph);
  const marks = /^(?:\s*>)+\s*/.exec(first?.value ?? "")?.[0];
  if (first === null || marks === undefined || paragraphText(paragraph).trim() === marks.trim()) {
    return paragraph;
  }
  first.value = first.value.slice(marks.length);
  let quote: Paragraph | Blockquote = paragraph;
  for (const _ of marks.matchAll(/>/g)) quote = { type: "blockquote", children: [quote] };
  return quote;
}

/** The text a paragraph begins with, also inside emphasis: `<i>&gt; so they said</i>`. */
function firstText(paragraph: Paragraph): { value: string } | null {
  let node: { type: string; children?: unknown[]; value?: string } | undefined = paragraph;
  while (node?.children !== undefined) node = node.children[0] as typeof node;
  return node?.type === "text" ? (node as { value: string }) : null;
}

function paragraphText(node: { children?: unknown[]; value?: string }): string {
  if (node.value !== undefined) return node.value;
  return (node.children ?? []).map((child) => paragraphText(child as typeof node)).join("");
}
