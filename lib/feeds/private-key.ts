import { isSealOf, sealOf } from "@/lib/accounts/seal";

/** A private feed, as far as its address goes. */
export interface PrivateFeed {
  id: number;
  /** Random; stored. */
  salt: string;
}

/**
 * What stands in the address of a private feed, and opens it: made of the forum's secret, so that the
 * settings can show the address again, and the database alone opens nothing. A feed that is opened
 * anew has another id and another salt, so another key.
 */
export function privateFeedKey(feed: PrivateFeed): string {
  return `${feed.id}-${sealOf(subjectOf(feed))}.atom`;
}

/** The parts of a key: the id that it claims to be of, and the seal that may prove it; null for no key. */
function partsOf(key: string) {
  const [, id, seal = ""] = /^([1-9]\d{0,8})-([\w-]{43})\.atom$/.exec(key) ?? [];
  return id === undefined ? null : { id: Number(id), seal };
}

/** The id that a key claims to be of; null where it is none. */
export function idOfKey(key: string): number | null {
  return partsOf(key)?.id ?? null;
}

/** Whether a key is that of the feed, in a time that does not depend on the answer. */
export function isPrivateFeedKey(key: string, feed: PrivateFeed): boolean {
  const parts = partsOf(key);
  return parts?.id === feed.id && isSealOf(subjectOf(feed), parts.seal);
}

const subjectOf = ({ id, salt }: PrivateFeed) => `feed ${id} ${salt}`;
