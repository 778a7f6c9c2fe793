/** Why a thread is named under another one. */
export type RelatedReason = "same address" | "quoted" | "shared words" | "same site";

/** What counts more: a reason, and within one how much there is of it (lib/related/candidates.queries.ts). */
export const REASON_WEIGHT: Record<RelatedReason, number> = {
  "same address": 1000,
  quoted: 500,
  "shared words": 100,
  "same site": 10,
};

/** So many are named under a thread. */
export const MOST_RELATED = 6;

/** A thread is named under so many others at most, so that hiding or renaming it changes few pages. */
export const MOST_NAMED_UNDER = 50;
