import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/**
 * What opens a statement of reasons to whoever can't sign in any more: part of a private link, made of
 * the forum's secret, so that nobody else can make one. The same statement always has the same key.
 */
export function statementKey(statementId: number): string {
  return createHmac("sha256", env().AUTH_SECRET)
    .update(`statement ${statementId}`)
    .digest("base64url");
}

/** Whether a key is that of the statement, in a time that does not depend on the answer. */
export function isStatementKey(statementId: number, key: string | undefined): boolean {
  const given = Buffer.from(key ?? "");
  const right = Buffer.from(statementKey(statementId));
  return given.length === right.length && timingSafeEqual(given, right);
}
