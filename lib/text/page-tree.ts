import type { Element, ElementContent, Root, RootContent } from "hast";
import { isInForum, safeAddress } from "./address";
import { highlightedCode, languageOf } from "./highlight";

/**
 * Finishes the HTML tree of a run, in place: only safe links, coloured code, and what scrolls
 * sideways (code, tables) reachable by keyboard.
 */
export function finishTree(root: Root): void {
  root.children = root.children.flatMap((child) => finished(child)) as RootContent[];
}

function finished(node: RootContent): RootContent[] {
  if (node.type !== "element") return [node];
  if (node.tagName === "pre") return [finishedCodeBlock(node)];
  node.children = node.children.flatMap((child) => finished(child)) as ElementContent[];
  if (node.tagName === "a") return finishedLink(node);
  if (node.tagName === "table") return [scrollable(node)];
  return [node];
}

/** A link to an address that posts may not link to leaves its words. */
function finishedLink(link: Element): ElementContent[] {
  const address = safeAddress(String(link.properties.href ?? ""));
  if (address === null) return link.children;
  link.properties = { href: address };
  if (!isInForum(address)) link.properties.rel = ["nofollow", "ugc", "noopener"];
  return [link];
}

function finishedCodeBlock(pre: Element): Element {
  pre.properties = { tabIndex: 0 };
  const code = pre.children[0];
  const text = code?.type === "element" ? code.children[0] : undefined;
  if (code?.type !== "element" || text?.type !== "text") return pre;
  const language = languageOf(code);
  const tokens = language && highlightedCode(language, text.value);
  code.properties = language ? { className: [`language-${language}`] } : {};
  if (tokens) {
    code.properties.className = ["hljs", `language-${language}`];
    code.children = tokens;
  }
  return pre;
}

/** A group and not a region: a post with ten tables must not fill the list of landmarks. */
function scrollable(table: Element): Element {
  return {
    type: "element",
    tagName: "div",
    properties: { className: ["table-scroll"], tabIndex: 0, role: "group", ariaLabel: "Table" },
    children: [table],
  };
}
