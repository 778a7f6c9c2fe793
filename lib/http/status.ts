import type { AsyncLocalStorage } from "node:async_hooks";

/** What a page may say about the response that the server (server/main.ts) is going to send. */
export interface ResponseWish {
  status?: number;
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
  const shared = globalThis as { [RESPONSE]?: AsyncLocalStorage<ResponseWish> };
  const wish = shared[RESPONSE]?.getStore();
  if (wish !== undefined) wish.status = code;
}
