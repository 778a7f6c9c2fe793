import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

/** What a link in a mail is for, each usable once. */
export type LinkPurpose = "confirm" | "reset" | "sign_in";

const HOUR = 60 * 60 * 1000;

/** How long a link works, in milliseconds, and in the words of the mail that it stands in. */
export const LINK_LIFE: Record<LinkPurpose, { milliseconds: number; words: string }> = {
  confirm: { milliseconds: 7 * 24 * HOUR, words: "a week" },
  reset: { milliseconds: HOUR, words: "an hour" },
  sign_in: { milliseconds: HOUR, words: "an hour" },
};

/**
 * The secret of a link: made of its id and the forum's secret, so that the mail can be written anew
 * after a crash, and is the same; and so that whoever reads the database can't make one.
 */
export function linkToken(id: string, purpose: LinkPurpose): string {
  return createHmac("sha256", env().AUTH_SECRET)
    .update(`mail link ${purpose} ${id}`)
    .digest("base64url");
}
