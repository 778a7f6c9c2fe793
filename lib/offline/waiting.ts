import type { Answer } from "@/lib/offline/answer";

/** A reply that was written without a network, as this browser keeps it until it is sent. */
export interface WaitingReply {
  /** Of the form it was written in: sent twice with one key, it makes one post. */
  formKey: string;
  /** Whoever wrote it: it is sent as theirs or not at all. */
  author: number;
  /** The post that is answered. */
  post: number;
  /** The form's fields, as they would have been sent. */
  fields: Record<string, string>;
  /** When it was written: milliseconds since 1970. */
  at: number;
  state: "waiting" | "refused" | "sent";
  /** What the forum said to it; empty before it was asked. */
  message: string;
  /** Where it is found, if it was published. */
  href: string | null;
}

/** By this tag the browser tells the worker that the network is back (Background Sync). */
export const SYNC_TAG = "waiting-replies";

/** The field that says whose reply it is. */
export const AUTHOR = "author";

/**
 * What becomes of a waiting reply by the forum's answer; null where it is to be tried again.
 *
 * @param status of the answer: 401 says that somebody else is signed in, or nobody
 */
export function settled(
  status: number,
  { message, href }: Answer,
): Pick<WaitingReply, "state" | "message" | "href"> | null {
  if (status === 200) return { state: "sent", message: "", href };
  if (status === 401 || status === 429) return { state: "waiting", message, href: null };
  if (status >= 400 && status < 500) return { state: "refused", message, href };
  return null;
}
