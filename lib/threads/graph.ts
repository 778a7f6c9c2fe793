import { isDeepStrictEqual } from "node:util";
import { type GraphPost, type QuoteGraph, quoteGraph } from "@/lib/graph/graph";
import type { DebateFacts } from "@/lib/policy/debate";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import type { StoredPost } from "@/lib/posts/stored";

/**
 * Who quotes whom in a thread, as far as everybody may see it: made when it is first asked for, and
 * taken over from the state before where nothing changed that it is made of. Most writes are votes.
 */
export class ThreadGraph {
  readonly #posts: readonly StoredPost[];
  readonly #facts: DebateFacts;
  #graph: QuoteGraph | undefined;

  /**
   * @param posts of the thread, in the order in which they were written
   * @param before the graph of the same thread in an earlier state
   */
  constructor(posts: readonly StoredPost[], facts: DebateFacts, before?: ThreadGraph) {
    this.#posts = posts;
    this.#facts = facts;
    if (before !== undefined && before.#graph !== undefined && this.#isMadeAs(before))
      this.#graph = before.#graph;
  }

  /** The same object while the graph stays the same. */
  get(): QuoteGraph {
    this.#graph ??= quoteGraph(this.#posts.map((post) => this.#partOf(post)));
    return this.#graph;
  }

  #isMadeAs(before: ThreadGraph): boolean {
    if (before.#posts.length !== this.#posts.length) return false;
    if (before.#facts.hidden !== this.#facts.hidden) return false;
    return this.#posts.every((post, place) => {
      const old = before.#posts[place];
      if (old === undefined || old === post) return old === post;
      return isDeepStrictEqual(before.#partOf(old), this.#partOf(post));
    });
  }

  #partOf(post: StoredPost): GraphPost {
    const { id, author, quotes } = post.seenBy(SIGNED_OUT, this.#facts, 0);
    return { id, author, quotes };
  }
}
