import { sliceCodePoints } from "@/lib/text/code-points";
import type { Range } from "@/lib/text/range";
import type { Source } from "./generation";
import type { Place } from "./locate";

export type ResolvedStatus = "verbatim" | "elided" | "altered" | "ambiguous" | "unverified";

/** The passage a quote came from: W3C TextPositionSelector and the surroundings of TextQuoteSelector. */
export interface PassageSource {
  postId: number;
  revisionId: number;
  /** How the words agree with it, seen by itself. */
  status: ResolvedStatus;
  /** Code points of the revision's own text, end exclusive. */
  start: number;
  end: number;
  /** The characters quoted, in the order of the quote: one range unless words are left out. */
  ranges: Range[];
  prefix: string;
  suffix: string;
}

export interface Resolution {
  status: ResolvedStatus;
  /**
   * Null if unverified, or ambiguous between posts. If the words stand at several places of one
   * post, the post is certain though the place is not: then it is the first place, "ambiguous".
   */
  source: PassageSource | null;
  /** The places to choose from, if ambiguous: at most MAX_CANDIDATES, nearest post first. */
  candidates?: PassageSource[];
}

/** More candidates than these are no choice any more. */
export const MAX_CANDIDATES = 5;

/** Code points of prefix and suffix: enough to tell two places of the same words apart. */
const SURROUNDINGS = 32;

/** The places in one source at which a quote may stand. */
export interface Found {
  source: Source;
  places: Place[];
}

/** What follows from the places that were found: one is the source, of several nobody knows which. */
export function resolution(status: ResolvedStatus, found: Found[]): Resolution {
  const candidates = found
    .flatMap(({ source, places }) => places.map((place) => ({ source, place })))
    .slice(0, MAX_CANDIDATES)
    .map(({ source, place }) => passageSource(status, source, place));
  const first = candidates[0] ?? null;
  if (candidates.length === 1) return { status, source: first };
  return { status: "ambiguous", source: found.length === 1 ? first : null, candidates };
}

/** The words before and after a passage, as a TextQuoteSelector keeps them. */
export function surroundings(ownText: string, { start, end }: Range) {
  return {
    prefix: sliceCodePoints(ownText, Math.max(0, start - SURROUNDINGS), start),
    suffix: sliceCodePoints(ownText, end, end + SURROUNDINGS),
  };
}

function passageSource(status: ResolvedStatus, source: Source, place: Place): PassageSource {
  const { postId, revisionId, ownText } = source;
  const { start, end, ranges } = place;
  return { postId, revisionId, status, start, end, ranges, ...surroundings(ownText, place) };
}
