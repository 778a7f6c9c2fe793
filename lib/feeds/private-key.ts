import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

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
export function privateFeedKey({ id, salt }: PrivateFeed): string {
  const seal = createHmac("sha256", env().AUTH_SECRET).update(`feed ${id} ${salt}`);
  return `${id}-${seal.digest("base64url")}.atom`;
}

/** The id that a key claims to be of; null where it is none. */
export function idOfKey(key: string): number | null {
  const match = /^([1-9]\d{0,8})-[\w-]{43}\.atom$/.exec(key);
  return match === null ? null : Number(match[1]);
}

/** Whether a key is that of the feed, in a time that does not depend on the answer. */
export function isPrivateFeedKey(key: string, feed: PrivateFeed): boolean {
  const given = Buffer.from(key);
  const right = Buffer.from(privateFeedKey(feed));
  return given.length === right.length && timingSafeEqual(given, right);
}
