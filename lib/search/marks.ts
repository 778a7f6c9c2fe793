/** A stretch of a text, and whether its words are among those that were looked for. */
export interface MarkedPart {
  text: string;
  marked: boolean;
}

/**
 * What PostgreSQL puts around words that match: private-use characters, which are taken out of the texts
 * before (headlines.queries.ts), so that nothing that was written is mistaken for one.
 */
export const MARK = { start: "\ue000", stop: "\ue001" } as const;

/** A text with marks in it as parts; whoever draws them escapes each by itself. */
export function markedParts(text: string): MarkedPart[] {
  const parts: MarkedPart[] = [];
  const add = (part: string, marked: boolean) => {
    if (part !== "") parts.push({ text: part, marked });
  };
  for (const [index, piece] of text.split(MARK.start).entries()) {
    if (index === 0) add(piece.replaceAll(MARK.stop, ""), false);
    else {
      const [marked = "", ...rest] = piece.split(MARK.stop);
      add(marked, true);
      add(rest.join(""), false);
    }
  }
  return parts;
}
