import { routes } from "@/lib/routes";
import type { Answer } from "@/scripts/test/http/client";
import { type Beginning, Watched } from "@/scripts/test/http/watched";

/** What a reader without special rights sees of the thread. */
export interface Shown {
  threadHidden: boolean;
  /** The marker words of everything that can be read. */
  words: readonly string[];
  /** The score of the post that is voted on. */
  score: number;
}

const MARKER = /zq\d+x/g;

let made = 0;

/** A word that stands nowhere else. */
export function marker(): string {
  made += 1;
  return `zq${made}x`;
}

export class WatchedThread extends Watched<Shown> {
  readonly id: number;
  /** The post that is voted on. */
  readonly votedId: number;

  constructor(id: number, votedId: number, shown: Shown) {
    super(shown);
    this.id = id;
    this.votedId = votedId;
  }

  get addresses(): readonly string[] {
    return [routes.thread(this.id)];
  }

  /** It must not tell words that may not be seen. */
  override leakOf(beginning: Beginning, page: Answer): string | null {
    const allowed = this.allowed(beginning).join(" ");
    const leaked = wordsOf(page.body).filter((word) => !allowed.includes(word));
    return leaked.length === 0 ? null : `${page.status} tells ${leaked}`;
  }

  protected found({ status, body }: Answer): string {
    const words = wordsOf(body);
    if (status === 410) return this.inWords({ threadHidden: true, words, score: 0 });
    const place = body.indexOf(`data-votes="${this.votedId}"`);
    const score = /data-score[^>]*>(-?\d+)</.exec(body.slice(place, place + 2_000))?.[1];
    if (status !== 200 || place < 0 || score === undefined) return `${status} without the post`;
    return this.inWords({ threadHidden: false, words, score: Number(score) });
  }

  protected inWords({ threadHidden, words, score }: Shown): string {
    // Whoever sees a hidden thread's tombstone with words in it has seen what must not be seen.
    if (threadHidden) return `hidden ${[...words].sort().join(" ")}`.trim();
    return `score ${score}: ${[...words].sort().join(" ")}`;
  }
}

function wordsOf(body: string): string[] {
  return [...new Set(body.match(MARKER))];
}
