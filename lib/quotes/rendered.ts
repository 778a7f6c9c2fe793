import { type PassageSource, type Resolution, resolveQuote } from "@/lib/quotes/resolve";
import type { QuotableSources } from "@/lib/quotes/sources";
import type { RenderedQuote } from "@/lib/text/render";

/**
 * Resolves a quote of a rendered post. A block that holds nothing but another quote has no words of
 * its own to look for.
 */
export function resolveRendered(
  quote: RenderedQuote,
  sources: QuotableSources,
): Resolution & { candidates: PassageSource[] } {
  if (quote.exact.trim() === "") return { status: "unverified", source: null, candidates: [] };
  const resolution = resolveQuote(quote.exact, sources.ancestors, sources.earlier);
  return { ...resolution, candidates: resolution.candidates ?? [] };
}
