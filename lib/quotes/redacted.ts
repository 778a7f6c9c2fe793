import type { QuoteView } from "@/lib/quotes/view";

/**
 * What is seen of a quote whose source is hidden: no word and no name. Nor how it agrees with its
 * source, which would tell something about what is hidden.
 *
 * @param markdownParts what stands for it in a form, if anything does
 */
export function redactedQuote({
  id,
  identity,
  markdownParts,
}: Pick<QuoteView, "id" | "identity" | "markdownParts">): QuoteView {
  return {
    ...{ id, identity, markdownParts },
    status: "unverified",
    sight: "redacted",
    sourceEdited: false,
    difference: null,
    alteration: null,
    toSettle: false,
    source: null,
    htmlParts: [],
    exact: "",
    quotes: [],
  };
}
