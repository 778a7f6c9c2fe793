import { leave } from "@/components/live/blank.client";
import { drawAnew } from "@/components/live/posts.client";
import { articleOf } from "@/components/live/shown.client";
import type { PostOrder } from "@/lib/routes";

// Asking the forum for what a page shows, after it was told that something changed: fetched then.

/** Not all readers ask at the same moment (milliseconds). */
const SPREAD = 300;

/** Where the forum did not answer, it is asked again after so long. */
const AGAIN_AFTER = 4_000;

/** Draws the posts of an open page as they are now; those it is asked for soon after each other, together. */
export class Refresher {
  readonly #threadId: number;
  readonly #order: PostOrder;
  readonly #onDrawn: () => void;
  readonly #asked = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onDrawn called when the page shows them */
  constructor(threadId: number, order: PostOrder, onDrawn: () => void) {
    this.#threadId = threadId;
    this.#order = order;
    this.#onDrawn = onDrawn;
  }

  ask(ids: readonly number[]): void {
    for (const id of ids) if (articleOf(id) !== null) this.#asked.add(id);
    if (this.#asked.size > 0) this.#timer ??= setTimeout(this.#run, Math.random() * SPREAD);
  }

  /** The ids of posts that the page would have if it were loaded now. */
  async missing(): Promise<number[]> {
    const { pathname, search } = window.location;
    const response = await fetch(pathname + search).catch(() => null);
    if (response === null) return [];
    if (response.status === 404 || response.status === 410) leave();
    if (!response.ok) return [];
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return [...page.querySelectorAll(".thread-replies article.post")]
      .map(({ id }) => Number(id.slice("post-".length)))
      .filter((id) => articleOf(id) === null);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  readonly #run = async () => {
    this.#timer = undefined;
    const ids = [...this.#asked];
    this.#asked.clear();
    if (await drawAnew(this.#threadId, ids, this.#order)) return this.#onDrawn();
    for (const id of ids) this.#asked.add(id);
    this.#timer ??= setTimeout(this.#run, AGAIN_AFTER * (1 + Math.random()));
  };
}
