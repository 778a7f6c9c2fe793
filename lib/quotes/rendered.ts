import { type PassageSource, type Resolution, resolveQuote } from "@/lib/quotes/resolve";
import type { QuotableSources } from "@/lib/quotes/sources";
import type { RenderedQuote } from "@/lib/text/render";

type Resolved = Resolution & { candidates: PassageSource[] };

const UNVERIFIED: Resolved = { status: "unverified", source: null, candidates: [] };

/**
 * Resolves a quote of a rendered post. A block that holds nothing but another quote has no words of
 * its own to look for. Only what stands in no post as it is now is looked for in what they were.
 */
export function resolveRendered(quote: RenderedQuote, sources: QuotableSources): Resolved {
  if (quote.exact.trim() === "") return UNVERIFIED;
  for (const { ancestors, earlier } of [sources, ...sources.superseded]) {
    const resolution = resolveQuote(quote.exact, ancestors, earlier);
    if (resolution.status === "unverified") continue;
    return { ...resolution, candidates: resolution.candidates ?? [] };
  }
  return UNVERIFIED;
}
