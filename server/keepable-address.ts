// Which requests are for a page that everybody gets who is signed out.
import type { IncomingMessage } from "node:http";

/** A page that may be kept, by its address. */
export interface KeepableAddress {
  /** Whose state the page follows; null for a list of threads, which follows the whole forum's. */
  threadId: number | null;
  /** The address as it stands in the request: there is one spelling of each. */
  name: string;
}

/** A thread in each order, by pages. */
const THREAD =
  /^\/t\/([1-9]\d{0,8})(\?(sort=(new|old)|page=[1-9]\d{0,3}|sort=(new|old)&page=[1-9]\d{0,3}))?$/;

/** The first page of a list of threads, of the forum or of a board, in each order. */
const THREADS = /^\/(b\/[a-z0-9-]{1,40}(\/(new|top|active))?|new|top|active)?$/;

/** What makes Next.js answer with something else than the page, or a person out of a visitor. */
const PERSONAL = /^(rsc|next-.*|authorization)$/;

/** Who is signed in, and what Next.js takes for a wish to see drafts. */
const PERSONAL_COOKIE = /session-token|__prerender|__next/i;

/**
 * The page that is asked for by somebody who is signed out, in one of the spellings of its address that
 * pages of the forum use; null for every other request, which is none of our business.
 */
export function keepableAddress({
  method,
  url = "",
  headers,
}: IncomingMessage): KeepableAddress | null {
  if (method !== "GET" && method !== "HEAD") return null;
  const thread = THREAD.exec(url);
  if (thread === null && !THREADS.test(url)) return null;
  if (PERSONAL_COOKIE.test(headers.cookie ?? "")) return null;
  if (Object.keys(headers).some((name) => PERSONAL.test(name))) return null;
  return { threadId: thread && Number(thread[1]), name: url };
}
