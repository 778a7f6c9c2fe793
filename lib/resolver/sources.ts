import type { Generation, Source } from "@/lib/resolver/generation";

/**
 * Where a post's quotes may come from: the posts as they are now and, after that, as they were. Words
 * that were edited away since must be known as their author's, too: their post may be hidden.
 */
export interface QuotableSources extends Generation {
  /** The last superseded revision of each edited post, then the one before that, and so on. */
  superseded: Generation[];
}

interface KnownPost {
  parentId: number | null;
  /** Newest first; empty for a post whose first revision is being written. */
  revisions: Source[];
}

/** The posts of one thread with all their words, in which the quotes of a post are looked for. */
export class ThreadSources {
  readonly #posts = new Map<number, KnownPost>();

  /** Adds a post, or what became of it by an edit. New posts are added in the order of their ids. */
  set(postId: number, parentId: number | null, source: Source | null): void {
    const revisions = this.#posts.get(postId)?.revisions ?? [];
    this.#posts.set(postId, { parentId, revisions: source ? [source, ...revisions] : revisions });
  }

  /**
   * What a post under `parentId` can quote.
   *
   * @param options.beforeId only posts with a smaller id; unset for a post that is not written yet
   * @param options.except posts that are not to be looked at
   */
  quotableBy(
    parentId: number | null,
    options: { beforeId?: number; except?: ReadonlySet<number> } = {},
  ): QuotableSources {
    const { beforeId = Number.POSITIVE_INFINITY, except } = options;
    const eligible = (id: number) => id < beforeId && !except?.has(id);
    const line = new Set<number>();
    for (let id = parentId; id !== null && !line.has(id); ) {
      line.add(id);
      id = this.#posts.get(id)?.parentId ?? null;
    }
    const ancestors = [...line].filter(eligible);
    const others = [...this.#posts.keys()].reverse().filter((id) => eligible(id) && !line.has(id));
    const generations: Generation[] = [{ ancestors: [], earlier: [] }];
    this.#addRevisions(generations, "ancestors", ancestors);
    this.#addRevisions(generations, "earlier", others);
    const [now, ...superseded] = generations as [Generation, ...Generation[]];
    return { ...now, superseded };
  }

  #addRevisions(generations: Generation[], kind: keyof Generation, ids: readonly number[]): void {
    for (const id of ids) {
      const revisions = this.#posts.get(id)?.revisions ?? [];
      for (const [age, revision] of revisions.entries()) {
        generations[age] ??= { ancestors: [], earlier: [] };
        generations[age][kind].push(revision);
      }
    }
  }
}
