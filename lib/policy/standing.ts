import { ALLOWED, type Decision, refused } from "@/lib/policy/decision";
import type { Restriction, Viewer } from "@/lib/policy/viewer";

/**
 * Whether somebody may write at all; every function that allows a write which others see asks this
 * one first. What people do for themselves alone stays possible: their password and sessions, whom
 * they block and what they mute, and to object to what was done to them.
 *
 * @param signIn what to say to whoever is signed out
 */
export function mayWrite(viewer: Viewer, signIn = "Please sign in first."): Decision {
  if (viewer.signedIn !== true) return refused(signIn);
  return viewer.restricted ? refused(restrictionInWords(viewer.restricted)) : ALLOWED;
}

/** What somebody restricted is told wherever they are refused. */
export function restrictionInWords({ kind, until, reason }: Restriction): string {
  const why = reason === "" ? "" : ` The reason: ${sentence(reason)}`;
  if (kind === "ban") return `You are banned from this forum.${why}`;
  const end = until === null ? "" : ` until ${momentInWords(until)}`;
  return `You are suspended${end}: you can read, but not write.${why}`;
}

/** A moment to the minute, in the time zone that is the same for all: "2026-11-30 14:00 UTC". */
export function momentInWords(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** Whose posts, and quotes of them, the viewer wants folded. */
export function isBlocked(viewer: Viewer, authorId: number): boolean {
  return viewer.signedIn && (viewer.blocks ?? []).includes(authorId);
}

/** Blocking folds what others see as before, for the blocker alone: everybody may, but themselves. */
export function mayBlock(viewer: Viewer, personId: number): Decision {
  if (!viewer.signedIn) return refused("Please sign in first.");
  return viewer.id === personId ? refused("You can't block yourself.") : ALLOWED;
}

/** Muting a thread takes it out of one's own lists. */
export function mayMute(viewer: Viewer): Decision {
  return viewer.signedIn ? ALLOWED : refused("Please sign in first.");
}

/** Bookmarks are for one's own eyes; that a post can be read, its reader knows. */
export function mayBookmark(viewer: Viewer): Decision {
  return viewer.signedIn ? ALLOWED : refused("Please sign in first.");
}

/** How far they have read, what they folded and how they like to read is remembered for members. */
export function mayRemember(viewer: Viewer): Decision {
  return viewer.signedIn ? ALLOWED : refused("Please sign in first.");
}
