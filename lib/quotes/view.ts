import type { QuoteSight } from "@/lib/policy/visibility";

export type QuoteStatus = "verbatim" | "elided" | "altered" | "ambiguous" | "unverified";

/** A quote as one viewer sees it. Of a redacted one it holds no word and no name. */
export interface QuoteView {
  id: number;
  status: QuoteStatus;
  sight: QuoteSight;
  /** The quoted words no longer stand in the source as it is now. */
  sourceEdited: boolean;
  source: {
    postId: number;
    threadId: number;
    /** Unset where the name went with the post. */
    author: string | null;
    authorId: number;
  } | null;
  /** The quoted words, with the quotes inside standing between the parts; empty when redacted. */
  htmlParts: string[];
  /** As typed; when redacted, a placeholder that saving turns back into what was typed. */
  markdownParts: string[];
  exact: string;
  quotes: QuoteView[];
}

const PLACEHOLDER = /^( {0,3}>[> ]*)\[hidden quote (\d+)\][ \t]*$/gm;

/**
 * What stands in the Markdown shown to a viewer for a quote that the viewer may not read.
 *
 * @param typed the stored lines; the placeholder keeps their nesting and their last line break
 */
export function placeholder(quoteId: number, typed: string): string {
  const prefix = /^ {0,3}>[> ]*/.exec(typed)?.[0].trim() ?? ">";
  return `${prefix} [hidden quote ${quoteId}]${typed.endsWith("\n") ? "\n" : ""}`;
}

/** Ids named by the placeholders in a text. */
export function placeholderIds(markdown: string): number[] {
  return [...markdown.matchAll(PLACEHOLDER)].map((match) => Number(match[2]));
}

/**
 * Turns placeholders back into what was typed.
 *
 * @param typedById stored lines by quote id; a placeholder with any other id stays as it stands
 */
export function restorePlaceholders(
  markdown: string,
  typedById: ReadonlyMap<number, string>,
): string {
  return markdown.replace(PLACEHOLDER, (whole, _prefix, id) => {
    return typedById.get(Number(id))?.replace(/\n$/, "") ?? whole;
  });
}
