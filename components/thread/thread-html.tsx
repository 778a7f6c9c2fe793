import type { PostContext } from "@/components/post/Post";
import type { Ways } from "@/components/post/PostHeader";
import { postHtml } from "@/components/post/post-html";
import { readingOf } from "@/components/post/reading";
import { Contents } from "@/components/thread/Contents";
import { OpeningPost } from "@/components/thread/OpeningPost";
import { PageLinks } from "@/components/thread/PageLinks";
import { RepliesHead } from "@/components/thread/RepliesHead";
import { ThreadTitle } from "@/components/thread/ThreadTitle";
import { MAX_NESTING, treeHtml } from "@/components/thread/tree-html";
import { markup } from "@/components/ui/markup";
import { type Memory, NO_MEMORY } from "@/lib/live/reading";
import type { FlatPost } from "@/lib/posts/tree";
import type { PostView } from "@/lib/posts/view";
import { type PostOrder, routes } from "@/lib/routes";
import type { ThreadView } from "@/lib/threads/view";

/** How a thread is looked at. */
interface Look {
  /** Unset for who is signed out. */
  readerId: number | undefined;
  order: PostOrder;
  now: Date;
  /** What is remembered of their reading. */
  memory?: Memory;
}

/** The text of a thread's page as HTML, for its slot: what opened it, and the tree of replies. */
export function threadHtml(thread: ThreadView, look: Look): Buffer {
  const { order } = look;
  const { replies, paging } = thread;
  const { context, fresh, draw } = drawing(thread, look);
  const signedIn = look.readerId !== undefined;
  const head = markup(
    <RepliesHead thread={thread} order={order} signedIn={signedIn} fresh={fresh} />,
  );
  const pages = paging.pages === 1 ? "" : markup(<PageLinks thread={thread} order={order} />);
  // What components/live/LiveIsland.client.tsx goes by.
  const data = `data-thread="${thread.id}" data-since="${thread.cursor}" data-order="${order}" data-pages="${paging.pages}"`;
  const top = `${topHtml(thread, context)}<section aria-labelledby="replies" class="thread-replies" ${data}>${head}`;
  return Buffer.concat([
    Buffer.from(top),
    ...treeHtml(replies, draw),
    Buffer.from(`${pages}</section>`),
  ]);
}

/** Some posts of a thread's page, each as it stands there; those that are not on it are left out. */
export function postsHtml(
  thread: ThreadView,
  look: Look,
  ids: ReadonlySet<number>,
): Map<number, string> {
  const { context, draw } = drawing(thread, look);
  const found = new Map<number, string>();
  const { opening, replies } = thread;
  if (ids.has(opening.id)) {
    found.set(opening.id, markup(<OpeningPost thread={thread} context={context} />));
  }
  for (const row of replies) {
    if (ids.has(row.post.id)) {
      found.set(row.post.id, draw(row, row.depth >= MAX_NESTING ? "post" : "branch").toString());
    }
  }
  return found;
}

function drawing(thread: ThreadView, { readerId, now, memory = NO_MEMORY }: Look) {
  const context = { hues: thread.hues, now, signedIn: readerId !== undefined };
  const { waysOf, way } = waysOn(thread);
  const reading = readingOf(thread.replies, memory, readerId, way);
  const draw = (row: FlatPost<PostView>, folds: "branch" | "post") => {
    const { post } = row;
    return postHtml(post, { ways: waysOf(row), folds, context, reading: reading.of(post.id) });
  };
  return { context, draw, fresh: reading.fresh };
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
function waysOn({ replies, opening, paging }: ThreadView) {
  const here = new Set(replies.map(({ post }) => post.id));
  if (paging.page === 1) here.add(opening.id);
  const way = (id: number) => (here.has(id) ? `#post-${id}` : routes.post(id));
  const root = way(opening.id);
  const waysOf = ({ post, nextSiblingId }: FlatPost<PostView>): Ways => ({
    parent: post.parentId === null || post.parentId === opening.id ? null : way(post.parentId),
    root,
    next: nextSiblingId === null ? null : way(nextSiblingId),
  });
  return { way, waysOf };
}
