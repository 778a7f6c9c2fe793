import { mayAdminister } from "@/lib/policy/accounts";
import { allowIf, type Decision, refused } from "@/lib/policy/decision";
import type { Viewer } from "@/lib/policy/viewer";

/** What decides, at the moment of sending, whether a mail may go to an address. */
export interface MailFacts {
  kind: string;
  /** Where it would go. */
  recipient: string;
  /** The account's address as it is now, and whether its reader has said that it is theirs. */
  email: string | null;
  confirmed: boolean;
  banned: boolean;
}

/**
 * Who gets which mail. An address that nobody has confirmed is asked that one question and is sent
 * nothing else; a former address is told that it is one.
 */
export function mayBeMailed({ kind, recipient, email, confirmed, banned }: MailFacts): Decision {
  if (kind === "confirm" || kind === "address-changed") return { allowed: true };
  if (email !== recipient) return refused("The account has another address by now.");
  if (!confirmed) return refused("Nobody has confirmed this address.");
  // Of what is new, a decision about them is all that somebody banned is told (`toldToBanned`).
  return allowIf(kind !== "digest" || !banned, "The account is banned.");
}

/** Whether somebody banned, who can't read the forum's notices any more, is mailed one of this kind. */
export function toldToBanned(kind: string): boolean {
  return kind === "statement" || kind === "appeal";
}

/** Mail that waits, and where there is no mail server all of it, secret links included. */
export function mayReadOutbox(viewer: Viewer): Decision {
  return mayAdminister(viewer);
}

/** Jobs that were given up, and to have them done after all. */
export function maySeeJobs(viewer: Viewer): Decision {
  return mayAdminister(viewer);
}
