import type { DifferencePart } from "./difference";

/** So much unchanged text is shown on either side of a change, in UTF-16 units. */
const CONTEXT = 160;

/** Unchanged text that may be skipped over, or a part to be read. */
export type AbridgedPart = DifferencePart | { kind: "skipped"; text: string };

/**
 * A difference with its long unchanged stretches marked as skipped, but for some words around each
 * change; so that one mended word can be found in a long essay. The text of all parts together
 * stays what it was.
 */
export function abridged(parts: readonly DifferencePart[]): AbridgedPart[] {
  return parts.flatMap((part, index): AbridgedPart[] => {
    if (part.kind !== "same" || parts.length === 1) return [part];
    const { text } = part;
    const head = index === 0 ? 0 : wordEnd(text, CONTEXT);
    const tail = index === parts.length - 1 ? text.length : wordStart(text, text.length - CONTEXT);
    if (tail - head < CONTEXT) return [part];
    const pieces: AbridgedPart[] = [
      { kind: "same", text: text.slice(0, head) },
      { kind: "skipped", text: text.slice(head, tail) },
      { kind: "same", text: text.slice(tail) },
    ];
    return pieces.filter((piece) => piece.text !== "");
  });
}

function wordEnd(text: string, from: number): number {
  const space = text.slice(from).search(/\s/);
  return space === -1 ? text.length : from + space;
}

function wordStart(text: string, before: number): number {
  if (before <= 0) return 0;
  const space = text.slice(0, before).search(/\s\S*$/);
  return space === -1 ? 0 : space;
}
