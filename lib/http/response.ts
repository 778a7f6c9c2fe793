import type { AsyncLocalStorage } from "node:async_hooks";

/** What a page may say about the response that the server (server/main.ts) is going to send. */
export interface ResponseWish {
  status?: number;
  /** HTML to stand in the place of the page's slot. */
  slot?: Buffer;
  /** HTML to stand at the end of the head of a page with a slot. */
  head?: Buffer;
  /** For how long the page may be sent to everybody who is signed out, milliseconds. */
  keepFor?: number | undefined;
}

/** Under this name the server keeps, on globalThis, the storage that leads to the wish of the request. */
export const RESPONSE = Symbol.for("rejoinder.response");

/**
 * Sets the HTTP status with which the page that is being rendered will be sent: Next.js lets a
 * server component choose only between 200, a redirect and 401, 403 or 404. It counts if Next.js
 * was going to send 200, and must be called before the page's first byte is sent, thus not inside a
 * Suspense boundary. What the router fetches to change pages in place (`RSC: 1`) starts to be sent at
 * the page's first wait for something slow: there the status may stay 200, which the router does not
 * mind. Under another server than ours this does nothing.
 *
 * @param code such as 410 for a thread that was hidden
 */
export function setStatus(code: number): void {
  Object.assign(wishOfRequest(), { status: code });
}

/**
 * Sends HTML where the page that is being rendered has its slot (components/ui/Slot.client.tsx).
 * React neither renders it nor sends it a second time for the browser to take over, which for a long
 * thread costs ten times what everything else does. Must be called before the page's first byte.
 *
 * @param html safe HTML, UTF-8
 * @param head safe HTML that is for programs alone, such as where the page's feed is
 * @param keepFor milliseconds for which the whole page may be sent to everybody who is signed out, while
 *   the thread in its address, or else the forum, stays in the state that it had when the request came;
 *   unset: never
 */
export function fillSlot(
  html: Buffer,
  { keepFor, head = "" }: { keepFor?: number | undefined; head?: string } = {},
): void {
  Object.assign(wishOfRequest(), { slot: html, head: Buffer.from(head), keepFor });
}

function wishOfRequest(): ResponseWish {
  const shared = globalThis as { [RESPONSE]?: AsyncLocalStorage<ResponseWish> };
  return shared[RESPONSE]?.getStore() ?? {};
}
