import { type Author, makeReply, type Thread } from "./debate";

// Text that a page has trouble with.

const WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

/** Long words, addresses, code, a wide table and a formula without a space. */
export const longWords = [
  `A word: ${WORD}${WORD}`,
  `An address: https://example.org/${"very-long-path/".repeat(12)}?query=${"x".repeat(120)}`,
  `Code: \`${"const".repeat(40)}\``,
  `\`\`\`\n${"a line of code that does not end ".repeat(8)}\n\`\`\``,
  `| ${"a column | ".repeat(12)}\n|${"---|".repeat(12)}\n| ${"words | ".repeat(12)}`,
  `> ${WORD}${WORD}`,
].join("\n\n");

/** A chain of eight replies under a thread, each with text that is hard to fit. @returns the last */
export async function depthEight(thread: Thread, people: readonly Author[]): Promise<number> {
  let parent = thread.openingId;
  for (let depth = 1; depth <= 8; depth += 1) {
    const author = people[depth % people.length] ?? thread.author;
    parent = await makeReply(
      parent,
      author,
      `> ${WORD}\n\nDepth ${depth}: these words can be read on a phone, even here.\n\n${longWords}`,
    );
  }
  return parent;
}
