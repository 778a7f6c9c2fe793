import type { Nodes } from "hast";
import { USERNAME_LENGTH } from "@/lib/accounts/username";
import { parsePart } from "@/lib/text/plain";

/** So many people one post can call by name; whoever names more is not heard by all of them. */
export const MOST_MENTIONS = 20;

/** Not within a word or an address, such as that of an e-mail. */
const MENTION = /(?<![\p{L}\p{M}\p{Nd}_@./+-])@([\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}_-]*)/gu;

/** What people do not write to call somebody. */
const SILENT = new Set(["code", "pre", "a"]);

/**
 * The names that an author calls by "@name", each once, in the order of the text. Only own words count:
 * what stands in quotes, code or links calls nobody. Whether there is somebody of a name is not asked.
 *
 * @param htmlParts the own runs of a revision
 */
export function mentionedNames(htmlParts: readonly string[]): string[] {
  const names = new Set<string>();
  for (const part of htmlParts) {
    if (part.includes("@")) collect(parsePart(part), names);
  }
  return [...names].slice(0, MOST_MENTIONS);
}

function collect(node: Nodes, names: Set<string>): void {
  if (node.type === "text") {
    for (const [, name = ""] of node.value.matchAll(MENTION)) {
      const trimmed = name.replace(/[_-]+$/, "");
      const { length } = [...trimmed];
      if (length >= USERNAME_LENGTH.least && length <= USERNAME_LENGTH.most) names.add(trimmed);
    }
  }
  if (node.type === "element" && SILENT.has(node.tagName)) return;
  if ("children" in node) for (const child of node.children) collect(child, names);
}
