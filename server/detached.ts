import { AsyncResource } from "node:async_hooks";
import type { ServerResponse } from "node:http";

/**
 * Has a response written outside of what AsyncLocalStorage holds for its request. The end of a response
 * starts the timer of the connection that stays open, and Node.js 20 hangs on a timer what the storage
 * held when it was started: all that was made for an answer would stay in memory until the connection is
 * used again or given up, a minute later, and for each that is open. To be called before the storage is
 * filled.
 */
export function writeDetached(response: ServerResponse): void {
  response.write = AsyncResource.bind(response.write);
  response.end = AsyncResource.bind(response.end);
}
