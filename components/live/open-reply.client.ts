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

/** The post to which a reply was being written when this page was left; null where it is another visit. */
export function keptOpenReply(): number | null {
  if (!isReturn()) return null;
  try {
    const postId = Number(sessionStorage.getItem(name()));
    return Number.isInteger(postId) && postId > 0 ? postId : null;
  } catch {
    return null;
  }
}
