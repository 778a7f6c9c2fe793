import { Post, type PostContext } from "@/components/post/Post";
import type { Ways } from "@/components/post/PostHeader";
import { Contents } from "@/components/thread/Contents";
import { OpeningPost } from "@/components/thread/OpeningPost";
import { PageLinks } from "@/components/thread/PageLinks";
import { RepliesHead } from "@/components/thread/RepliesHead";
import { ThreadTitle } from "@/components/thread/ThreadTitle";
import { treeHtml } from "@/components/thread/tree-html";
import { markup } from "@/components/ui/markup";
import type { FlatPost } from "@/lib/posts/tree";
import type { PostView } from "@/lib/posts/view";
import { type PostOrder, routes } from "@/lib/routes";
import type { ThreadView } from "@/lib/threads/view";

/** How a thread is looked at. */
interface Look {
  signedIn: boolean;
  order: PostOrder;
  now: Date;
}

/** The text of a thread's page as HTML, for its slot: what opened it, and the tree of replies. */
export function threadHtml(thread: ThreadView, { signedIn, order, now }: Look): string {
  const context = { hues: thread.hues, now, signedIn };
  const { replies, paging } = thread;
  const head = markup(<RepliesHead thread={thread} order={order} signedIn={signedIn} />);
  const pages = paging.pages === 1 ? "" : markup(<PageLinks thread={thread} order={order} />);
  const waysOf = waysOn(thread);
  const tree = treeHtml(replies, (row, folds) =>
    markup(<Post post={row.post} ways={waysOf(row)} context={context} folds={folds} />),
  );
  const section = '<section aria-labelledby="replies" class="thread-replies">';
  return `${topHtml(thread, context)}${section}${head}${tree}${pages}</section>`;
}

/** On the first page the opening post; on those behind it, the title alone. */
function topHtml(thread: ThreadView, context: PostContext): string {
  if (thread.paging.page > 1) return markup(<ThreadTitle thread={thread} />);
  return markup(
    <div className="opening-frame">
      {thread.outline.length > 1 && <Contents outline={thread.outline} />}
      <OpeningPost thread={thread} context={context} />
    </div>,
  );
}

/** Where the neighbours of a reply are: on this page, or by their permalinks on another one. */
function waysOn({ replies, opening, paging }: ThreadView): (row: FlatPost<PostView>) => Ways {
  const here = new Set(replies.map(({ post }) => post.id));
  if (paging.page === 1) here.add(opening.id);
  const way = (id: number) => (here.has(id) ? `#post-${id}` : routes.post(id));
  const root = way(opening.id);
  return ({ post, nextSiblingId }) => ({
    parent: post.parentId === null || post.parentId === opening.id ? null : way(post.parentId),
    root,
    next: nextSiblingId === null ? null : way(nextSiblingId),
  });
}
