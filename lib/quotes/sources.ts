import type { Source } from "@/lib/quotes/resolve";

/** Where a post's quotes may come from, by rule 3: ancestors, parent first; then the rest. */
export interface QuotableSources {
  ancestors: Source[];
  earlier: Source[];
}

interface KnownPost {
  parentId: number | null;
  /** Null for a post whose first revision is being written. */
  source: Source | null;
}

/** The posts of one thread with their current words, in which the quotes of a post are looked for. */
export class ThreadSources {
  readonly #posts = new Map<number, KnownPost>();

  /** Adds a post, or what became of it by an edit. New posts are added in the order of their ids. */
  set(postId: number, parentId: number | null, source: Source | null): void {
    this.#posts.set(postId, { parentId, source });
  }

  /**
   * What a post under `parentId` can quote.
   *
   * @param beforeId only posts with a smaller id; unset for a post that is not written yet
   */
  quotableBy(parentId: number | null, beforeId = Number.POSITIVE_INFINITY): QuotableSources {
    const ancestors = new Set<number>();
    for (let id = parentId; id !== null && !ancestors.has(id); ) {
      ancestors.add(id);
      id = this.#posts.get(id)?.parentId ?? null;
    }
    const others = [...this.#posts.keys()].reverse();
    return {
      ancestors: this.#sources([...ancestors].filter((id) => id < beforeId)),
      earlier: this.#sources(others.filter((id) => id < beforeId && !ancestors.has(id))),
    };
  }

  #sources(ids: readonly number[]): Source[] {
    return ids.flatMap((id) => this.#posts.get(id)?.source ?? []);
  }
}
