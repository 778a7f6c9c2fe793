import type { PostContext } from "@/components/post/Post";
import { postHtml } from "@/components/post/post-html";
import { Contents } from "@/components/thread/Contents";
import { OpeningPost } from "@/components/thread/OpeningPost";
import { RepliesHead } from "@/components/thread/RepliesHead";
import { markup } from "@/components/ui/markup";
import { flatten, type TreeNode } from "@/lib/posts/tree";
import type { PostView } from "@/lib/posts/view";
import type { PostOrder } from "@/lib/routes";
import type { ThreadView } from "@/lib/threads/view";

/**
 * Replies nest in the page to this depth; below it they follow one another at the same indent. A
 * chain of replies may be thousands deep, and neither a browser nor a screen has room for that.
 */
const MAX_NESTING = 12;

const BRANCH = Buffer.from('<div class="branch">');
const REPLIES = Buffer.from('<div class="replies">');
const END = Buffer.from("</div>");

/** A whole thread as HTML, for the slot of its page: what opened it, and the tree of replies. */
export function threadHtml(
  thread: ThreadView,
  { signedIn, order, now }: { signedIn: boolean; order: PostOrder; now: Date },
): Buffer {
  const context = { hues: thread.hues, now, signedIn, rootId: thread.opening.id };
  const contents = thread.outline.length > 1;
  const top = markup(
    <div className="opening-frame">
      {contents && <Contents outline={thread.outline} />}
      <OpeningPost thread={thread} context={context} />
    </div>,
  );
  const head = markup(<RepliesHead thread={thread} order={order} />);
  const pieces = [
    Buffer.from(`${top}<section aria-labelledby="replies" class="thread-replies">${head}`),
  ];
  addLevel(pieces, thread.replies, 1, context);
  pieces.push(Buffer.from("</section>"));
  return Buffer.concat(pieces);
}

function addLevel(
  pieces: Buffer[],
  nodes: readonly TreeNode<PostView>[],
  depth: number,
  context: PostContext,
): void {
  if (depth > MAX_NESTING) {
    for (const { post, nextSiblingId } of flatten(nodes)) {
      pieces.push(postHtml(post, { nextId: nextSiblingId, folds: "post", context }));
    }
    return;
  }
  for (const [index, { post, replies }] of nodes.entries()) {
    const nextId = nodes[index + 1]?.post.id ?? null;
    pieces.push(BRANCH, postHtml(post, { nextId, folds: "branch", context }));
    if (replies.length > 0) {
      pieces.push(REPLIES);
      addLevel(pieces, replies, depth + 1, context);
      pieces.push(END);
    }
    pieces.push(END);
  }
}
