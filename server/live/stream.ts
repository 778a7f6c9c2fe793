// An open stream: one page of somebody who reads.
import type { ServerResponse } from "node:http";
import { ENDED, eventText, GONE } from "@/lib/live/event";
import type { Viewer } from "@/lib/policy/viewer";

/** A reader who takes nothing for so long is cut off, to come back (bytes that wait). */
const MOST_WAITING = 64_000;

/** Browsers come back after a second or more, each at another moment (milliseconds). */
const BACK_AFTER = { least: 800, spread: 3_000 };

/** Who it is for, and until when. */
export interface Reader {
  viewer: Viewer;
  /** The hash of the session's token, for who is signed in, and when the session ends. */
  session: { tokenHash: string; expires: Date } | null;
}

export class LiveStream {
  reader: Reader;
  readonly threadId: number | null;
  /** Is being told what was missed; what comes meanwhile is asked for afterwards. */
  catchingUp = false;
  missedMore = false;
  readonly #response: ServerResponse;

  constructor(response: ServerResponse, reader: Reader, threadId: number | null) {
    this.#response = response;
    this.reader = reader;
    this.threadId = threadId;
  }

  /** Sends the first lines, so that the browser knows that it is connected. */
  begin(): void {
    this.#response.writeHead(200, {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
      // Nothing may be held back on the way, as nginx would.
      "X-Accel-Buffering": "no",
    });
    const wait = BACK_AFTER.least + Math.floor(Math.random() * BACK_AFTER.spread);
    this.send(`retry: ${wait}\n\n`);
  }

  send(text: string): void {
    if (this.#response.writableEnded || this.#response.destroyed) return;
    this.#response.write(text);
    if (this.#response.writableLength > MOST_WAITING) this.#response.destroy();
  }

  /** Ends it; the browser opens another one. */
  end(): void {
    this.#response.end();
  }

  /** Ends it for good: there is no such thread for this reader. */
  endAsGone(): void {
    this.#response.end(eventText(GONE, "gone"));
  }

  /** Ends it for good: the reader is not signed in any more. */
  endForGood(): void {
    this.#response.end(eventText(ENDED, "signed out"));
  }
}
