import type GithubSlugger from "github-slugger";
import type { Element, Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";

/** A heading of an article. */
export interface Heading {
  /** Unique in the post; what `#` links point at. */
  id: string;
  /** 1 to 4, as the author typed it. (In the page it is one level lower.) */
  depth: number;
  text: string;
}

/** Keeps the ids of headings apart from every other id of the page. */
const ID_PREFIX = "s-";

/** What h1 to h4 have become in the page; smaller headings are not worth a place in a contents. */
const OUTLINED = /^h[2-5]$/;

/** Gives the headings h1 to h4 of a run their ids, in place. One slugger serves a whole post. */
export function identifyHeadings(root: Root, slugger: GithubSlugger): void {
  for (const heading of headingsIn(root)) {
    heading.properties.id = ID_PREFIX + slugger.slug(textOf(heading).trim() || "section");
  }
}

/** The table of contents of a stored post: its headings that have ids, in order. */
export function outlineOf(htmlParts: string[]): Heading[] {
  return htmlParts
    .filter((html) => html.includes(` id="${ID_PREFIX}`))
    .flatMap((html) => headingsIn(fromHtml(html, { fragment: true })))
    .filter((heading) => typeof heading.properties.id === "string")
    .map((heading) => ({
      id: String(heading.properties.id),
      depth: Number(heading.tagName.slice(1)) - 1,
      text: textOf(heading).replace(/\s+/g, " ").trim(),
    }));
}

function headingsIn(node: Nodes): Element[] {
  if (node.type === "element" && OUTLINED.test(node.tagName)) return [node];
  return "children" in node ? node.children.flatMap(headingsIn) : [];
}

function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
