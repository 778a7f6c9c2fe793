import { buildTree, comparisonOf, type FlatPost, flatten } from "@/lib/posts/tree";
import type { PostView } from "@/lib/posts/view";
import type { PostOrder } from "@/lib/routes";

/** Everybody, and a few of those who read what is hidden, in each of three orders. */
const KEPT = 9;

interface FoundOrder {
  /** Of these posts, in the order in which they were written, … */
  posts: readonly PostView[];
  /** … the replies in the order in which they are read, by their places among them. */
  rows: readonly FlatPost<number>[];
}

/**
 * The replies of a thread, in one of its states, in the order in which they are read. That is the
 * same for all who read the same posts, so it is found once for them; and taken over from the state
 * before where nothing changed it: few votes do.
 */
export class ReadingOrders {
  readonly #known = new Map<string, FoundOrder>();
  readonly #before: ReadonlyMap<string, FoundOrder>;

  /** @param before those of the same thread in an earlier state */
  constructor(before?: ReadingOrders) {
    this.#before = before === undefined ? new Map() : new Map(before.#known);
  }

  /** @param posts all posts of the thread as one viewer sees them, in the order in which they were written */
  of(posts: readonly PostView[], order: PostOrder): FlatPost<PostView>[] {
    const key = `${order} ${emptyOnes(posts)}`;
    const found = this.#known.get(key) ?? this.#find(key, posts, order);
    const rows: FlatPost<PostView>[] = [];
    for (const { post: place, depth, replyCount, nextSiblingId } of found.rows) {
      const post = posts[place];
      if (post !== undefined) rows.push({ post, depth, replyCount, nextSiblingId });
    }
    return rows;
  }

  #find(key: string, posts: readonly PostView[], order: PostOrder): FoundOrder {
    const before = this.#before.get(key);
    const rows = before && isStill(before, posts, order) ? before.rows : rowsOf(posts, order);
    const found = { posts, rows };
    if (this.#known.size >= KEPT) this.#known.clear();
    this.#known.set(key, found);
    return found;
  }
}

/** Which posts there is nothing to read of: they stand in the tree only where something is under them. */
function emptyOnes(posts: readonly PostView[]): string {
  const ids: number[] = [];
  for (const { id, empty } of posts) if (empty) ids.push(id);
  return ids.join();
}

function rowsOf(posts: readonly PostView[], order: PostOrder): FlatPost<number>[] {
  const places = placesOf(posts);
  const [root] = buildTree(posts, order);
  return flatten(root?.replies ?? []).map(({ post, ...row }) => {
    return { ...row, post: places.get(post.id) ?? 0 };
  });
}

function placesOf(posts: readonly PostView[]): Map<number, number> {
  return new Map(posts.map(({ id }, place) => [id, place]));
}

/** Whether it is the order of these posts too, of which the same are empty. */
function isStill(before: FoundOrder, posts: readonly PostView[], order: PostOrder): boolean {
  const sameTree =
    before.posts.length === posts.length &&
    posts.every(({ id, parentId }, place) => {
      const old = before.posts[place];
      return old?.id === id && old.parentId === parentId;
    });
  if (!sameTree) return false;
  const places = placesOf(posts);
  const compare = comparisonOf(order);
  // A tree with the same branches reads the same while every reply sorts before the next one to the same post.
  return before.rows.every(({ post: place, nextSiblingId }) => {
    const [post, next] = [posts[place], posts[places.get(nextSiblingId ?? 0) ?? -1]];
    return nextSiblingId === null || (post && next && compare(post, next) <= 0);
  });
}
