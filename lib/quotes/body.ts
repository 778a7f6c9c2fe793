/**
 * A post's text is stored as its author's own runs, with the quotes apart. These functions put the
 * two together again; they get quotes only as lib/quotes/queries.ts lets the viewer see them.
 */

export type BodyPart<Quote> = { kind: "own"; html: string } | { kind: "quote"; quote: Quote };

/** A quote as far as putting a text together goes. */
export interface QuotedMarkdown {
  markdownParts: string[];
  quotes: QuotedMarkdown[];
}

/** Own runs and quotes in the order in which they are read; empty runs are left out. */
export function bodyOf<Quote>(
  htmlParts: readonly string[],
  quotes: readonly Quote[],
): BodyPart<Quote>[] {
  return htmlParts.flatMap((html, index) => {
    const parts: BodyPart<Quote>[] = html === "" ? [] : [{ kind: "own", html }];
    const quote = quotes[index];
    if (quote !== undefined) parts.push({ kind: "quote", quote });
    return parts;
  });
}

/** The Markdown as it was typed, byte for byte (but for what the viewer may not read). */
export function markdownOf({ markdownParts, quotes }: QuotedMarkdown): string {
  return markdownParts
    .map((part, index) => {
      const quote = quotes[index];
      return quote === undefined ? part : part + markdownOf(quote);
    })
    .join("");
}
