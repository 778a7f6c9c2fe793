import { codePointLength, sliceCodePoints } from "./code-points";

/**
 * The beginning of a plain text on one line, at most `max` code points long including the "…"
 * that says it was cut; cut between words where there is a space in the second half.
 */
export function snippet(ownText: string, max: number): string {
  // Only so much of the text as can matter, so that an article costs no more than a reply.
  const line = ownText
    .slice(0, max * 8)
    .replace(/\s+/g, " ")
    .trim();
  if (codePointLength(line) <= max && ownText.length <= max * 8) return line;
  const cut = sliceCodePoints(line, 0, max - 1);
  const isWordEnd = /^\s/.test(line.slice(cut.length));
  const space = cut.lastIndexOf(" ");
  const words = !isWordEnd && space > cut.length / 2 ? cut.slice(0, space) : cut;
  return `${words.replace(/[\s,;:–—-]+$/u, "")}…`;
}
