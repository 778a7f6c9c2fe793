import { buildTree, type FlatPost, flatten } from "@/lib/posts/tree";
import type { PostView } from "@/lib/posts/view";
import type { PostOrder } from "@/lib/routes";

/** Everybody, and a few of those who read what is hidden, in each of three orders. */
const KEPT = 9;

/**
 * The replies of a thread, in one of its states, in the order in which they are read. That is the
 * same for all who read the same posts, so it is found once for them.
 */
export class ReadingOrders {
  readonly #known = new Map<string, FlatPost<number>[]>();

  /** @param posts all posts of the thread as one viewer sees them, in the order in which they were written */
  of(posts: readonly PostView[], order: PostOrder): FlatPost<PostView>[] {
    const unread = posts.flatMap(({ id, empty }) => (empty ? [id] : []));
    const key = `${order} ${unread}`;
    const places = this.#known.get(key) ?? placesOf(posts, order);
    if (this.#known.size >= KEPT) this.#known.clear();
    this.#known.set(key, places);
    return places.flatMap(({ post: place, ...row }) => {
      const post = posts[place];
      return post === undefined ? [] : [{ ...row, post }];
    });
  }
}

/** The replies by their places in the list of posts. */
function placesOf(posts: readonly PostView[], order: PostOrder): FlatPost<number>[] {
  const places = new Map(posts.map(({ id }, place) => [id, place]));
  const [root] = buildTree(posts, order);
  return flatten(root?.replies ?? []).map(({ post, ...row }) => {
    return { ...row, post: places.get(post.id) ?? 0 };
  });
}
