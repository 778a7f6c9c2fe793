import { createHash } from "node:crypto";

/** What a response says of the version that it sends. */
export interface Validators {
  etag: string;
  /** Unset while an action of the same second may still follow. */
  lastModified: string | null;
}

/**
 * So long after the newest action its second may be named as the time of the last change: one that
 * began within that second, and that nobody sees before its transaction ends, has ended by then.
 */
const SETTLED_AFTER = 60_000;

/** A weak tag of the body (RFC 9110, 8.8): compressed or not, it says the same. */
export function validatorsOf(body: string, newest: Date | null, now: Date): Validators {
  const etag = `W/"${createHash("sha256").update(body).digest("base64url")}"`;
  const settled = newest !== null && now.getTime() - newest.getTime() > SETTLED_AFTER;
  return { etag, lastModified: settled ? newest.toUTCString() : null };
}

/** Whether who asks has this version already (RFC 9110, 13.2.2): the tag counts before the time. */
export function isKnown(headers: Headers, { etag, lastModified }: Validators): boolean {
  const tags = headers.get("if-none-match");
  if (tags !== null) {
    return tags.split(",").some((tag) => tag.trim() === "*" || sameTag(tag, etag));
  }
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  return lastModified !== null && since >= Date.parse(lastModified);
}

function sameTag(tag: string, etag: string): boolean {
  return tag.trim().replace(/^W\//, "") === etag.replace(/^W\//, "");
}
