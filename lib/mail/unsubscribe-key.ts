import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** What a mail's link to stop it holds: whose, and proof that the forum made it. It never gets old. */
export function unsubscribeKey(userId: number): string {
  return `${userId}-${proof(userId)}`;
}

/** Whose mail a key stops, or null where the forum did not make it. */
export function unsubscriberOf(key: string | undefined): number | null {
  const match = /^([1-9]\d{0,9})-([\w-]+)$/.exec(key ?? "");
  if (match === null) return null;
  const userId = Number(match[1]);
  const given = Buffer.from(match[2] ?? "");
  const right = Buffer.from(proof(userId));
  return given.length === right.length && timingSafeEqual(given, right) ? userId : null;
}

function proof(userId: number): string {
  return createHmac("sha256", env().AUTH_SECRET)
    .update(`unsubscribe ${userId}`)
    .digest("base64url");
}
