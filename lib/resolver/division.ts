import { placeholderId } from "@/lib/resolver/placeholder";
import { codePointLength } from "@/lib/text/code-points";
import type { RenderedQuote } from "@/lib/text/render";
import { normalisedText } from "./normalise";
import type { Resolution } from "./resolution";
import { MIN_QUOTE_LENGTH } from "./resolve";
import { countBlankLines, joinedQuote, joinedWords, splitQuote, typedQuote } from "./split";

/** A quote as it will be stored; its resolution null where it was not looked for yet. */
export interface Divided {
  quote: RenderedQuote;
  resolution: Resolution | null;
}

export interface Resolver {
  resolve(exact: string): Resolution;
  /** Whether words are a quote that an edit kept; null if it kept none. */
  isKept: ((exact: string) => boolean) | null;
  /** How many quotes a block may become at most. */
  room: number;
}

/** Blocks of more paragraphs stay whole: nobody collects so many quotes without a word between. */
const MAX_PIECES = 50;

/** Reading a block again costs as much as rendering it, which is not done for such a one. */
const MAX_BLANK_LINES = 200;

/** Where there are more paragraphs than that, a quote that was kept has at most so many. */
const MAX_KEPT_PIECES = 8;

/**
 * Divides a block of quoted lines into quotes with a source each, at its blank lines: if its
 * paragraphs come from different posts, or the whole from nowhere but some of it from a post. What
 * an edit kept stays a quote by itself, and so does a placeholder of a hidden quote: else its words
 * would become part of another.
 */
export function dividedBlock(block: RenderedQuote, depth: number, resolver: Resolver): Divided[] {
  const whole = { quote: block, resolution: null };
  if (resolver.isKept?.(block.exact) === true) return [whole];
  const typed = typedQuote(block);
  const mustStayApart = resolver.isKept !== null || typed.includes("[hidden quote ");
  if (!mustStayApart && countBlankLines(typed) > MAX_BLANK_LINES) return [whole];
  const pieces = splitQuote(block, depth);
  if (pieces.length === 1) return [whole];
  const stretches = stretchesOf(pieces, resolver.isKept);
  if (stretches.length === 1 && stretches[0]?.apart) return [whole];
  if (stretches.length === 1) return dividedBySource(block, pieces, resolver);
  return stretches.flatMap(({ pieces: [first, ...others], apart }): Divided[] => {
    const stretch = others.reduce(joinedQuote, first as RenderedQuote);
    if (apart) return [{ quote: stretch, resolution: null }];
    return dividedBySource(stretch, [first as RenderedQuote, ...others], resolver);
  });
}

interface Stretch {
  pieces: RenderedQuote[];
  /** Stays a quote by itself, whatever its source. */
  apart: boolean;
}

function stretchesOf(pieces: readonly RenderedQuote[], isKept: Resolver["isKept"]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at < pieces.length; ) {
    const count = countApart(pieces, at, isKept);
    const last = stretches.at(-1);
    if (count > 0) stretches.push({ pieces: pieces.slice(at, at + count), apart: true });
    else if (last && !last.apart) last.pieces.push(pieces[at] as RenderedQuote);
    else stretches.push({ pieces: pieces.slice(at, at + 1), apart: false });
    at += count || 1;
  }
  return stretches;
}

/** How many pieces from here on are one quote that stays apart; as many as can be. */
function countApart(
  pieces: readonly RenderedQuote[],
  from: number,
  isKept: Resolver["isKept"],
): number {
  if (!Number.isNaN(placeholderId(pieces[from]?.exact ?? ""))) return 1;
  if (isKept === null) return 0;
  const most = pieces.length > MAX_PIECES ? MAX_KEPT_PIECES : pieces.length;
  const longer: string[] = [];
  for (const { exact } of pieces.slice(from, from + most)) {
    longer.push(joinedWords(longer.at(-1) ?? "", exact));
  }
  return longer.findLastIndex((exact) => isKept(exact)) + 1;
}

function dividedBySource(
  block: RenderedQuote,
  pieces: readonly RenderedQuote[],
  { resolve, room }: Resolver,
): Divided[] {
  const resolution = resolve(block.exact);
  const whole = [{ quote: block, resolution }];
  const isCertain = resolution.status === "verbatim" || resolution.status === "elided";
  if (isCertain || pieces.length < 2 || pieces.length > Math.min(MAX_PIECES, room)) return whole;
  if (resolution.candidates?.some(({ status }) => status !== "altered")) return whole;
  const found = pieces.map((quote) => ({ quote, resolution: resolve(quote.exact) }));
  const divided = groupsOf(found).flatMap((group) => together(group, resolve));
  return isBetterDivided(resolution, divided) ? divided : whole;
}

/** If a post nearly says the whole of a block, so much of it may still be found nowhere by itself. */
const MAX_UNFOUND = 0.25;

function isBetterDivided(whole: Resolution, divided: readonly Found[]): boolean {
  const found = divided.filter(isFound);
  if (found.length === 0) return false;
  if (whole.status === "unverified") return true;
  if (found.some(({ resolution }) => postOf(resolution) !== postOf(whole))) return true;
  if (found.every(({ resolution }) => resolution.status !== "altered")) {
    const unfound = lengthOf(divided) - lengthOf(found);
    return unfound === 0 || unfound > lengthOf(divided) * MAX_UNFOUND;
  }
  return false;
}

function lengthOf(found: readonly Found[]): number {
  return found.reduce((length, { quote }) => length + quote.exact.length, 0);
}

interface Found {
  quote: RenderedQuote;
  resolution: Resolution;
}

function postOf({ source }: Resolution): number | null {
  return source?.postId ?? null;
}

/** Whether a paragraph leads somewhere, and is long enough not to do so by chance. */
function isFound({ quote, resolution }: Found): boolean {
  if (resolution.source === null) return false;
  return codePointLength(normalisedText(quote.exact)) >= MIN_QUOTE_LENGTH;
}

/** Neighbours that come from the same post, in its order, or from nowhere. */
function groupsOf(found: readonly Found[]): Found[][] {
  const groups: Found[][] = [];
  for (const one of found) {
    const group = groups.at(-1);
    const last = group?.at(-1)?.resolution;
    if (group && last && follows(last, one.resolution)) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

function follows(one: Resolution, next: Resolution): boolean {
  if (one.source === null || next.source === null) {
    return one.status === "unverified" && next.status === "unverified";
  }
  return one.source.postId === next.source.postId && one.source.end <= next.source.start;
}

/** A group as one quote, if that leads where its paragraphs do. */
function together(group: readonly Found[], resolve: Resolver["resolve"]): Found[] {
  const [first, ...others] = group as [Found, ...Found[]];
  if (others.length === 0) return [first];
  const quote = others.reduce((joined, next) => joinedQuote(joined, next.quote), first.quote);
  const resolution = resolve(quote.exact);
  const leads = first.resolution.source === null || postOf(resolution) === postOf(first.resolution);
  return leads ? [{ quote, resolution }] : [...group];
}
