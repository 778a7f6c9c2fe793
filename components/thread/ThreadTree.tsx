import { Post, type PostContext } from "@/components/post/Post";
import { flatten, type TreeNode } from "@/lib/posts/tree";
import type { PostView } from "@/lib/posts/view";

/**
 * Replies nest in the page to this depth; below it they follow one another at the same indent. A
 * chain of replies may be thousands deep, and neither the renderer nor a screen has room for that.
 */
const MAX_NESTING = 12;

/** The replies of a thread, as a tree. */
export function ThreadTree({
  replies,
  context,
}: {
  replies: TreeNode<PostView>[];
  context: PostContext;
}) {
  return <Level nodes={replies} depth={1} context={context} />;
}

function Level({
  nodes,
  depth,
  context,
}: {
  nodes: TreeNode<PostView>[];
  depth: number;
  context: PostContext;
}) {
  if (depth > MAX_NESTING) {
    return flatten(nodes).map(({ post, nextSiblingId }) => (
      <Post key={post.id} post={post} nextId={nextSiblingId} context={context} folds="post" />
    ));
  }
  return nodes.map((node, index) => (
    <div key={node.post.id} className="branch">
      <Post post={node.post} nextId={nodes[index + 1]?.post.id ?? null} context={context} />
      {node.replies.length > 0 && (
        <div className="replies">
          <Level nodes={node.replies} depth={depth + 1} context={context} />
        </div>
      )}
    </div>
  ));
}
