import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/**
 * What opens the private feed of a saved search: a part of its address, made of the forum's secret and
 * of a salt that can be exchanged, which makes the old address worth nothing.
 */
export function feedKey(savedSearchId: number, salt: string): string {
  return createHmac("sha256", env().AUTH_SECRET)
    .update(`saved search ${savedSearchId} ${salt}`)
    .digest("base64url");
}

/** Whether a key is the right one, in a time that does not depend on the answer. */
export function isFeedKey(savedSearchId: number, salt: string, key: string): boolean {
  const given = Buffer.from(key);
  const right = Buffer.from(feedKey(savedSearchId, salt));
  return given.length === right.length && timingSafeEqual(given, right);
}
