import { blank } from "@/components/live/blank.client";
import { articleOf, focus } from "@/components/live/shown.client";
import { type PostOrder, routes } from "@/lib/routes";

// What is done to the posts of an open page. They are plain HTML that React does not know.

/** The posts that are asked for in one request. */
const AT_ONCE = 100;

/**
 * Asks for posts as they are now and puts them in the place of what is shown.
 *
 * @param wish.page aborted when the page is not to be touched any more
 * @param wish.isOld whether the answer about a post is too old by now: it is left as it is shown
 * @returns whether the forum answered
 */
export async function drawAnew(
  threadId: number,
  ids: readonly number[],
  wish: { order: PostOrder; page: AbortSignal; isOld: (id: number) => boolean },
): Promise<boolean> {
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const asked = ids.slice(start, start + AT_ONCE);
    const posts = await fetchPosts(routes.postsAnew(threadId, asked, wish.order), wish.page);
    if (posts === null) return false;
    for (const id of asked) if (!wish.isOld(id)) put(id, posts[id]);
  }
  tidy();
  return true;
}

async function fetchPosts(
  address: string,
  signal: AbortSignal,
): Promise<Record<number, string> | null> {
  const response = await fetch(address, { signal }).catch(() => null);
  if (response?.status === 404) return {};
  const answer = response?.ok ? await response.json().catch(() => null) : null;
  return answer?.posts ?? null;
}

/** @param html unset where the post is not on this reader's page any more */
function put(id: number, html: string | undefined): void {
  const before = articleOf(id);
  if (before === null) return;
  if (html === undefined) {
    // A reply that is being written under it is not taken away.
    if (before.querySelector("#reply-in-place") === null) before.remove();
    else blank(id);
    return;
  }
  const after = new DOMParser().parseFromString(html, "text/html").querySelector("article");
  if (after === null) return;
  const reply = before.querySelector("#reply-in-place");
  const focused =
    before.contains(document.activeElement) && !reply?.contains(document.activeElement);
  const adopted = document.adoptNode(after);
  before.replaceWith(adopted);
  if (reply !== null) adopted.append(reply);
  if (focused) focus(adopted);
}

/** Takes away branches in which nothing is left. */
function tidy(): void {
  const empty = ".replies:not(:has(article)), .branch:not(:has(article))";
  for (const element of document.querySelectorAll(empty)) element.remove();
}
