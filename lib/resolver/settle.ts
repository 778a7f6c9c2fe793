import { MAX_QUOTES } from "@/lib/text/check";
import type { RenderedPost, RenderedQuote } from "@/lib/text/render";
import { dividedBlock } from "./division";
import { QuoteKeys } from "./key";
import { normalisedText } from "./normalise";
import type { PassageSource, Resolution } from "./resolution";
import { resolveAmong } from "./resolve";
import type { QuotableSources } from "./sources";
import { Work } from "./work";

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
  /** The quoted words. Keys are short and can be made to collide, so these decide. */
  exact: string;
  /** Where it leads; null if it is to be looked for again. */
  resolution: SettledResolution | null;
  /**
   * What it was, which stands if nothing is found any more: a quote of words that are hidden now
   * must not come out as words from nowhere.
   */
  before: SettledResolution | null;
}

/** By the quotes' keys. */
export type KeptQuotes = ReadonlyMap<string, KeptQuote>;

export interface SettledResolution extends Resolution {
  candidates: PassageSource[];
  /** Of several places this one was chosen by the quoter. */
  chosen: boolean;
  /** The posts of the candidates, where no more is known of them. */
  candidatePostIds?: readonly number[];
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
  /** What may be spent on all quotes of the text together; what a save may cost if unset. */
  work?: Work;
}

/** So many ancestors, the parent first, are looked at even when all that may be spent is spent. */
const NEAREST_ANCESTORS = 8;
const RESERVED_WORK = 15_000_000;

const UNVERIFIED: SettledResolution = {
  status: "unverified",
  source: null,
  candidates: [],
  chosen: false,
};

/**
 * Resolves all quotes of a rendered post: what saving it stores and what a preview of it shows. A
 * block that quotes several posts becomes several quotes, with an empty run between them
 * (division.ts); so `markdownParts` together are always the text as it was typed.
 */
export function settleQuotes(rendered: RenderedPost, circumstances: Circumstances): SettledPost {
  const { markdownParts, htmlParts, ownText, quotes } = rendered;
  const settling = new Settling(circumstances, countOf(quotes));
  return { ownText, ...settling.settled({ markdownParts, htmlParts, quotes }, 1) };
}

/** Runs and the quotes between them: a post, or a quote with others inside. */
interface Holder<Quote> {
  markdownParts: string[];
  htmlParts: string[];
  quotes: Quote[];
}

class Settling {
  readonly #keys = new QuoteKeys();
  readonly #around: Circumstances;
  readonly #work: Work;
  readonly #reserve: Work;
  /** How many quotes more there may be than blocks of quoted lines. */
  #room: number;

  constructor(around: Circumstances, blocks: number) {
    this.#around = around;
    this.#room = Math.max(0, MAX_QUOTES - blocks);
    this.#work = around.work ?? new Work();
    this.#reserve = new Work(around.work === undefined ? RESERVED_WORK : 0);
  }

  /** @param depth how many `>` stand before the lines of these quotes */
  settled(holder: Holder<RenderedQuote>, depth: number): Holder<SettledQuote> {
    const { markdownParts, htmlParts } = holder;
    const settled: Holder<SettledQuote> = {
      markdownParts: markdownParts.slice(0, 1),
      htmlParts: htmlParts.slice(0, 1),
      quotes: [],
    };
    for (const [index, quote] of holder.quotes.entries()) {
      const pieces = dividedBlock(quote, depth, {
        resolve: (exact) => this.#resolved(exact),
        isKept: this.#isKept(),
        room: this.#room + 1,
      });
      this.#room -= pieces.length - 1;
      for (const [position, { quote: piece, resolution }] of pieces.entries()) {
        const isLast = position === pieces.length - 1;
        settled.quotes.push(this.#one(piece, depth, resolution && settledResolution(resolution)));
        settled.markdownParts.push(isLast ? (markdownParts[index + 1] ?? "") : "");
        settled.htmlParts.push(isLast ? (htmlParts[index + 1] ?? "") : "");
      }
    }
    return settled;
  }

  #one(quote: RenderedQuote, depth: number, known: SettledResolution | null): SettledQuote {
    const key = this.#keys.next(quote.exact);
    const kept = this.#kept(key, quote.exact);
    const found =
      kept?.resolution ??
      chosen(known ?? this.#resolved(quote.exact), this.#around.choices?.get(key));
    const resolution = found.status === "unverified" ? (kept?.before ?? found) : found;
    return {
      ...this.settled(quote, depth + 1),
      exact: quote.exact,
      key,
      identity: kept?.identity ?? null,
      resolution,
    };
  }

  #kept(key: string, exact: string): KeptQuote | undefined {
    const known = this.#around.kept?.get(key);
    return known && normalisedText(known.exact) === normalisedText(exact) ? known : undefined;
  }

  /** Whether words will be a quote that stays what it was; asked in reading order. */
  #isKept(): ((exact: string) => boolean) | null {
    const { kept } = this.#around;
    if (kept === undefined || kept.size === 0) return null;
    const ahead = new QuoteKeys(this.#keys);
    return (exact) => {
      const known = this.#kept(ahead.peek(exact), exact);
      const was = known?.resolution ?? known?.before ?? null;
      const isKept = was !== null && was.status !== "unverified";
      if (isKept) ahead.next(exact);
      return isKept;
    };
  }

  /**
   * A block that holds nothing but another quote has no words of its own to look for. Only what
   * stands in no post as it is now is looked for in what they were.
   */
  #resolved(exact: string): SettledResolution {
    if (exact.trim() === "") return UNVERIFIED;
    const { sources } = this.#around;
    const found = resolveAmong(exact, [sources, ...sources.superseded], this.#work);
    if (found.status !== "unverified" || !this.#work.isSpent) return settledResolution(found);
    // Whatever the other quotes have cost: words of the posts that are answered are known.
    const nearest = sources.ancestors.slice(0, NEAREST_ANCESTORS);
    return settledResolution(
      resolveAmong(exact, [{ ancestors: nearest, earlier: [] }], this.#reserve),
    );
  }
}

function settledResolution(resolution: Resolution): SettledResolution {
  return { ...resolution, candidates: resolution.candidates ?? [], chosen: false };
}

function countOf(quotes: readonly RenderedQuote[]): number {
  return quotes.reduce((count, { quotes: inside }) => count + 1 + countOf(inside), 0);
}

/**
 * What the quoter chose counts if it is one of the places found or, where an edit has moved those
 * since, the nearest in the same post; else it is as if nothing was chosen.
 */
function chosen(resolution: SettledResolution, choice: ChosenPlace | undefined): SettledResolution {
  if (choice === undefined || resolution.status !== "ambiguous") return resolution;
  const distance = ({ start }: PassageSource) => Math.abs(start - choice.start);
  const [source] = resolution.candidates
    .filter(({ postId }) => postId === choice.postId)
    .sort((a, b) => distance(a) - distance(b));
  if (source === undefined) return resolution;
  return { ...resolution, status: source.status, source, chosen: true };
}
