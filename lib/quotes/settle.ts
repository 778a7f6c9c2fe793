import type { RenderedPost, RenderedQuote } from "@/lib/text/render";
import { QuoteKeys } from "./key";
import { type PassageSource, type Resolution, resolveQuote } from "./resolve";
import type { QuotableSources } from "./sources";

/** A place in a post that the quoter says is meant: code points of its own text. */
export interface ChosenPlace {
  postId: number;
  start: number;
  end: number;
}

/** What the quoter chose among several places, by the quotes' keys (key.ts). */
export type Choices = ReadonlyMap<string, ChosenPlace>;

/** What is known of a quote of the revision before, which stays what it was if it is kept. */
export interface KeptQuote {
  identity: number;
  /** Where it leads; null if it is to be looked for again. */
  resolution: SettledResolution | null;
}

/** By the quotes' keys. */
export type KeptQuotes = ReadonlyMap<string, KeptQuote>;

export interface SettledResolution extends Resolution {
  candidates: PassageSource[];
  /** Of several places this one was chosen by the quoter. */
  chosen: boolean;
}

export interface SettledQuote extends RenderedQuote {
  key: string;
  resolution: SettledResolution;
  /** Null for a new quote. */
  identity: number | null;
  quotes: SettledQuote[];
}

/** A post whose quotes are resolved: what a revision stores. */
export interface SettledPost {
  markdownParts: string[];
  htmlParts: string[];
  ownText: string;
  quotes: SettledQuote[];
}

/** What a text's quotes are settled with. */
export interface Circumstances {
  sources: QuotableSources;
  choices?: Choices;
  kept?: KeptQuotes;
}

const UNVERIFIED: SettledResolution = {
  status: "unverified",
  source: null,
  candidates: [],
  chosen: false,
};

/**
 * Resolves all quotes of a rendered post: what saving it stores and what a preview of it shows.
 */
export function settleQuotes(rendered: RenderedPost, circumstances: Circumstances): SettledPost {
  const { markdownParts, htmlParts, ownText } = rendered;
  const keys = new QuoteKeys();
  const quotes = rendered.quotes.map((quote) => settled(quote, keys, circumstances));
  return { markdownParts, htmlParts, ownText, quotes };
}

function settled(quote: RenderedQuote, keys: QuoteKeys, around: Circumstances): SettledQuote {
  const key = keys.next(quote.exact);
  const kept = around.kept?.get(key);
  return {
    ...quote,
    key,
    identity: kept?.identity ?? null,
    resolution:
      kept?.resolution ?? chosen(resolved(quote, around.sources), around.choices?.get(key)),
    quotes: quote.quotes.map((inner) => settled(inner, keys, around)),
  };
}

/**
 * A block that holds nothing but another quote has no words of its own to look for. Only what
 * stands in no post as it is now is looked for in what they were.
 */
function resolved(quote: RenderedQuote, sources: QuotableSources): SettledResolution {
  if (quote.exact.trim() === "") return UNVERIFIED;
  for (const { ancestors, earlier } of [sources, ...sources.superseded]) {
    const resolution = resolveQuote(quote.exact, [{ ancestors, earlier }]);
    if (resolution.status === "unverified") continue;
    return { ...resolution, candidates: resolution.candidates ?? [], chosen: false };
  }
  return UNVERIFIED;
}

/** What the quoter chose counts if it is one of the places found; else it is as if nothing was. */
function chosen(resolution: SettledResolution, choice: ChosenPlace | undefined): SettledResolution {
  if (choice === undefined || resolution.status !== "ambiguous") return resolution;
  const source = resolution.candidates.find(
    ({ postId, start, end }) =>
      postId === choice.postId && start === choice.start && end === choice.end,
  );
  if (source === undefined) return resolution;
  return { ...resolution, status: source.status, source, chosen: true };
}
