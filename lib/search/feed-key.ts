import { isSealOf, sealOf } from "@/lib/accounts/seal";

/**
 * What opens the private feed of a saved search: a part of its address, made of the forum's secret and
 * of a salt that can be exchanged, which makes the old address worth nothing.
 */
export function feedKey(savedSearchId: number, salt: string): string {
  return sealOf(subjectOf(savedSearchId, salt));
}

/** Whether a key is the right one, in a time that does not depend on the answer. */
export function isFeedKey(savedSearchId: number, salt: string, key: string): boolean {
  return isSealOf(subjectOf(savedSearchId, salt), key);
}

const subjectOf = (savedSearchId: number, salt: string) => `saved search ${savedSearchId} ${salt}`;
