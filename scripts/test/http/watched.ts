// Something of which every state is known, so that each page that shows it can be told fresh or stale.
import type { Answer } from "@/scripts/test/http/client";

/** What is known when a request begins; what the page shows must not be older. */
export interface Beginning {
  answered: number;
}

/** @typeParam Shown what a reader without special rights sees of it */
export abstract class Watched<Shown> {
  shown: Shown;
  /** One per write, in order. */
  private readonly states: string[];
  /** How many writes were answered, and how many were sent. */
  private answered = 0;
  private sent = 0;

  constructor(shown: Shown) {
    this.shown = shown;
    this.states = [this.inWords(shown)];
  }

  /** Where it is read: on each of these pages in the same state. */
  abstract readonly addresses: readonly string[];

  protected abstract inWords(shown: Shown): string;

  /** What a page shows of it, in the same words. */
  protected abstract found(page: Answer): string;

  /** Does a write, of which there must be one at a time, that changes what is shown to this. */
  async write(change: Partial<Shown>, work: () => Promise<unknown>): Promise<void> {
    const next = { ...this.shown, ...change };
    this.states.push(this.inWords(next));
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
  faultOf(beginning: Beginning, page: Answer): string | null {
    const { answered } = beginning;
    const found = this.found(page);
    const allowed = this.allowed(beginning);
    if (allowed.includes(found)) return null;
    const stale = this.states.indexOf(found);
    const how = stale >= 0 && stale < answered ? `${answered - stale} writes old` : "never was so";
    return `${how}: shows [${found}], expected [${allowed.join("] or [")}]`;
  }

  /** What is wrong with a failure that ends now. */
  leakOf(_beginning: Beginning, _page: Answer): string | null {
    return null;
  }

  protected allowed({ answered }: Beginning): string[] {
    return this.states.slice(answered, this.sent + 1);
  }
}
