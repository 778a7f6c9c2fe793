import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 bits, twice what OWASP's Session Management Cheat Sheet asks of a session's entropy. */
const TOKEN_BYTES = 32;

/** A fresh secret for a cookie or a link, in characters that need no escaping in either. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/**
 * What is stored of a token: its SHA-256 in hex. A random token needs no slow hash, and whoever
 * reads the database can't sign in with what is found there.
 */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Whether a token is the one that was stored, in a time that does not depend on the answer. */
export function isToken(token: string, storedHash: string): boolean {
  const given = Buffer.from(hashToken(token));
  const stored = Buffer.from(storedHash);
  return given.length === stored.length && timingSafeEqual(given, stored);
}
