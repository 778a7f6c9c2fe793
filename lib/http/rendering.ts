import { cacheSignal } from "react";

/**
 * Lets go of what was made for a page when it is rendered. React ends each rendering with an error, whose
 * call sites V8 keeps, with what they were called on, until somebody reads its stack; by these, and by
 * what Node.js hangs on promises and timers, requests that were answered at the same time hold each
 * other, and so all those before them, as long as the forum is never idle. Reading the stack breaks that
 * chain. To be called while a page is rendered; elsewhere it does nothing.
 */
export function letGoWhenRendered(): void {
  const signal = cacheSignal();
  const read = () => {
    if (signal?.reason instanceof Error) String(signal.reason.stack);
  };
  signal?.addEventListener("abort", read, { once: true });
}
