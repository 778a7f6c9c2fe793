import { isReturn } from "@/components/live/place.client";

// The reply that is being written in place: its text is a draft, and this says that it was open.

const name = () => `reply:${window.location.pathname}`;

/** @param postId null when it is closed */
export function keepOpenReply(postId: number | null): void {
  try {
    if (postId === null) sessionStorage.removeItem(name());
    else sessionStorage.setItem(name(), String(postId));
  } catch {
    // Storage is forbidden: the draft is there all the same when it is opened by hand.
  }
}

/**
 * The post to which a reply was being written when this page was left; null where it is another visit,
 * or nothing is left of the reply, since it was published.
 *
 * @param draftOf the name of the draft of a reply to a post
 */
export function keptOpenReply(draftOf: (postId: number) => string): number | null {
  if (!isReturn()) return null;
  try {
    const postId = Number(sessionStorage.getItem(name()));
    if (!Number.isInteger(postId) || postId <= 0) return null;
    return localStorage.getItem(`draft:${draftOf(postId)}`) === null ? null : postId;
  } catch {
    return null;
  }
}
