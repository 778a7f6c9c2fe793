// A thread whose every state is known, so that each page of it can be told fresh or stale.
import type { Answer } from "@/scripts/test/http/client";

/** What a reader without special rights sees of the thread. */
export interface Shown {
  threadHidden: boolean;
  /** The marker words of everything that can be read. */
  words: readonly string[];
  /** The score of the post that is voted on. */
  score: number;
}

/** What is known when a request begins; what the page shows must not be older. */
export interface Beginning {
  answered: number;
}

const MARKER = /zq\d+x/g;

let made = 0;

/** A word that stands nowhere else. */
export function marker(): string {
  made += 1;
  return `zq${made}x`;
}

export class WatchedThread {
  readonly id: number;
  /** The post that is voted on. */
  readonly votedId: number;
  shown: Shown;
  /** One per write, in order. */
  private readonly states: string[];
  /** How many writes were answered, and how many were sent. */
  private answered = 0;
  private sent = 0;

  constructor(id: number, votedId: number, shown: Shown) {
    this.id = id;
    this.votedId = votedId;
    this.shown = shown;
    this.states = [inWords(shown)];
  }

  /** Does a write, of which there must be one at a time, that changes what is shown to this. */
  async write(change: Partial<Shown>, work: () => Promise<unknown>): Promise<void> {
    const next = { ...this.shown, ...change };
    this.states.push(inWords(next));
    this.sent += 1;
    await work();
    this.answered += 1;
    this.shown = next;
  }

  begin(): Beginning {
    return { answered: this.answered };
  }

  /**
   * What is wrong with a page that ends now: it must show one of the states from the last write that
   * was answered when it began to the last that was sent before it ended.
   */
  faultOf({ answered }: Beginning, page: Answer): string | null {
    const found = this.found(page);
    const allowed = this.states.slice(answered, this.sent + 1);
    if (allowed.includes(found)) return null;
    const stale = this.states.indexOf(found);
    const how = stale >= 0 && stale < answered ? `${answered - stale} writes old` : "never was so";
    return `thread ${this.id}, ${how}: shows [${found}], expected [${allowed.join("] or [")}]`;
  }

  /** What is wrong with a failure that ends now: it must not tell words that may not be seen. */
  leakOf({ answered }: Beginning, page: Answer): string | null {
    const allowed = this.states.slice(answered, this.sent + 1).join(" ");
    const leaked = wordsOf(page.body).filter((word) => !allowed.includes(word));
    return leaked.length === 0 ? null : `thread ${this.id}, ${page.status} tells ${leaked}`;
  }

  private found({ status, body }: Answer): string {
    const words = wordsOf(body);
    if (status === 410) return inWords({ threadHidden: true, words, score: 0 });
    const place = body.indexOf(`data-votes="${this.votedId}"`);
    const score = /data-score[^>]*>(-?\d+)</.exec(body.slice(place, place + 2_000))?.[1];
    if (status !== 200 || place < 0 || score === undefined) return `${status} without the post`;
    return inWords({ threadHidden: false, words, score: Number(score) });
  }
}

function wordsOf(body: string): string[] {
  return [...new Set(body.match(MARKER))];
}

function inWords({ threadHidden, words, score }: Shown): string {
  // Whoever sees a hidden thread's tombstone with words in it has seen what must not be seen.
  if (threadHidden) return `hidden ${[...words].sort().join(" ")}`.trim();
  return `score ${score}: ${[...words].sort().join(" ")}`;
}
