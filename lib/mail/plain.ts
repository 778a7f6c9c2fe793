import type { Block, Letter, Said } from "@/lib/mail/letter";
import { momentInWords } from "@/lib/policy/standing";

/**
 * Characters in a line: with the `> ` of several answers before it, it still fits into the 78 that
 * RFC 5322 (§2.1.1) asks for.
 */
export const LINE_LENGTH = 72;

/**
 * A letter as plain text: short lines, quotes as lines that begin with `> `, so that it can be answered
 * like any other mail, and each address alone on its line, unbroken.
 */
export function plainText({ blocks, footer }: Letter): string {
  const parts = [blocks, footer]
    .map((each) => each.map(blockAsText).join("\n\n"))
    .filter((part) => part !== "");
  // The dashes with a space are what mail programs know a signature by, and leave out of an answer.
  return `${parts.join("\n\n-- \n")}\n`;
}

function blockAsText(block: Block): string {
  if (block.is === "words") return wrap(block.text);
  if (block.is === "link") return `${wrap(block.label)}\n${block.url}`;
  if (block.is === "heading") return underlined(block.text);
  return saidAsText(block.post);
}

function underlined(text: string): string {
  const lines = wrap(text).split("\n");
  const longest = Math.max(...lines.map((each) => [...each].length));
  return `${lines.join("\n")}\n${"=".repeat(longest)}`;
}

function saidAsText({ author, did, at, url, markdown }: Said): string {
  return `${wrap(`${author} ${did}, ${momentInWords(at)}:`)}\n\n${wrap(markdown)}\n\n${url}`;
}

/** Breaks the lines that are too long, each with the `>` it began with; code is left as it is. */
export function wrap(text: string): string {
  let fence: string | null = null;
  return text
    .split("\n")
    .flatMap((line) => {
      const marks = /^[> ]*(```+|~~~+)/.exec(line)?.[1]?.slice(0, 3) ?? null;
      if (fence !== null) {
        if (marks === fence) fence = null;
        return [line];
      }
      if (marks !== null) {
        fence = marks;
        return [line];
      }
      return wrapLine(line);
    })
    .join("\n");
}

function wrapLine(line: string): string[] {
  if ([...line].length <= LINE_LENGTH) return [line];
  const prefix = /^(?:>[ ]?)*/.exec(line)?.[0] ?? "";
  const lines: string[] = [];
  let current = "";
  for (const word of line.slice(prefix.length).split(" ")) {
    const longer = current === "" ? word : `${current} ${word}`;
    // A line that begins with this sign would be taken for a quote.
    const fits = [...prefix].length + [...longer].length <= LINE_LENGTH || word.startsWith(">");
    if (current !== "" && !fits) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current].map((each) => `${prefix}${each}`);
}
