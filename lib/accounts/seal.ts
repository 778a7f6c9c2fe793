import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/**
 * What stands in a private address to prove that the forum itself made it: made by the forum's secret,
 * so nothing needs to be stored that could be stolen.
 *
 * @param subject what the address opens, in words that mean nothing else anywhere
 */
export function sealOf(subject: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(subject).digest("base64url");
}

/** Whether somebody who asks has the right seal, in a time that does not depend on the answer. */
export function isSealOf(subject: string, given: string): boolean {
  const [sent, right] = [Buffer.from(given), Buffer.from(sealOf(subject))];
  return sent.length === right.length && timingSafeEqual(sent, right);
}
