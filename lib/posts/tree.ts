import type { PostOrder } from "@/lib/routes";

/** What the tree needs to know of a post. */
export interface TreePost {
  id: number;
  parentId: number | null;
  createdAt: Date;
  bestRank: number;
  /** Whether it can be left out when nothing under it stays: a tombstone nobody answered. */
  empty: boolean;
}

export interface TreeNode<Post> {
  post: Post;
  replies: TreeNode<Post>[];
}

type Comparison = (a: TreePost, b: TreePost) => number;

const COMPARISONS: Record<PostOrder, Comparison> = {
  best: (a, b) => b.bestRank - a.bestRank || oldest(a, b),
  new: (a, b) => oldest(b, a),
  old: oldest,
};

/** How replies to one post are sorted in this order: never two that are equal. */
export function comparisonOf(order: PostOrder): Comparison {
  return COMPARISONS[order];
}

function oldest(a: TreePost, b: TreePost): number {
  return a.createdAt.getTime() - b.createdAt.getTime() || a.id - b.id;
}

/**
 * Makes the tree of a thread from its flat list, in any order. The roots are the posts without a
 * parent; one whose parent is missing, or whose parents run in a circle, hangs under the first root
 * rather than vanish.
 *
 * @param posts the posts of one thread
 * @param order how siblings are sorted; each order ends in the id, so that it is total
 * @returns the roots; `empty` posts stay only where something that is not empty stands under them
 */
export function buildTree<Post extends TreePost>(
  posts: readonly Post[],
  order: PostOrder,
): TreeNode<Post>[] {
  const nodes = new Map(posts.map((post) => [post.id, { post, replies: [] } as TreeNode<Post>]));
  const roots: TreeNode<Post>[] = [];
  const orphans: TreeNode<Post>[] = [];
  const circling = findCircling(posts);
  for (const node of nodes.values()) {
    const parent = node.post.parentId === null ? undefined : nodes.get(node.post.parentId);
    if (node.post.parentId === null) roots.push(node);
    else if (parent === undefined || circling.has(node.post.id)) orphans.push(node);
    else parent.replies.push(node);
  }
  const first = roots[0];
  if (first === undefined) return pruned(sorted(orphans, COMPARISONS[order]));
  first.replies = first.replies.concat(orphans);
  return pruned(sorted(roots, COMPARISONS[order]));
}

/** Ids of posts whose chain of parents leads back to themselves. */
function findCircling(posts: readonly TreePost[]): Set<number> {
  const parents = new Map(posts.map((post) => [post.id, post.parentId]));
  const settled = new Set<number>();
  const circling = new Set<number>();
  for (const { id } of posts) {
    const path: number[] = [];
    const onPath = new Set<number>();
    let current: number | null | undefined = id;
    while (current != null && !settled.has(current) && !onPath.has(current)) {
      path.push(current);
      onPath.add(current);
      current = parents.get(current);
    }
    if (current != null && onPath.has(current)) circling.add(current);
    for (const step of path) settled.add(step);
  }
  return circling;
}

/** Without recursion: a chain of replies may be thousands deep. */
function sorted<Post extends TreePost>(
  roots: TreeNode<Post>[],
  compare: Comparison,
): TreeNode<Post>[] {
  const lists = [roots];
  for (let list = lists.pop(); list !== undefined; list = lists.pop()) {
    list.sort((a, b) => compare(a.post, b.post));
    for (const node of list) if (node.replies.length > 0) lists.push(node.replies);
  }
  return roots;
}

function pruned<Post extends TreePost>(roots: TreeNode<Post>[]): TreeNode<Post>[] {
  const inOrder: TreeNode<Post>[] = [];
  const stack = [...roots];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    inOrder.push(node);
    for (const reply of node.replies) stack.push(reply);
  }
  const keeps = (node: TreeNode<Post>) => !node.post.empty || node.replies.length > 0;
  for (const node of inOrder.reverse()) node.replies = node.replies.filter(keeps);
  return roots.filter((root) => root.post.parentId === null || keeps(root));
}

/** A row of a tree laid flat: how deep it stands, and its neighbours for links. */
export interface FlatPost<Post> {
  post: Post;
  depth: number;
  replyCount: number;
  nextSiblingId: number | null;
}

/** The tree in reading order, without recursion. Depth 0 are the given roots. */
export function flatten<Post extends TreePost>(roots: readonly TreeNode<Post>[]): FlatPost<Post>[] {
  const rows: FlatPost<Post>[] = [];
  const stack = level(roots, 0);
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { node, depth, nextSiblingId } = item;
    rows.push({ post: node.post, depth, replyCount: node.replies.length, nextSiblingId });
    for (const below of level(node.replies, depth + 1)) stack.push(below);
  }
  return rows;
}

function level<Post extends TreePost>(nodes: readonly TreeNode<Post>[], depth: number) {
  return nodes
    .map((node, index) => ({ node, depth, nextSiblingId: nodes[index + 1]?.post.id ?? null }))
    .reverse();
}
